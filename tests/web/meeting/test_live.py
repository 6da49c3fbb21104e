"""Asking an item in the room: the wall, and the phones."""

from __future__ import annotations

import pytest

from maturity.store import audit, invitations, live
from maturity.store.tables import LiveAnswer

from .conftest import DIVIDED


@pytest.fixture
def token(owner_browser, path, meeting, session, settings):
    """The item is asked; the token of the open link."""
    owner_browser.send(f"{path}/wall/{DIVIDED}/ask")
    secret = settings.secret()
    return invitations.token_of(invitations.open_link(session, meeting), secret)


@pytest.fixture
def phones(app, session, meeting, token):
    """Some phones with the open link."""

    def answer(*marks):
        session.expire_all()
        asked = live.current(session, meeting)
        session.commit()
        found = []
        for mark in marks:
            phone = app.test_client()
            found.append(phone)
            assert phone.send(f"/live/{token}", {"live": asked.id, "mark": mark}).status_code == 303
        return found

    return answer


def test_the_wall_shows_how_to_answer(owner_browser, path, token):
    page = owner_browser.get(f"{path}/wall/{DIVIDED}").text
    assert f"/live/{token}" in page
    assert "0 have answered" in page
    assert "spread-count" not in page


def test_the_distribution_appears_once_enough_have_answered(owner_browser, path, phones):
    state = f"{path}/wall/{DIVIDED}/state"
    phones("1", "1", "2", live.UNKNOWN)
    found = owner_browser.get(state).json
    assert "4 have answered" in found["html"]
    assert "spread-count" not in found["html"]
    phones("5")
    found = owner_browser.get(state).json
    assert "5 have answered" in found["html"]
    assert "spread-count" in found["html"]
    assert "I don’t know" in found["html"]


def test_what_the_room_said_stays_when_asking_stops(owner_browser, path, phones, session):
    phones("1", "1", "2", "4", "5")
    owner_browser.send(f"{path}/wall/{DIVIDED}/stop")
    assert session.query(LiveAnswer).count() == 0
    assert "What the room said" in owner_browser.get(f"{path}/wall/{DIVIDED}").text
    assert "What the room said" in owner_browser.get(f"{path}/meeting/{DIVIDED}").text
    assert owner_browser.get(f"{path}/wall/{DIVIDED}/state").json == {"live": None}


def test_an_answer_can_be_changed_until_it_is_on_the_wall(browser, phones, token):
    first, *_ = phones("1", "1")
    page = first.get(f"/live/{token}").text
    assert "Your answer has been taken" in page
    assert "checked" in page
    phones("2", "2", "2")
    assert "Your answer is on the wall" in first.get(f"/live/{token}").text
    assert "Resources follow" in browser.get(f"/live/{token}").text


def test_a_phone_must_choose_one_of_the_answers(browser, meeting, session, token):
    asked = live.current(session, meeting)
    for mark in ("", "9", "not-applicable"):
        answer = browser.send(f"/live/{token}", {"live": asked.id, "mark": mark})
        assert answer.status_code == 422
        assert "Choose an answer" in answer.text


def test_an_answer_to_a_question_that_is_over_is_not_taken(browser, owner_browser, path, token, session):
    owner_browser.send(f"{path}/wall/{DIVIDED}/stop")
    assert browser.send(f"/live/{token}", {"live": "x", "mark": "1"}).status_code == 303
    assert session.query(LiveAnswer).count() == 0
    assert "Nothing is asked right now" in browser.get(f"/live/{token}").text


def test_a_phone_learns_that_something_else_is_asked(browser, owner_browser, path, token):
    before = browser.get(f"/live/{token}/state").json["now"]
    owner_browser.send(f"{path}/wall/path-from-test-to-operation/ask")
    assert browser.get(f"/live/{token}/state").json["now"] != before


def test_the_phone_speaks_the_languages_of_the_round(browser, token):
    assert 'lang="sv"' in browser.get(f"/live/{token}", headers={"Accept-Language": "sv"}).text
    assert 'lang="sv"' in browser.get(f"/live/{token}", headers={"Accept-Language": "nb"}).text


def test_a_link_that_is_not_there_leads_nowhere(browser, token):
    assert browser.get("/live/" + "a" * 22).status_code == 404


def test_the_log_says_that_a_link_was_made_for_the_room(meeting, token, session):
    verbs = {one.verb for one in audit.entries(session, meeting.workspace_id)}
    assert {"live-asked", "invitations-made"} <= verbs


@pytest.mark.parametrize("given", ["3", "2", "99999", "9" * 5000])
def test_too_few_to_wait_for_is_refused(owner_browser, path, given, meeting, session):
    owner_browser.send(f"{path}/wall/{DIVIDED}/ask", {"wait_for": given})
    assert live.current(session, meeting) is None
    assert "Wait for at least 5 people" in owner_browser.get(f"{path}/wall/{DIVIDED}").text


def test_an_open_link_that_is_there_is_used(owner_browser, path, meeting, session, settings):
    made = invitations.make(session, meeting, settings.secret(), kind="open")
    session.commit()
    owner_browser.send(f"{path}/wall/{DIVIDED}/ask")
    assert [one.id for one in invitations.of_assessment(session, meeting, "open")] == [made.id]
