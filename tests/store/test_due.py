"""What is due in a workspace, and when no longer."""

from __future__ import annotations

import datetime

import pytest
from tests.statements import noted
from tests.store.test_moves import scored

from maturity.store import (
    actions,
    assessments,
    organisations,
    questionnaires,
    respondents,
    results,
    targets,
    workspaces,
)
from maturity.store.clock import now
from maturity.store.due import due_in
from maturity.store.ids import make_token
from maturity.store.tables import QuestionnaireVersion, Target

TODAY = datetime.date(2026, 3, 12)
SECRET = "a secret of the tests"


def after(days: int) -> datetime.date:
    return TODAY + datetime.timedelta(days=days)


@pytest.fixture
def version(session):
    questionnaires.ensure_bundled(session)
    return questionnaires.bundled(session, "innovation-capacity")


@pytest.fixture
def place(session, workspace):
    return organisations.create(session, workspace.id, "Exempelköping")


@pytest.fixture
def make(session, workspace, place, version):
    """A round of the municipality."""

    def made(state="closed", **facts):
        closed = {"closed_at": now()} if state == "closed" else {}
        return assessments.create(session, workspace.id, place, version, state=state, **closed, **facts)

    return made


@pytest.fixture
def due(session, workspace):
    return lambda tag="en": due_in(session, workspace.id, TODAY, tag)


@pytest.fixture
def aim(session, place, version):
    def aimed(by):
        target = Target(
            organisation_id=place.id,
            questionnaire="innovation-capacity",
            dimension="political-ownership",
            score=3.5,
            by=by,
        )
        session.add(target)
        session.flush()
        return target

    return aimed


@pytest.mark.parametrize(("days", "told"), [(31, False), (30, True), (-400, True)])
def test_a_new_round_is_due_from_thirty_days_before(make, due, days, told):
    one = make(label="2024", again_on=after(days))
    found = due()
    assert [(two.kind, two.subject, two.title, two.assessment) for two in found] == (
        [("round", one.id, "2024", one.id)] if told else []
    )


def test_a_round_that_has_begun_is_not_due(make, due):
    one = make(again_on=after(0))
    make("draft", earlier_id=one.id)
    assert due() == ()


@pytest.mark.parametrize(
    ("days", "status", "told"), [(15, "open", False), (14, "open", True), (-9, "started", True)]
)
def test_an_action_is_due_from_two_weeks_before(session, make, due, days, status, told):
    action = actions.add(session, make(), "Meet", owner="Head", due=after(days), status=status)
    found = due()
    assert [(one.kind, one.subject, one.day, one.title, one.owner) for one in found] == (
        [("action", action.id, after(days), "Meet", "Head")] if told else []
    )


@pytest.mark.parametrize("facts", [{"status": "done"}, {"status": "dropped"}, {"due": None}])
def test_an_action_that_is_over_or_has_no_day_is_not_due(session, make, due, facts):
    actions.add(session, make(), "Meet", **({"due": after(0)} | facts))
    assert due() == ()


def test_an_action_that_was_carried_over_is_due_once(session, make, due):
    was = actions.add(session, make(), "Meet", due=after(-3))
    actions.add(session, make("draft"), "Meet", due=after(3), earlier_id=was.id)
    assert [one.day for one in due()] == [after(3)]


@pytest.mark.parametrize(("days", "told"), [(61, False), (60, True), (-1, True)])
def test_a_target_is_due_from_two_months_before(aim, due, days, told):
    aim(after(days))
    found = due("sv")
    assert [(one.kind, one.title, one.assessment) for one in found] == (
        [("target", "Politiskt ägarskap", None)] if told else []
    )


def test_a_round_on_or_after_its_day_tells_whether_a_target_is_met(session, make, aim, due):
    aim(after(-9))
    one = make(held_on=after(-10), origin="result")
    results.freeze(session, one, scored(2024))
    assert len(due()) == 1
    one.held_on = after(-9)
    session.flush()
    assert due() == ()


@pytest.mark.parametrize(
    ("days", "wanted", "told"), [(6, 2, False), (5, 2, True), (5, 1, False), (-1, 1, True)]
)
def test_a_round_that_ends_soon_is_told_while_few_have_answered(session, make, due, days, wanted, told):
    one = make("open", closes_on=after(days), targets={"staff": wanted})
    person = respondents.start(session, one, make_token(), "staff", "sv", SECRET)
    person.submitted_at = now()
    session.flush()
    assert [two.kind for two in due()] == (["closing"] if told else [])


def test_what_is_due_stands_by_day_and_says_what_is_late(session, make, due):
    one = make(again_on=after(2))
    actions.add(session, one, "Late", due=after(-2))
    assert [(two.kind, two.is_late(TODAY)) for two in due()] == [("action", True), ("round", False)]


def test_nothing_of_another_workspace_is_due(session, owner, make, aim):
    one = make(again_on=after(0))
    aim(after(0))
    actions.add(session, one, "Meet", due=after(0))
    other = workspaces.create(session, owner, "Another")
    assert due_in(session, other.id, TODAY, "en") == ()


def test_the_database_is_asked_as_often_for_one_municipality_as_for_many(session, workspace, version, due):
    def add(number):
        own = session.get(QuestionnaireVersion, version.id)  # the other may have been put out of the session
        place = organisations.create(session, workspace.id, f"Town {number}")
        one = assessments.create(
            session, workspace.id, place, own, state="open", closes_on=after(-1), targets={"staff": 3}
        )
        actions.add(session, one, "Meet", due=after(0))
        asked = questionnaires.load(own)
        targets.put(session, place, asked, next(iter(asked.nodes)), 3.5, after(9))
        assessments.create(
            session, workspace.id, place, own, state="closed", closed_at=now(), again_on=after(1)
        )

    def asks():
        session.flush()
        session.expunge_all()
        with noted(session.connection()) as statements:
            found = due()
        return len(found), len(statements)

    add(0)
    asks()  # its questionnaire is read once, and kept
    few, asked_for_one = asks()
    for number in range(1, 6):
        add(number)
    many, asked_for_many = asks()
    assert (few, many) == (4, 24)
    assert asked_for_many == asked_for_one
