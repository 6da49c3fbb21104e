"""A new round from the last: set up like it, once, and due when somebody said so."""

from __future__ import annotations

import datetime

import pytest
from tests.newer import BROKEN, publish_newer
from tests.store.conftest import SECRET

from maturity import resources
from maturity.answers import read
from maturity.problems import Problems
from maturity.store import (
    actions,
    agreed,
    assessments,
    carrying,
    last_time,
    organisations,
    preparing,
    questionnaires,
    repeating,
    results,
    retention,
    versions,
)
from maturity.store.imports import import_assessment
from maturity.store.tables import ActionReading

TODAY = datetime.date(2026, 3, 2)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def last(session, workspace):
    """A round that is closed: two agreed levels, and three actions of which one is done."""
    questionnaires.ensure_bundled(session)
    place = organisations.create(session, workspace.id, "Testvik")
    version = questionnaires.bundled(session, "innovation-capacity")
    found = preparing.begin(session, workspace.id, place, version, "Spring 2024")
    preparing.set_questionnaire(session, found, version, ["sv", "en"])
    preparing.set_people(session, found, {"politician": 5, "executive": 4})
    preparing.set_welcome(session, found, {"sv": "Hej"})
    assessments.set_privacy(session, found, 6, 12)
    for item, level in ((BROKEN, 2), ("joint-assignments", 3)):
        agreed.record(session, found, item, level, None, None)
    actions.add(session, found, "Begun", status="started", about=["joint-assignments"], measure="Days")
    actions.add(session, found, "Waiting", "a-recommendation", due=TODAY, owner="Head")
    actions.add(session, found, "Done", status="done")
    for state in ("open", "closed"):
        assessments.move_to(session, found, state)
    results.freeze(session, found, results.compute(session, found))
    return found


@pytest.fixture
def new(session, last):
    return repeating.repeat(session, last, "Spring 2026")


def test_a_new_round_has_the_same_settings_and_its_own_days(last, new):
    assert (new.targets, new.languages, new.welcome) == (last.targets, ["sv", "en"], {"sv": "Hej"})
    assert (new.threshold, new.distribution) == (6, 12)
    assert (new.state, new.closes_on, new.label, new.earlier_id) == ("draft", None, "Spring 2026", last.id)
    assert new.questionnaire_version_id == last.questionnaire_version_id
    assert preparing.left(new, TODAY) == ("dates",)


def test_pressing_twice_does_not_make_two(session, last, new):
    assert repeating.repeat(session, last, "Again").id == new.id
    assert repeating.begun(session, last) is new
    preparing.set_dates(session, new, None, TODAY + DAY, TODAY)
    preparing.open_round(session, new, TODAY)
    assert repeating.begun(session, last) is None
    assert repeating.following(session, last) is new


def test_a_round_that_is_not_closed_is_not_repeated(session, new):
    with pytest.raises(Problems):
        repeating.repeat(session, new, "Too early")


def test_the_earlier_round_may_be_deleted(session, last, new):
    assessments.delete(session, last)
    session.refresh(new)
    assert new.earlier_id is None
    assert carrying.brought(session, new) == ()


@pytest.mark.parametrize(
    ("was", "is_now"),
    [
        ("Spring 2024", "Spring 2026"),
        ("2023/2024", "2025/2026"),
        ("First", "First 2026"),
        ("", "2026"),
        ("Spring 2026", "Spring 2026 (2)"),
        ("Case 12024", "Case 12024 2026"),
        ("x" * 98, ""),
    ],
)
def test_a_name_is_suggested(was, is_now):
    assert repeating.suggested_label(was, TODAY) == is_now


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [("2026-03-02", 12, "2027-03-02"), ("2024-02-29", 12, "2025-02-28"), ("2026-12-31", 24, "2028-12-31")],
)
def test_a_year_later_is_the_same_day(day, months, later):
    found = repeating.months_from(datetime.date.fromisoformat(day), months)
    assert found.isoformat() == later


def test_a_round_is_due_until_another_one_is_begun(session, workspace, last):
    repeating.set_again(session, last, TODAY + DAY, TODAY)
    assert repeating.due(session, workspace.id, TODAY) == []
    assert repeating.due(session, workspace.id, TODAY + DAY) == [last]
    repeating.repeat(session, last, "Spring 2026")
    assert repeating.due(session, workspace.id, TODAY + DAY) == []


def test_a_round_of_the_same_place_that_was_begun_otherwise_counts_too(session, workspace, last):
    repeating.set_again(session, last, TODAY + DAY, TODAY)
    preparing.begin(session, workspace.id, last.organisation, last.questionnaire_version, "Another")
    assert repeating.due(session, workspace.id, TODAY + DAY) == []


def test_a_day_that_has_passed_is_refused_unless_it_stands_already(session, last):
    with pytest.raises(Problems):
        repeating.set_again(session, last, TODAY, TODAY)
    repeating.set_again(session, last, TODAY + DAY, TODAY)
    repeating.set_again(session, last, TODAY + DAY, TODAY + 9 * DAY)
    repeating.set_again(session, last, None, TODAY)
    assert last.again_on is None


def test_an_action_is_carried_over_once_with_what_it_is_about(session, last, new):
    found = {one.action.title: one for one in carrying.brought(session, new)}
    assert {title for title, one in found.items() if one.waits} == {"Begun", "Waiting"}
    found["Begun"].action.readings.append(ActionReading(read_on=TODAY, value=9.5))
    session.flush()
    (made,) = carrying.carry_over(session, new, found["Begun"].action.id)
    assert (made.assessment_id, made.status, made.about, made.measure) == (
        new.id,
        "started",
        ["joint-assignments"],
        "Days",
    )
    assert [one.value for one in made.readings] == [9.5]
    assert carrying.carry_over(session, new, found["Begun"].action.id) == ()
    (waiting,) = carrying.carry_over(session, new)
    assert carrying.carry_over(session, new) == ()
    assert (waiting.recommendation, waiting.due, waiting.owner) == ("a-recommendation", TODAY, "Head")
    assert len(actions.of_assessment(session, last)) == 3


def test_what_an_action_is_about_is_called_as_the_new_version_calls_it(session, workspace, new):
    preparing.set_questionnaire(session, new, publish_newer(session, workspace.id), ["sv", "en"])
    made = carrying.carry_over(session, new)
    assert [one.about for one in made if one.title == "Begun"] == [["shared-assignments"]]


def test_a_newer_version_is_offered_and_not_taken(session, workspace, new):
    assert versions.newer(session, new) is None
    publish_newer(session, workspace.id, version="0.9.0")
    assert versions.newer(session, new) is None
    publish_newer(session, workspace.id, version="1.9.0")
    newest = publish_newer(session, workspace.id, version="1.10.0")
    assert versions.newer(session, new) is newest
    assert new.questionnaire_version.version == "1.0.0"


def test_two_versions_are_read_in_one_language(session, workspace, new):
    other = publish_newer(session, workspace.id)
    pair = versions.together(new.questionnaire_version, other, "sv")
    assert {one.language for one in pair} == {"sv"}
    pair = versions.together(new.questionnaire_version, other, "fi")
    assert {one.language for one in pair} == {"en"}


@pytest.fixture
def answered(session, workspace):
    """A round with the answers and agreed levels of the example, and its kept result."""
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity")
    path = resources.examples() / "exempelkoping-2024.yaml"
    given = read(path.read_bytes(), path.name, questionnaires.load(version))
    found = import_assessment(session, workspace.id, version, given, SECRET)
    agreed.record(session, found, BROKEN, 2, None, None)
    agreed.record(session, found, "joint-assignments", 3, None, None)
    results.freeze(session, found, results.compute(session, found))
    return found


def test_another_questionnaire_is_no_new_round(session, workspace, last):
    repeating.set_again(session, last, TODAY + DAY, TODAY)
    for name, found in (("innovation-capacity-short", [last]), ("innovation-capacity", [])):
        version = questionnaires.bundled(session, name)
        preparing.begin(session, workspace.id, last.organisation, version, "Meanwhile")
        assert repeating.due(session, workspace.id, TODAY + DAY) == found


def test_last_time_is_told_where_both_versions_ask_the_same(session, workspace, answered):
    new = repeating.repeat(session, answered, "Again")
    new.languages = ["en"]
    kept = results.shown(session, answered)
    found = last_time.last_time(session, new)
    assert (found[BROKEN].score, found[BROKEN].agreed) == (kept.item(BROKEN).score, 2.0)
    preparing.set_questionnaire(session, new, publish_newer(session, workspace.id), ["en"])
    found = last_time.last_time(session, new)
    assert BROKEN not in found
    assert found["shared-assignments"].agreed == 3.0
    assert found["shared-assignments"].score == kept.item("joint-assignments").score


def test_what_can_be_compared_goes_by_the_texts_as_they_were_written(session, workspace, answered):
    other = publish_newer(session, workspace.id)  # its translations are as they were
    found = versions.matched(answered.questionnaire_version, other)
    assert found.item(BROKEN).verdict == "not-comparable"
    assert {found.old.language, found.new.language} == {"en"}


def test_last_time_stays_when_the_answers_are_erased(session, answered):
    new = repeating.repeat(session, answered, "Again")
    before = last_time.last_time(session, new)
    retention.erase_answers(session, answered, 30)
    assert last_time.last_time(session, new) == before != {}


def test_without_a_round_before_there_is_no_last_time(session, last):
    assert last_time.last_time(session, last) == {}
