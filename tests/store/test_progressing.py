"""The rounds of an organisation, read back from the store, and how it moved."""

from __future__ import annotations

import datetime

import pytest
from tests.newer import BROKEN, RENAMED, publish_newer
from tests.store.conftest import SECRET

from maturity import resources
from maturity.answers import read
from maturity.comparison import progress as room
from maturity.language import SUPPORTED
from maturity.problems import Problems
from maturity.report.progress.formats import WRITERS
from maturity.report.progress.stored import bundle_of
from maturity.store import (
    actions,
    assessments,
    comparable,
    marks,
    organisations,
    progressing,
    questionnaires,
    results,
    retention,
    targets,
)
from maturity.store.clock import now
from maturity.store.imports import import_assessment
from maturity.store.tables import ActionReading, Respondent

ASKED = "innovation-capacity"
YEARS = (2022, 2024, 2026)


def progress_of(session, place, tag, **which):
    return progressing.of_rounds(session, place, progressing.rounds_of(session, place, tag, **which))


@pytest.fixture
def take_in(session, workspace):
    """Takes a round of the example in, with its result kept: `take_in(2024)`."""
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, ASKED)

    def made(year, **columns):
        name = f"exempelkoping-{year}.yaml"
        given = read((resources.examples() / name).read_bytes(), name, questionnaires.load(version))
        found = import_assessment(session, workspace.id, version, given, SECRET)
        results.freeze(session, found, results.compute(session, found))
        for column, value in columns.items():
            setattr(found, column, value)
        session.flush()
        return found

    return made


@pytest.fixture
def rounds(take_in):
    """The three rounds of the example, taken in out of order."""
    made = {year: take_in(year) for year in (2026, 2022, 2024)}
    return [made[year] for year in YEARS]


def test_rounds_stand_in_the_order_of_their_days(session, rounds):
    found = progressing.rounds_of(session, rounds[0].organisation, "sv")
    assert [one.date.year for one in found] == list(YEARS)
    assert {one.questionnaire.language for one in found} == {"sv"}


def test_a_kept_result_is_read_as_it_was_kept(session, rounds):
    before = progress_of(session, rounds[0].organisation, "en")
    for one in rounds:
        retention.erase_answers(session, one, 30)
    assert progress_of(session, rounds[0].organisation, "en") == before


@pytest.fixture
def newer(session, workspace, rounds):
    """The last round is of a newer version, whose translations have not followed its texts."""
    rounds[2].questionnaire_version = publish_newer(session, workspace.id)
    kept = results.latest(session, rounds[2])
    for before, after in RENAMED.items():
        kept.result = kept.result.replace(before, after)
    session.flush()
    return rounds


def test_what_is_comparable_is_the_same_in_every_language(session, newer):
    place = newer[0].organisation
    found = [progress_of(session, place, tag) for tag in SUPPORTED]
    assert found[0].latest.item(BROKEN).verdict == "not-comparable"
    assert all(one == found[0] for one in found)
    told = [bundle_of(session, place, tag).report for tag in SUPPORTED]
    assert len({len(one.versions) for one in told}) == 1 <= len(told[0].versions)


def test_one_round_is_no_progress(session, take_in):
    only = take_in(2024)
    assert len(progressing.rounds_of(session, only.organisation, "en")) == 1
    assert progress_of(session, only.organisation, "en") is None


@pytest.mark.parametrize("state", ["draft", "open"])
def test_a_round_that_may_not_be_read_does_not_count(session, rounds, state):
    rounds[2].state = state
    session.flush()
    found = progressing.rounds_of(session, rounds[0].organisation, "en")
    assert [one.date.year for one in found] == [2022, 2024]


def test_a_round_in_its_meeting_counts(session, rounds):
    rounds[2].state = "meeting"
    session.flush()
    assert len(progressing.rounds_of(session, rounds[0].organisation, "en")) == 3


def test_a_trial_that_was_kept_and_a_round_that_nobody_answered_do_not_count(session, rounds):
    rounds[0].threshold = 1
    empty = assessments.create(
        session,
        rounds[1].workspace_id,
        rounds[1].organisation,
        rounds[1].questionnaire_version,
        state="closed",
    )
    assert comparable.chosen(session, rounds[1].organisation) == (rounds[1], rounds[2])
    assert empty.state == "closed"


def test_a_municipality_that_was_renamed_is_the_same_one(session, rounds):
    rounds[0].organisation.name = "Nya Exempelköping"
    session.flush()
    found = progress_of(session, rounds[0].organisation, "en")
    assert {one.organisation for one in found.rounds} == {"Nya Exempelköping"}


def test_another_organisation_has_rounds_of_its_own(session, rounds):
    other = organisations.create(session, rounds[0].workspace_id, "Andra")
    assert progressing.rounds_of(session, other, "en") == ()


def test_until_leaves_out_what_came_later(session, rounds):
    place = rounds[0].organisation
    found = progressing.rounds_of(session, place, "en", until=rounds[1])
    assert [one.date.year for one in found] == [2022, 2024]
    assert comparable.earlier_rounds(session, rounds[1]) == (rounds[0],)
    assert comparable.earlier_rounds(session, rounds[0]) == ()


def test_the_questionnaire_that_was_answered_twice_is_chosen(session, rounds, workspace):
    version = questionnaires.bundled(session, "innovation-capacity-short")
    name = "exempelkoping-short-2026.yaml"
    given = read((resources.examples() / name).read_bytes(), name, questionnaires.load(version))
    short = import_assessment(session, workspace.id, version, given, SECRET)
    short.held_on = datetime.date(2027, 1, 1)
    session.flush()
    place = rounds[0].organisation
    assert list(comparable.families(session, place)) == [version.questionnaire, ASKED]
    assert comparable.chosen(session, place) == tuple(rounds)
    assert comparable.chosen(session, place, version.questionnaire) == (short,)
    assert comparable.chosen(session, place, "no-such") == ()


def test_actions_are_followed_up_with_their_readings(session, rounds):
    made = actions.add(
        session,
        rounds[1],
        "Brukare med",
        owner="Utvecklingschefen",
        status="open",
        about=["start-in-the-need", "no-such-item"],
        measure="Projekt",
        baseline=1.0,
        target=8.0,
        created_at=now().replace(year=2024, month=5, day=15),
    )
    made.readings.append(ActionReading(read_on=datetime.date(2026, 2, 1), value=4.0))
    session.flush()
    found = progress_of(session, rounds[0].organisation, "en")
    (followed,) = found.followed
    assert followed.action == room.Action(
        "Brukare med",
        ("start-in-the-need",),
        "Utvecklingschefen",
        datetime.date(2024, 5, 15),
        measure="Projekt",
        baseline=1.0,
        target=8.0,
        readings=(room.Reading(datetime.date(2026, 2, 1), 4.0),),
    )
    assert followed.since == 1
    assert followed.share == pytest.approx(3 / 7)
    assert [one.id for one in followed.items] == ["start-in-the-need"]


def test_an_action_about_an_item_that_was_renamed_or_is_gone_is_told_by_its_name(session, newer):
    before, after = next(iter(RENAMED.items()))
    actions.add(session, newer[1], "Meet", about=[before])
    bundle = bundle_of(session, newer[0].organisation, "sv")
    assert [one.id for one in bundle.progress.followed[0].items] == [after]
    told = dict(bundle.report.loop[0].facts)
    asked = questionnaires.questionnaire_of(newer[1], "sv")
    assert asked.name_of(before) in " ".join(told.values())
    assert before not in " ".join(told.values())


def test_an_action_that_was_carried_over_stands_once(session, rounds):
    first = actions.add(session, rounds[0], "Meet", about=["start-in-the-need"])
    second = actions.add(session, rounds[1], "Meet", about=["start-in-the-need"], earlier_id=first.id)
    actions.add(session, rounds[2], "Meet", status="started", earlier_id=second.id)
    actions.add(session, rounds[2], "New")
    place = rounds[0].organisation
    found = progress_of(session, place, "en")
    assert [(one.action.title, one.since, one.action.status) for one in found.followed] == [
        ("Meet", 0, "started")
    ]
    assert [one.title for one in found.decided] == ["New"]
    assert [one.title for one in found.continued] == ["Meet"]
    until = progress_of(session, place, "en", until=rounds[1])
    assert (until.decided, len(until.followed)) == ((), 1)


def test_an_action_that_was_carried_through_a_round_with_another_questionnaire_stands_once(session, rounds):
    short = questionnaires.bundled(session, "innovation-capacity-short")
    first = actions.add(session, rounds[1], "Meet")
    between = assessments.create(session, rounds[1].workspace_id, rounds[1].organisation, short)
    second = actions.add(session, between, "Meet", earlier_id=first.id)
    actions.add(session, rounds[2], "Meet", status="started", earlier_id=second.id)
    found = progress_of(session, rounds[0].organisation, "en")
    assert [one.action.status for one in found.followed] == ["started"]
    assert (found.decided, len(found.continued)) == ((), 1)


def test_an_action_from_a_round_that_is_gone_is_one_of_its_own(session, rounds):
    first = actions.add(session, rounds[1], "Meet")
    actions.add(session, rounds[2], "Meet", earlier_id=first.id)
    assessments.delete(session, rounds[1])
    session.expire_all()
    found = progress_of(session, rounds[0].organisation, "en")
    assert (found.followed, found.continued) == ((), ())
    assert [one.title for one in found.decided] == ["Meet"]


def test_two_rounds_of_one_day_stand_in_the_order_in_which_they_were_made(session, rounds):
    place = rounds[0].organisation
    for one in rounds:
        one.held_on = datetime.date(2026, 3, 12)
        kept = results.latest(session, one)
        kept.result = kept.result.replace(results.shown(session, one).date, "2026-03-12")
    session.flush()
    made = sorted(rounds, key=lambda one: (one.created_at, one.id))
    assert comparable.chosen(session, place) == tuple(made)
    bundle = bundle_of(session, place, "sv")
    assert bundle.report.trends is not None
    assert WRITERS[".html"](bundle)


def test_marks_and_targets_go_with_the_organisation(session, rounds):
    place, asked = rounds[0].organisation, questionnaires.questionnaire_of(rounds[0], "en")
    mark = marks.add(session, place, datetime.date(2022, 9, 11), "Val")
    assert marks.add(session, place, datetime.date(2022, 9, 11), "Val") is mark
    top = asked.dimensions[0].id
    target = targets.put(session, place, asked, top, 3.0, datetime.date(2028, 3, 31))
    assert targets.put(session, place, asked, top, 3.5, datetime.date(2028, 3, 31)) is target
    found = progress_of(session, place, "en")
    assert found.marks == (room.Mark(datetime.date(2022, 9, 11), "Val"),)
    assert [one.target for one in found.towards] == [room.Target(top, 3.5, datetime.date(2028, 3, 31))]


def test_a_target_lies_on_the_scale_of_a_dimension_that_is_there(session, rounds):
    place, asked = rounds[0].organisation, questionnaires.questionnaire_of(rounds[0], "en")
    for dimension, score in (("no-such", 3.0), (asked.dimensions[0].id, 6.0)):
        with pytest.raises(Problems):
            targets.put(session, place, asked, dimension, score, datetime.date(2028, 3, 31))


def test_marks_and_targets_of_others_are_not_found(session, rounds):
    place, asked = rounds[0].organisation, questionnaires.questionnaire_of(rounds[0], "en")
    other = organisations.create(session, place.workspace_id, "Andra")
    mark = marks.add(session, place, datetime.date(2022, 9, 11), "Val")
    target = targets.put(session, place, asked, asked.dimensions[0].id, 3.0, datetime.date(2028, 3, 31))
    assert (marks.find(session, other, mark.id), targets.find(session, other, target.id)) == (None, None)
    marks.delete(session, marks.find(session, place, mark.id))
    targets.delete(session, targets.find(session, place, target.id))
    assert (marks.of_organisation(session, place), targets.of_organisation(session, place, asked)) == ([], [])


def test_people_are_linked_only_where_codes_are_at_hand(session, rounds):
    def give_codes():
        for one in rounds[1:]:
            people = session.query(Respondent).filter_by(assessment_id=one.id).order_by(Respondent.role)
            for at, person in enumerate(people):
                person.code = f"{at:064}"
        session.flush()

    place = rounds[0].organisation
    assert [one.assessment for one in progressing.rounds_of(session, place, "en")] == [None] * 3
    give_codes()
    assert [one.assessment is not None for one in progressing.rounds_of(session, place, "en")] == [
        False,
        True,
        True,
    ]
    retention.erase_answers(session, rounds[1], 30)
    assert [one.assessment for one in progressing.rounds_of(session, place, "en")] == [None] * 3


def test_a_latest_round_with_too_few_answers_leaves_the_others_comparable(session, rounds, take_in):
    empty = take_in(2026, held_on=datetime.date(2027, 3, 1), label="Too few", threshold=100)
    results.freeze(session, empty, results.compute(session, empty))
    actions.add(session, empty, "Ask more people")
    session.flush()
    found = progress_of(session, empty.organisation, "en")
    assert [one.date[:4] for one in found.rounds] == [str(year) for year in YEARS]
    assert found.latest is not None
    assert "Ask more people" in [one.title for one in found.decided]
