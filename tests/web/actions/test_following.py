"""What an action is to move, how that is measured, and what the measure shows."""

from __future__ import annotations

import datetime

import pytest
from tests.web.actions.test_actions import FACTS
from tests.web.meeting.conftest import make_round, meeting, path

from maturity.language import language
from maturity.report.readings import measure_told, readings_chart, way_told
from maturity.report.taken import taken_on
from maturity.store import actions, readings
from maturity.store.questionnaires import questionnaire_of

__all__ = ["make_round", "meeting", "path"]
MEASURED = FACTS | {
    "about": ["start-in-the-need", "political-ownership"],
    "measure": "Projects <with> users",
    "baseline": "1,5",
    "target": "8",
}


@pytest.fixture
def action(session, meeting):
    found = actions.add(
        session, meeting, "Users from the first week", measure="Projects", baseline=1.0, target=8.0
    )
    session.commit()
    return found


@pytest.fixture
def where(path, action):
    return f"{path}/actions/{action.id}/follow-up"


def days_ago(days: int) -> datetime.date:
    return datetime.date.today() - datetime.timedelta(days=days)


def test_what_it_is_to_move_and_how_that_is_measured_are_kept(owner_browser, path, session, meeting):
    assert owner_browser.send(f"{path}/actions/new", MEASURED).status_code == 303
    (found,) = actions.of_assessment(session, meeting)
    assert set(found.about) == set(MEASURED["about"])
    assert (found.measure, found.baseline, found.target) == ("Projects <with> users", 1.5, 8.0)
    form = owner_browser.get(f"{path}/actions/{found.id}").text
    assert 'value="1.5"' in form
    assert form.count("checked") == 3  # two parts, and the status
    page = owner_browser.get(f"{path}/actions/{found.id}/follow-up").text
    assert "Projects &lt;with&gt; users: from 1.5 to 8" in page
    assert "Start in the need" in page


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"measure": ""}, "Write what is measured"),
        ({"target": "1.5"}, "The target is the same as the start"),
        ({"target": "many"}, "Write a number"),
        ({"about": ["no-such-part"]}, "Choose among those that are given"),
        ({"title": "", "measure": ""}, "Write what is measured"),
    ],
)
def test_what_does_not_fit_is_told_and_nothing_is_lost(owner_browser, path, session, meeting, wrong, told):
    answer = owner_browser.send(f"{path}/actions/new", MEASURED | wrong)
    assert answer.status_code == 422
    assert told in answer.text
    assert "=1+1" in answer.text
    assert actions.of_assessment(session, meeting) == []


def test_a_recommendation_brings_along_what_it_is_about(owner_browser, path, session, meeting):
    asked = questionnaire_of(meeting, "en")
    page = owner_browser.get(f"{path}/actions").text
    first = next(one for one in asked.recommendations if f"?from={one.id}" in page)
    form = owner_browser.get(f"{path}/actions/new?from={first.id}").text
    box = form.partition(f'value="{first.about}"')[0].rpartition("<input")[2]
    assert "checked" in box


def test_readings_are_written_down_drawn_and_deleted(owner_browser, where, session, action):
    assert "Write down a reading" in owner_browser.get(where).text
    for day, value in ((days_ago(90), "2,5"), (days_ago(1), "4")):
        answer = owner_browser.send(where, {"read_on": day.isoformat(), "value": value, "note": "<counted>"})
        assert answer.status_code == 303
    page = owner_browser.get(where).text
    assert "<figure" in page
    assert "&lt;counted&gt;" in page
    assert "That is 43 % of the way from 1 to 8." in page
    session.rollback()
    newest = readings.latest(action)
    gone = f"{where.removesuffix('/follow-up')}/readings/{newest.id}/delete"
    assert owner_browser.send(gone).status_code == 303
    assert owner_browser.send(gone).status_code == 404
    assert "<figure" not in owner_browser.get(where).text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"value": ""}, "Write the number"),
        ({"value": "some"}, "Write a number"),
        ({"read_on": ""}, "Choose the day"),
        ({"read_on": "2999-01-01"}, "That day is still to come"),
    ],
)
def test_a_reading_that_does_not_fit_is_told_and_kept(owner_browser, where, wrong, told):
    given = {"read_on": days_ago(1).isoformat(), "value": "4", "note": "Counted by hand"} | wrong
    answer = owner_browser.send(where, given)
    assert answer.status_code == 422
    assert told in answer.text
    assert "Counted by hand" in answer.text


def test_an_action_without_a_measure_says_what_to_do(owner_browser, session, meeting, path):
    bare = actions.add(session, meeting, "Bare")
    session.commit()
    assert "Nothing is measured yet." in owner_browser.get(f"{path}/actions/{bare.id}/follow-up").text


def test_a_reader_reads_and_writes_nothing(member_browser, where):
    reader = member_browser("reader")
    page = reader.get(where).text
    assert "Write down a reading" not in page
    assert "Change the action" not in page
    assert reader.send(where, {"read_on": "2026-01-01", "value": "4"}).status_code == 403


def test_another_round_and_another_workspace_find_nothing(
    owner_browser, stranger_browser, make_round, action, where
):
    assert stranger_browser.get(where).status_code == 404
    other = make_round()
    elsewhere = f"/workspaces/{other.workspace_id}/rounds/{other.id}/actions/{action.id}/follow-up"
    assert owner_browser.get(elsewhere).status_code == 404
    assert owner_browser.send(elsewhere, {"value": "4"}).status_code == 404


def test_a_line_says_where_a_measure_stands(session, action):
    english, swedish = language("en"), language("sv")
    assert measure_told(action, english) == "Projects: from 1 to 8"
    readings.add(session, action, datetime.date(2026, 2, 1), 4.5, "", datetime.date.today())
    assert measure_told(action, english) == "Projects: 4.5 (1 Feb 2026), target 8"
    assert measure_told(action, swedish).startswith("Projects: 4,5 (1 feb. 2026)")
    assert way_told(action, english) == "50 % of the way from 1 to 8"
    assert readings_chart(action, english) is None
    actions.change(session, action, baseline=None, target=None)
    assert measure_told(action, english) == "Projects: 4.5 (1 Feb 2026)"
    assert way_told(action, english) == ""


def test_the_report_says_where_the_measure_stands(owner_browser, session, meeting, action, path):
    (taken,) = taken_on(session, meeting, language("en"), datetime.date.today())
    assert taken.measure == "Projects: from 1 to 8"
    assert "Projects: from 1 to 8" in owner_browser.get(f"{path}/report").text


@pytest.mark.parametrize("tag", ["en", "sv", "da", "nb"])
def test_the_page_is_there_in_every_language(owner_browser, session, where, action, tag):
    for days in (90, 30, 3):
        readings.add(session, action, days_ago(days), days / 7, "", days_ago(0))
    session.commit()
    assert owner_browser.get(where, headers={"Accept-Language": tag}).status_code == 200
