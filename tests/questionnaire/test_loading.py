import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.problems import Problems
from maturity.questionnaire import check, languages, load, translated
from maturity.questionnaire.loading import MOST
from maturity.questionnaire.yaml import parse

FOLDERS = Path(__file__).parents[1] / "questionnaires"
NAMES = sorted(path.name for path in FOLDERS.iterdir())
Files = dict[str, bytes]


@pytest.mark.parametrize("name", NAMES)
def test_every_tiny_questionnaire_is_sound(name: str, folder: Callable[[str], Files]) -> None:
    checked = check(folder(name))
    assert checked.errors == ()
    assert checked.questionnaire is not None
    assert checked.questionnaire.id == name


def test_all_mistakes_are_told_at_once_with_their_places(tell: Callable[..., str]) -> None:
    told = tell(
        "rubric",
        ("type: rubric", "type: rubrik"),
        ("title: Mandate", "titel: Mandate"),
        ("version: 1.0.0", "version: 1.0"),
        ("text: Is there money for it?", "text: Is there money for it?\n        roles: [managr]"),
    )
    assert told.splitlines() == [
        "error questionnaire.yaml:2:10 1.0 is no version: write three numbers with points, such as 1.0.0",
        "error questionnaire.yaml:19:15 There is no type rubrik. Did you mean rubric? "
        "Possible are: rubric, agreement, yes-no, choice, checklist, number, text",
        "error questionnaire.yaml:20:9 Unknown key titel. Did you mean title?",
        "error questionnaire.yaml:41:17 There is no role managr. Did you mean manager?",
    ]


def test_a_mistake_of_shape_does_not_bring_up_mistakes_that_are_none(tell: Callable[..., str]) -> None:
    assert (
        len(tell("show-if", ("labels: {1: Disagree, 5: Agree}", "labels: {1: Disagree}")).splitlines()) == 1
    )
    assert len(tell("advice", ("id: users", "id: Users")).splitlines()) == 1


def test_load_raises_every_error(folder: Callable[[str], Files]) -> None:
    files = folder("rubric")
    files["questionnaire.yaml"] = (
        files["questionnaire.yaml"].replace(b"at: 2", b"at: 9").replace(b"id: staff", b"id: all")
    )
    with pytest.raises(Problems) as caught:
        load(files)
    assert len(caught.value.problems) == 3


def test_no_questionnaire_file_is_an_error() -> None:
    assert [p.message for p in check({}).problems] == ["There is no questionnaire.yaml in the folder"]
    assert "Did you mean {guess}" in check({"questionaire.yml": b"a: 1"}).problems[0].message


def test_a_section_in_the_wrong_file_is_said_to_belong_elsewhere(folder: Callable[[str], Files]) -> None:
    files = folder("rubric")
    files["questionnaire.yaml"] += b"cases: [x]\n"
    files["cases.yaml"] = b"cases: []\nrecomendations: []\n"
    messages = [p.message.format(**p.values) for p in check(files).problems]
    assert messages[0] == "cases stands in the wrong file. Move it to cases.yaml"
    assert messages[1] == "Unknown key recomendations. This file may have: sources, cases"


def test_the_fingerprint_is_the_same_in_every_language_and_changes_with_the_content(
    folder: Callable[[str], Files],
) -> None:
    files = folder("rubric")
    own = load(files)
    assert load(files, "sv").fingerprint == own.fingerprint
    assert len(own.fingerprint) == 64
    changed = files | {"questionnaire.yaml": files["questionnaire.yaml"].replace(b"Mandate", b"The mandate")}
    assert load(changed).fingerprint != own.fingerprint


def test_the_fingerprint_does_not_depend_on_how_the_file_is_written(folder: Callable[[str], Files]) -> None:
    files = folder("rubric")
    own = load(files).fingerprint
    rewritten = files["questionnaire.yaml"].decode() + "scale: {from: 1.0, to: 5}\n# a comment\n"
    assert load(files | {"questionnaire.yaml": rewritten.encode()}).fingerprint == own


def test_languages_begin_with_the_own_one(folder: Callable[[str], Files]) -> None:
    assert languages(folder("rubric") | {"translations/da.yaml": b"language: da"}) == ("en", "da", "sv")
    assert languages({}) == ()
    assert languages({"translations/da.yaml": b"language: da"}, "nb") == ("nb", "da")


def test_one_that_is_loaded_can_be_had_in_another_language(folder: Callable[[str], Files]) -> None:
    files = folder("rubric")
    own = load(files)
    assert translated(own, files, None) is translated(own, files, "en") is own
    assert translated(own, files, "sv") == load(files, "sv") != own
    with pytest.raises(Problems) as caught:
        translated(own, files | {"translations/sv.yaml": b"language: da"}, "sv")
    assert {problem.file for problem in caught.value.problems} == {"translations/sv.yaml"}


def test_a_file_in_which_everything_is_wrong_is_an_error_and_not_a_hang(
    folder: Callable[[str], Files],
) -> None:
    files = folder("advice")
    line = "  - {id: r, about: asket, step: start, title: T, text: T, first-step: F, benefit: B}\n"
    problems = check(files | {"recommendations.yaml": ("recommendations:\n" + line * 2000).encode()}).problems
    assert sum(problem.severity == "error" for problem in problems) == MOST + 1


def test_a_case_that_is_wrong_does_not_hide_what_else_is_wrong(folder: Callable[[str], Files]) -> None:
    files = folder("advice")
    files["cases.yaml"] = files["cases.yaml"].replace(b"kind: lesson", b"kind: leson")
    files["recommendations.yaml"] = files["recommendations.yaml"].replace(b"about: money", b"about: mony")
    assert [problem.values["guess"] for problem in check(files).problems] == ["lesson", "money"]


WRONG = st.sampled_from(
    [None, "x", "", 7, -1.5, True, [], {}, [1], {"a": 1}, "no", [[{}]], {1: None}, float("nan")]
)


def paths(data: Any, base: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [base, *(path for key, value in inner for path in paths(value, (*base, key)))]


WHOLE = {path.name: parse(path.read_bytes(), "").data for path in (FOLDERS / "advice").iterdir()}
PLACES = [(name, path) for name, data in WHOLE.items() for path in paths(data)[1:]]


@settings(max_examples=200)
@given(st.lists(st.tuples(st.sampled_from(PLACES), WRONG), min_size=1, max_size=3))
def test_whatever_stands_anywhere_is_told_and_never_raised(edits: list[tuple[Any, Any]]) -> None:
    whole = copy.deepcopy(WHOLE)
    for (name, path), wrong in edits:
        around = whole[name]
        try:
            for step in path[:-1]:
                around = around[step]
            around[path[-1]] = copy.deepcopy(wrong)  # or it could be put into itself
        except (KeyError, IndexError, TypeError):
            continue
    checked = check({name: json.dumps(data).encode() for name, data in whole.items()})
    assert checked.questionnaire is not None or checked.errors
    assert all(problem.message.format(**problem.values) for problem in checked.problems)


def test_a_case_that_is_wrong_in_several_places_is_told_and_never_raised() -> None:
    whole = copy.deepcopy(WHOLE)
    whole["cases.yaml"]["cases"][0] |= {"caution": None, "id": [], "dimensions": [[{}]]}
    checked = check({name: json.dumps(data).encode() for name, data in whole.items()})
    assert len([one for one in checked.errors if one.file == "cases.yaml"]) >= 3
