"""What an action's measure showed, and a measure that is whole."""

from __future__ import annotations

import datetime

import pytest

from maturity.problems import Problems
from maturity.store import actions, assessments, exports, organisations, questionnaires, readings

TODAY = datetime.date(2026, 3, 12)
MEASURED = {"measure": "Projects with users", "baseline": 1.0, "target": 8.0}


@pytest.fixture
def meeting(session, workspace):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity")
    place = organisations.create(session, workspace.id, "Exempelköping")
    return assessments.create(session, workspace.id, place, version)


@pytest.fixture
def action(session, meeting):
    return actions.add(session, meeting, "Users from the first week", **MEASURED)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"measure": ""}, "measure"),
        ({"measure": "", "baseline": None}, "measure"),
        ({"target": 1.0}, "target"),
    ],
)
def test_a_number_without_a_measure_and_a_target_that_is_the_start_are_refused(
    session, meeting, action, wrong, field
):
    assert [one.about for one in actions.half_a_measure(**(MEASURED | wrong))] == [field]
    with pytest.raises(Problems):
        actions.add(session, meeting, "Another", **(MEASURED | wrong))
    with pytest.raises(Problems):
        actions.change(session, action, **wrong)


def test_a_measure_may_have_no_target_yet(session, meeting):
    actions.add(session, meeting, "Another", measure="Days")
    actions.add(session, meeting, "A third", measure="Days", target=3.0)


def test_changing_one_thing_leaves_the_others(session, action):
    actions.change(session, action, status="started")
    assert (action.status, action.measure, action.target) == ("started", "Projects with users", 8.0)


def test_readings_stand_by_day_whatever_the_order_in_which_they_were_written(session, action):
    for day, value in ((3, 4.0), (1, 2.0), (2, 2.5)):
        readings.add(session, action, TODAY.replace(day=day), value, "", TODAY)
    assert [one.value for one in readings.of_action(action)] == [2.0, 2.5, 4.0]
    assert readings.latest(action).value == 4.0


def test_a_day_to_come_a_day_twice_and_nothing_measured_are_refused_all_at_once(session, meeting, action):
    readings.add(session, action, TODAY, 2.0, "", TODAY)
    with pytest.raises(Problems) as refused:
        readings.add(session, action, TODAY, 3.0, "", TODAY - datetime.timedelta(days=1))
    assert len(refused.value.problems) == 2
    bare = actions.add(session, meeting, "Bare")
    with pytest.raises(Problems):
        readings.add(session, bare, TODAY, 3.0, "", TODAY)
    assert bare.readings == []


def test_a_reading_is_found_and_deleted_through_its_own_action_only(session, meeting, action):
    found = readings.add(session, action, TODAY, 2.0, "Counted", TODAY)
    other = actions.add(session, meeting, "Another", **MEASURED)
    assert readings.find(other, found.id) is None
    readings.delete(session, action, readings.find(action, found.id))
    session.expire_all()
    assert readings.latest(action) is None


def test_the_export_of_a_workspace_has_measures_and_readings(session, workspace, action):
    import io
    import json
    import zipfile

    readings.add(session, action, TODAY, 2.0, "Counted", TODAY)
    archive = zipfile.ZipFile(io.BytesIO(exports.workspace_zip(session, workspace)))
    name = next(name for name in archive.namelist() if name.endswith("/actions.json"))
    (told,) = json.loads(archive.read(name))
    assert (told["measure"], told["baseline"], told["target"]) == ("Projects with users", 1.0, 8.0)
    assert [(one["read_on"], one["value"], one["note"]) for one in told["readings"]] == [
        ("2026-03-12", 2.0, "Counted")
    ]
