"""What the report about progress says, in which words, and what it leaves out."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from decimal import Decimal

import pytest

from maturity import resources
from maturity.answers import Answer, Assessment, Organisation, Respondent
from maturity.comparison.progress import Action, progress, round_of
from maturity.language import SUPPORTED, language
from maturity.questionnaire import load
from maturity.questionnaire.comparing import Reason
from maturity.questionnaire.model import Questionnaire
from maturity.report.progress.build import build_progress
from maturity.report.progress.context import Context
from maturity.report.progress.formats import WRITERS
from maturity.report.progress.papers import paper_of, slides_of
from maturity.report.sections.changed import told_changes
from maturity.report.words import Words

from .conftest import asked, bundle, example, rounds

LEVELS = [{"id": f"level-{at}", "at": at, "name": f"Level {at}"} for at in range(1, 6)]


def told(since, id_: str):
    return next(one for one in since.told if one.id == id_)


def tiny(version: str = "1.0.0", *items: str) -> Questionnaire:
    inside = [
        {
            "id": one,
            "type": "rubric",
            "text": one,
            "anchors": {n: f"{version if one == 'x' else ''}{n}" for n in range(1, 6)},
        }
        for one in items
    ]
    return Questionnaire.model_validate(
        {
            "id": "tiny",
            "version": version,
            "language": "en",
            "title": "Tiny",
            "levels": LEVELS,
            "roles": [{"id": "staff", "name": "Staff"}],
            "dimensions": [{"id": "one", "title": "One", "items": inside}],
        }
    )


def answered(asked: Questionnaire, year: int, value: int, people: int = 6, **more):
    given = {item: Answer("value", value) for item in asked.items}
    respondents = tuple(Respondent(f"r{at}", "staff", None, given) for at in range(people))
    day = datetime.date(year, 3, 1)
    found = Assessment(
        asked.id, asked.version, Organisation("Exempelköping", "SE"), day, respondents=respondents
    )
    return replace(round_of(asked, found), **more)


def test_what_is_not_asked_any_more_is_told_by_its_name():
    old, new = tiny("1.0.0", "x", "y"), tiny("1.0.0", "x")
    found = progress([answered(old, 2022, 3), answered(new.model_copy(update={"version": "2.0.0"}), 2024, 3)])
    told = build_progress(new, found, language("en"), [old]).versions
    assert [(one.name, one.what) for one in told][-1] == ("y", "gone")


def test_what_goes_on_is_told_once_and_proposed():
    first, second = answered(tiny("1.0.0", "x"), 2022, 3), answered(tiny("1.0.0", "x"), 2024, 4)
    meet, new = Action("Meet.", about=("x",), status="started"), Action("Write", owner="Head")
    done = Action("Ended", status="done", carried=True)
    given = [
        replace(first, actions=(meet, replace(done, carried=False))),
        replace(second, actions=(replace(meet, carried=True), new, done)),
    ]
    found = bundle(progress(given), questionnaire=first.questionnaire)
    assert [one.title for one in found.report.loop] == ["Meet.", "Ended"]
    assert [one.title for one in found.report.decided] == ["Write"]
    assert found.report.continued == ("Go on with: Meet.",)
    (proposed, *_) = next(part.blocks for part in paper_of(found).sections if part.blocks)
    assert proposed.texts[1:] == ("Write. Responsible: Head.", "Go on with: Meet.")
    assert WRITERS[".html"](found).count(b"Go on with: Meet.") == 1


def test_the_example_tells_its_three_stories():
    whole = example().report.whole
    rose, seems, others = (
        told(whole, id_) for id_ in ("political-ownership", "user-involvement", "goal-governance-fit")
    )
    assert rose.firm
    assert rose.sentence.startswith("Political ownership has risen by 0.96, from 2.46 to 3.42")
    assert seems.sentence.startswith("User involvement seems to have risen by 0.28, from 2.81 to 3.09")
    assert "may be chance" in seems.sentence
    assert others.verdict == "who answered, not you"
    assert "does not mean that Exempelköping has fallen" in others.sentence
    assert "answered both times answered as before, on average." in others.where
    assert others.where.endswith("New among those who answered these items: Staff.")


def test_whoever_reads_the_first_page_only_gets_the_three_stories_too():
    assert example().report.front.finding == (
        "Since Våren 2024 there is no change that is more than chance and large enough. "
        "Since Våren 2022 Exempelköping has risen in Political ownership. The difference in Goal-governance fit "
        "comes from who answered, not from a change in Exempelköping. In the rest there is no reliable change."
    )


def test_the_numbers_of_a_sentence_can_be_checked_by_hand():
    report = example().report
    for one in (*report.latest.told, *report.whole.told):
        found = re.search(r"(?:by|is) (\d\.\d+)[^\d]*(\d\.\d+) (?:to|after) (\d\.\d+)", one.sentence)
        if found:
            size, before, after = map(Decimal, found.groups())
            assert abs(abs(after - before) - size) <= Decimal("0.01"), one.sentence


def test_the_report_begins_with_what_was_decided():
    report = example().report
    assert report.front.contents[0][0] == "loop"
    box = report.loop[0]
    assert (box.title, box.status) == (
        "Brukare med från första veckan i varje projekt",
        "Under way · overdue",
    )
    assert [line.name for line in box.lines] == ["UI1 Start in the need", "UI5 Testing with real users"]
    assert dict(box.facts)["Latest reading"] == "4 on 1 Feb 2026: 43 % of the way from 1 to 8"


def test_the_numbers_beside_an_action_can_be_checked_by_hand():
    lines = [line for box in example().report.loop for line in box.lines]
    assert len(lines) == 5
    for line in lines:
        size = Decimal(line.after) - Decimal(line.before)
        assert abs(size - Decimal(line.change.replace("−", "-"))) <= Decimal("0.01"), line
    (first, *_) = lines
    assert (first.before, first.after, first.change) == ("3.05", "3.31", "+0.26")


def test_agreed_levels_are_written_as_steps():
    (table,) = (one for one in example().report.tables if one.id == "latest-agreed")
    assert [column.kind for column in table.columns] == ["text", "count", "count"]
    assert table.rows[0] == ("PO1 Direction and mandate", 3, 4)
    assert all(type(level) is int for row in table.rows for level in row[1:])


def test_what_is_decided_now_stands_apart():
    assert [box.title for box in example().report.decided] == ["En person som räknar nyttan i varje projekt"]


def test_targets_say_how_far_they_are():
    benefits, politics = example().report.targets
    assert "behind" in benefits.remark
    assert "on the way" in politics.remark


def test_the_parts_of_every_row_add_up():
    for since in (example().report.latest, example().report.whole):
        for _, total, *parts in since.parts.rows:
            assert sum(parts) == pytest.approx(total)


@pytest.mark.parametrize("tag", SUPPORTED)
def test_every_language_has_the_same_report(tag):
    report, english = example(tag).report, example().report
    assert report.language == tag
    assert [table.id for table in report.tables] == [table.id for table in english.tables]
    assert [table.rows and len(table.rows) for table in report.tables] == [
        len(t.rows) for t in english.tables
    ]
    assert len(report.roles) == len(english.roles)


def test_an_unchanged_score_stands_where_it_stood():
    asked = tiny("1.0.0", "a", "b")
    report = bundle(
        progress([answered(asked, 2024, 3), answered(asked, 2026, 3)]), questionnaire=asked
    ).report
    assert report.latest.told[0].sentence == "One stands where it stood, at 3.0."
    assert report.latest.told[0].where == ""
    assert "there is no change" in report.front.finding
    assert report.whole is None


def test_a_fall_is_told_as_one():
    asked = tiny("1.0.0", "a", "b")
    report = bundle(
        progress([answered(asked, 2024, 4), answered(asked, 2026, 2)]), questionnaire=asked
    ).report
    assert report.front.finding == "Since March 2024 Exempelköping has fallen in One."
    assert report.latest.chart.rows[0].firm


@pytest.mark.parametrize(
    ("p", "holm", "detectable", "why"),
    [
        (0.20, 0.40, 0.8, "with these answers a change below 0.8 cannot be told from none."),
        (0.03, 0.12, 0.4, "Alone that would be more than chance; as one of several that are looked at"),
        (0.20, 0.40, 0.4, "from 2.5 to 3.0, but this may be chance."),
    ],
)
def test_why_a_difference_may_be_chance_does_not_contradict_its_own_numbers(p, holm, detectable, why):
    """The correction, or those who answered both times, may leave in doubt what its interval does not."""
    found = example().progress
    moved = replace(
        found.latest.dimensions[0].change,
        before=2.5, after=3.0, p=p, p_holm=holm, detectable=detectable, reliable=False, large=True,
    )  # fmt: skip
    first = replace(found.latest.dimensions[0], change=moved, parts=None, moved="unclear")
    latest = replace(found.latest, dimensions=(first, *found.latest.dimensions[1:]))
    (sentence,) = (
        one.sentence for one in bundle(replace(found, latest=latest)).report.latest.told if one.id == first.id
    )
    assert why in sentence
    assert ("cannot be told from none" in sentence) == (detectable > 0.5)


def test_what_readers_must_know_of_an_earlier_round_is_told_as_well():
    asked = tiny("1.0.0", "a", "b")
    first, second = answered(asked, 2024, 3), answered(asked, 2026, 3)
    noted = replace(first, result=replace(first.result, note="Made up."))
    same = replace(second, result=replace(second.result, note="Made up."))

    def note(*given):
        return bundle(progress(given), questionnaire=asked).report.front.note

    assert note(first, second) is None
    assert note(noted, same) == "Made up."
    assert note(noted, second) == "March 2024: Made up."
    assert note(first, same) == "March 2026: Made up."
    assert note(noted, same, second) == "March 2024 and March 2026: Made up."


def test_a_round_in_which_nobody_answered_is_told_as_one_with_too_few():
    asked = tiny("1.0.0", "a", "b")
    found = progress([answered(asked, 2022, 3), answered(asked, 2024, 3, people=0), answered(asked, 2026, 3)])
    assert [one.roles for one in bundle(found, questionnaire=asked).report.front.rounds] == [
        "Staff 6",
        "too few for a result",
        "Staff 6",
    ]


def test_what_cannot_be_compared_is_not_drawn_before():
    old, new = tiny("1.0.0", "a", "b", "x"), tiny("2.0.0", "a", "b", "x")
    report = bundle(progress([answered(old, 2024, 3), answered(new, 2026, 4)]), questionnaire=new).report
    one = report.latest.told[0]
    assert one.verdict == "cannot be compared"
    assert one.where == "On the 2 items that are the same, the same groups moved by +1.00."
    assert report.latest.chart.rows[0].before is None
    assert report.latest.chart.rows[0].change == "–"
    assert [line.name for line in report.versions] == ["One", "x"]
    assert report.trends.panels[0].points[1].breaks


@pytest.fixture(scope="module")
def broken():
    """The example, whose first item has another anchor in the latest round."""
    files = dict(resources.read_folder(resources.find_questionnaire("innovation-capacity")))
    text = files["questionnaire.yaml"].decode().replace("version: 1.0.0", "version: 2.0.0", 1)
    files["questionnaire.yaml"] = text.replace("No political decision mentions", "Nobody mentions").encode()
    new, (*before, latest) = load(files, "en"), rounds()
    last = round_of(new, replace(latest.assessment, version="2.0.0"))
    return bundle(progress([*before, last]), questionnaire=new)


def test_why_something_cannot_be_compared_is_told_by_names_and_for_each_item(broken):
    assert [(one.name, one.why) for one in broken.report.versions] == [
        ("Political ownership", "PO1 Direction and mandate cannot be compared."),
        ("PO1 Direction and mandate", "The text of an anchor changed."),
    ]


def test_the_first_page_does_not_take_what_cannot_be_compared_for_unchanged(broken):
    assert broken.report.front.finding == (
        "Since Våren 2024 there is no change that is more than chance and large enough. "
        "Political ownership cannot be compared with before, because the questionnaire changed. "
        "Since Våren 2022 there is no change that is more than chance and large enough. "
        "The difference in Goal-governance fit comes from who answered, not from a change in Exempelköping."
    )


def test_a_difference_that_cannot_be_told_is_not_taken_apart_on_a_slide(broken):
    (points,) = (one.points for one in slides_of(broken).slides if "is the difference real" in one.title)
    assert points[0] == "Political ownership: cannot be compared"
    assert points[1].startswith("Cross-silo work: no reliable change. +0.23 = you +0.23")


def test_who_is_asked_and_how_it_is_put_together_are_told_in_words():
    reasons = (
        Reason("Asked were {old}; asked are {new}", {"old": "staff", "new": "staff, politician"}, True),
        Reason("The aggregation was {old} and is {new}", {"old": "arithmetic", "new": "minimum"}, True),
        Reason("Its title or description changed", {}, False),
    )
    context = Context(asked("sv"), example("sv").progress, Words(asked("sv"), language("sv")))
    assert told_changes(context.words, reasons, context.part) == (
        "Tillfrågade var Medarbetare; tillfrågade är Medarbetare och Förtroendevalda. "
        "Sammanräkningen var det aritmetiska medelvärdet och är det lägsta värdet."
    )


def test_too_few_people_give_a_report_that_says_so():
    asked = tiny("1.0.0", "a", "b")
    found = progress(
        [answered(asked, 2024, 3, people=3), answered(asked, 2026, 3, actions=(Action("Do it"),))]
    )
    report = bundle(found, questionnaire=asked).report
    assert report.front.finding == "Too few people answered for rounds to be compared."
    assert (report.latest, report.whole, report.tables) == (None, None, ())
    assert "too few for a result" in report.front.rounds[0].roles
    assert report.decided[0].title == "Do it"


def test_rounds_without_a_score_in_common_are_not_said_to_be_unchanged():
    asked = tiny("1.0.0", "a", "b")
    silent = answered(asked, 2024, 3)
    nobody = tuple(
        replace(one, answers=dict.fromkeys(asked.items, Answer("not-applicable")))
        for one in silent.assessment.respondents
    )
    silent = round_of(asked, replace(silent.assessment, respondents=nobody))
    report = bundle(progress([silent, answered(asked, 2026, 3)]), questionnaire=asked).report
    assert report.latest.told[0].verdict == "too few answers"
    assert report.front.finding == (
        "Nothing can be compared with March 2024: no dimension has a score both times."
    )


def test_linked_people_are_told():
    first, second = rounds()[:2]
    codes = {one.id: f"code-{at}" for at, one in enumerate(first.assessment.respondents)}
    both = [
        replace(
            one,
            assessment=replace(
                one.assessment,
                respondents=tuple(replace(r, code=codes.get(r.id)) for r in one.assessment.respondents),
            ),
        )
        for one in (first, second)
    ]
    remarks = bundle(progress(both)).report.latest.remarks
    assert remarks[0] == "24 people are known by a private code in both rounds."
    assert any("who answered both times the mean change is" in remark for remark in remarks)
