"""Plans that stand in a file, taken into the store: every action goes to the round that it followed."""

from __future__ import annotations

import datetime

import pytest

from maturity import resources
from maturity.comparison.progress import Action, Plans, read_plans
from maturity.store import actions, assessments, comparable, marks, organisations, questionnaires, targets
from maturity.store.followed import as_action, decided_in, keep_plans, newest_of

NAME = "exempelkoping-actions.yaml"


@pytest.fixture
def rounds(session, workspace):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity")
    place = organisations.create(session, workspace.id, "Exempelköping")
    days = [datetime.date(year, 3, 12) for year in (2022, 2024, 2026)]
    return [
        assessments.create(session, workspace.id, place, version, held_on=day, state="closed") for day in days
    ]


def test_a_file_of_plans_is_kept_whole(session, rounds):
    asked = questionnaires.questionnaire_of(rounds[-1])
    plans = read_plans((resources.examples() / NAME).read_bytes(), NAME, [asked])
    keep_plans(session, rounds, plans)
    kept = [actions.of_assessment(session, one) for one in rounds]
    assert [len(one) for one in kept] == [1, 2, 1]
    known = {*asked.nodes, *asked.items}
    found = {as_action(row, known) for rows in kept for row in rows}
    assert found == set(plans.actions)
    place = rounds[0].organisation
    assert marks.as_marks(session, place) == plans.marks
    assert set(targets.as_targets(session, place, asked)) == set(plans.targets)


@pytest.mark.parametrize(
    ("decided", "at"),
    [
        (None, 1),
        (datetime.date(2020, 1, 1), 0),
        (datetime.date(2024, 3, 12), 1),
        (datetime.date(2027, 1, 1), 2),
    ],
)
def test_an_action_belongs_to_the_round_before_its_day(session, rounds, decided, at):
    keep_plans(session, rounds, Plans(actions=(Action("Meet", decided=decided),)))
    assert [len(actions.of_assessment(session, one)) for one in rounds] == [int(at == n) for n in range(3)]


def test_rounds_without_a_result_are_no_rounds_yet(session, rounds):
    assert comparable.families(session, rounds[0].organisation) == {}


def test_an_action_that_was_carried_over_stands_as_the_newest_of_its_line(session, rounds):
    first, second, third = (
        actions.add(session, one, "Meet", status=status)
        for one, status in zip(rounds, ("open", "started", "done"), strict=True)
    )
    second.earlier_id, third.earlier_id = first.id, second.id
    alone = actions.add(session, rounds[0], "Alone")
    session.flush()
    assert newest_of(session, [first, alone]) == {first.id: third, alone.id: alone}
    assert [one.status for one in decided_in(session, rounds[0], ())] == ["done", "planned"]
