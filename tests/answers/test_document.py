"""YAML and JSON: the shape of a document of answers, and the place of what is wrong with it."""

from __future__ import annotations

import datetime

import pytest

from maturity.answers import Agreed, Answer, Assessment, Organisation, read, read_with_warnings
from maturity.problems import Problems
from maturity.questionnaire.model import Questionnaire

GOOD = """\
questionnaire: tiny
version: 1.0.0
organisation: {name: Exempelköping, country: se, code: 0000, population: 18500}
date: 2026-03-12
label: Spring 2026
respondents:
  - id: r01
    role: politician
    group: north
    answers:
      direction: {value: 4, evidence: document, comment: "=1+1"}
      trust: unknown
      plan: {not-applicable: We plan nothing}
      means: [time, money]
      share: "3,5"
  - id: r02
    role: staff
consensus:
  direction: {value: 3, reason: It is written, evidence: 1}
"""


def problems_of(text: str, questionnaire: Questionnaire, name: str = "a.yaml") -> list[tuple[str, str]]:
    with pytest.raises(Problems) as caught:
        read(text.encode(), name, questionnaire)
    return [(problem.place, problem.message) for problem in caught.value.problems]


def change(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_the_four_states_are_kept_apart(tiny: Questionnaire) -> None:
    answers = read(GOOD.encode(), "a.yaml", tiny).respondents[0].answers
    assert answers["direction"] == Answer("value", 4, evidence=1, comment="=1+1")
    assert answers["trust"] == Answer("unknown")
    assert answers["plan"] == Answer("not-applicable", reason="We plan nothing")
    assert answers["means"].value == ("money", "time")
    assert answers["share"].value == 3.5
    assert "owner" not in answers


def test_what_stands_around_the_answers_is_read(tiny: Questionnaire) -> None:
    found = read(GOOD.encode(), "a.yaml", tiny)
    assert found.organisation == Organisation("Exempelköping", "SE", "0000", 18500)
    assert found.date == datetime.date(2026, 3, 12)
    assert (found.questionnaire, found.version, found.label) == ("tiny", "1.0.0", "Spring 2026")
    assert found.respondents[0].group == "north"
    assert found.respondents[1].answers == {}
    assert found.consensus == {"direction": Agreed(3.0, 3, "It is written", 1)}


def test_an_agreed_level_is_placed_on_the_scale(tiny: Questionnaire) -> None:
    text = GOOD + "  trust: 1\n  plan: no\n"
    consensus = read(text.encode(), "a.yaml", tiny).consensus
    assert consensus["trust"].level == 5.0
    assert consensus["plan"].level == 1.0


def test_date_and_organisation_can_be_given_from_outside(tiny: Questionnaire) -> None:
    text = change("date: 2026-03-12\n", "").replace("organisation: {name: Exempelköping, ", "label2: {")
    text = text.replace("label2: {country: se, code: 0000, population: 18500}\n", "")
    when, whose = datetime.date(2030, 1, 1), Organisation("Elsewhere")
    found = read(text.encode(), "a.yaml", tiny, date=when, organisation=whose)
    assert (found.date, found.organisation) == (when, whose)
    assert len(problems_of(text, tiny)) == 2


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("tiny", "tinny", "a.yaml:1:16", "These are answers to {other}"),
        ("label:", "labell:", "a.yaml:5:1", "{word} is not a key here; did you mean {guess}?"),
        ("se,", "Sverige,", "a.yaml:3:46", "{value} is not a country code"),
        ("18500", "-3", "a.yaml:3:74", "{value} is not a number of inhabitants"),
        ("2026-03-12", "2026-02-30", "a.yaml:4:7", "{value} is not a date"),
        ("2026-03-12", "3/12/2026", "a.yaml:4:7", "{value} is not a date"),
        ("id: r02", "id: r01", "a.yaml:16:9", "Two respondents have the id {id}"),
        ("id: r02", "group: x", "a.yaml:16:5", "A respondent needs an id, such as r01"),
        (
            "id: r02",
            "id: Samsyn",
            "a.yaml:16:9",
            "{id} stands for the agreed levels and cannot be a respondent's id",
        ),
        ("role: staff", "role: staf", "a.yaml:17:11", "{word} is no role; did you mean {guess}?"),
        ("role: staff", "role: xyz", "a.yaml:17:11", "{word} is no role; there are: {known}"),
        ("role: staff", "group: x", "a.yaml:16:5", "A respondent needs a role; there are: {known}"),
        (
            "      direction",
            "      directoin",
            "a.yaml:11:7",
            "{word} is no item of this questionnaire; did you mean {guess}?",
        ),
        ("value: 4", "value: 9", "a.yaml:11:26", "{value} is not a whole number from 1 to {points}"),
        ("value: 4", "value: [4]", "a.yaml:11:26", "One answer is expected here"),
        ("value: 4", "value: {a: 4}", "a.yaml:11:26", "One answer is expected here"),
        ("evidence: document", "evidence: documnt", "a.yaml:11:39", "{word} is no evidence grade; did"),
        ("evidence: document", "evidence: 2", "a.yaml:11:39", "{word} is no evidence grade; there"),
        ("trust: unknown", "A1: unknown", "a.yaml:12:7", "{item} is answered twice here"),
        (
            "{not-applicable: W",
            "{value: yes, not-applicable: W",
            "a.yaml:13:21",
            "An answer has a value, or it is not applicable; here are both",
        ),
        ("[time, money]", "[time, monney]", "a.yaml:14:14", "{value} is not one of the options: {options}"),
        ("  direction: {value: 3,", "  wish: {value: 3,", "a.yaml:19:3", "{item} is not scored"),
        (
            "{value: 3,",
            "{value: unknown,",
            "a.yaml:19:22",
            "An agreed level must be an answer; leave {item} out if there is none",
        ),
    ],
)  # fmt: skip
def test_an_error_has_its_place(tiny: Questionnaire, old: str, new: str, place: str, message: str) -> None:
    ((found_place, found_message),) = problems_of(change(old, new), tiny)
    assert found_place == place
    assert found_message.startswith(message)


def test_all_errors_are_told_at_once_from_top_to_bottom(tiny: Questionnaire) -> None:
    text = change("role: staff", "role: xyz").replace("tiny", "tinny").replace("value: 4", "value: 0")
    assert [place for place, _ in problems_of(text, tiny)] == ["a.yaml:1:16", "a.yaml:11:26", "a.yaml:17:11"]


def test_a_file_of_decisions_is_told_as_what_it_is(tiny: Questionnaire) -> None:
    for text in ("actions: [{title: Meet}]", "marks: []\ntargets: []"):
        ((place, message),) = problems_of(text, tiny)
        assert place == "a.yaml:1:1"
        assert "--actions" in message
    assert "--actions" not in str(problems_of("{}", tiny))


def test_what_is_odd_is_a_warning(tiny: Questionnaire) -> None:
    text = change("1.0.0", "1.2.0").replace("{not-applicable: We plan nothing}", "not applicable")
    text = text.replace(
        "    role: staff\n", "    role: staff\n    answers: {politics: 2, plan: {comment: so}}\n"
    )
    found, warnings = read_with_warnings(text.encode(), "a.yaml", tiny)
    assert [(w.place, w.severity, w.message) for w in warnings] == [
        (
            "a.yaml:2:10",
            "warning",
            "Version {other} was answered, but the questionnaire is version {version}",
        ),
        ("a.yaml:13:13", "warning", "Say why {item} is not applicable"),
        ("a.yaml:18:25", "warning", "{item} is not asked of {role}, so the answer is left out"),
        ("a.yaml:18:34", "warning", "There is no answer here, so what stands with it is left out"),
    ]
    assert found.version == "1.2.0"
    assert found.respondents[1].answers == {}


def test_words_of_any_language_are_understood(tiny: Questionnaire, liten: Questionnaire) -> None:
    answers = """
      Riktning: Vet inte
      A2: Helt
      owner: Fullmäktige
      means: [Pengar]
      plan: "Ikke aktuelt: vi har ingen"
"""
    text = GOOD.split("    answers:")[0].replace("politician", "förtroendevalda") + "    answers:" + answers
    found = read(text.encode(), "a.yaml", tiny, [liten]).respondents[0]
    assert found.role == "politician"
    assert found.answers == {
        "direction": Answer("unknown"),
        "trust": Answer("value", 5),
        "owner": Answer("value", "council"),
        "means": Answer("value", ("money",)),
        "plan": Answer("not-applicable", reason="vi har ingen"),
    }


def test_a_word_that_could_mean_two_items_means_neither(tiny: Questionnaire) -> None:
    data = tiny.model_dump(by_alias=True)
    data["dimensions"][0]["items"][2]["title"] = "Direction"
    twice = Questionnaire.model_validate(data)
    text = change("      trust:", "      Direction 2:").replace("Direction 2", "A1 Direction")
    assert problems_of(text, twice) == [("a.yaml:12:7", "{item} is answered twice here")]
    assert read(GOOD.encode(), "a.yaml", twice).respondents[0].answers["direction"].value == 4


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "a.yaml", "The file is empty"),
        (b"  \n", "a.csv", "The file is empty"),
        (b"x", "a.ods", "{ending} is not a format of answers; there are: {known}"),
        (b"x", "answers", "{ending} is not a format of answers; there are: {known}"),
        (b"x" * 20_000_001, "a.json", "The file has {size} bytes, more than {largest}"),
        (b"[1]", "a.yaml", "Keys with values are expected here"),
        (b"{}", "a.json", "There are no respondents"),
        (b"respondents: 3", "a.yaml", "A list is expected here: each respondent begins with a hyphen"),
    ],
)
def test_what_is_no_file_of_answers_is_refused(
    tiny: Questionnaire, data: bytes, name: str, message: str
) -> None:
    with pytest.raises(Problems) as caught:
        read(data, name, tiny)
    assert message in [problem.message for problem in caught.value.problems]


@pytest.mark.parametrize("written", ["18.500", "18 500", "18500,0"])
def test_inhabitants_may_be_written_in_groups(tiny: Questionnaire, written: str) -> None:
    found = read(GOOD.replace("18500", f'"{written}"').encode(), "a.yaml", tiny)
    assert found.organisation.population == 18_500


def test_too_many_respondents_are_refused(tiny: Questionnaire) -> None:
    people = "".join(f"- {{id: r{number}, role: staff}}\n" for number in range(5001))
    text = "organisation: X\ndate: 2026-01-01\nrespondents:\n" + people
    assert problems_of(text, tiny) == [
        ("a.yaml:1:1", "There are {count} respondents; at most {most} can be read")
    ]


def test_open_questions_hold_what_was_written(tiny: Questionnaire) -> None:
    text = change('share: "3,5"', 'wish: "n/a: is what they say"')
    found: Assessment = read(text.encode(), "a.yaml", tiny)
    assert found.respondents[0].answers["wish"].value == "n/a: is what they say"
