"""What happened meanwhile, and where one wants to be: noting, changing, deleting."""

from __future__ import annotations

import datetime
import re

import pytest

from maturity.comparison.progress.steps import Move
from maturity.store import audit, marks, organisations, questionnaires, targets
from maturity.store.tables import Target
from maturity.web.progress import aiming

MARK = {"text": "Ny direktör", "happened_on": "2025-05-01"}
TARGET = {"dimension": "user-involvement", "score": "3,5", "by": "2028-03-31"}


@pytest.fixture
def noted(session, rounds):
    def found():
        session.rollback()
        return [(one.text, one.happened_on) for one in marks.of_organisation(session, rounds[0].organisation)]

    return found


@pytest.fixture
def aimed(session, rounds):
    def found():
        session.rollback()
        asked = questionnaires.questionnaire_of(rounds[-1])
        rows = targets.of_organisation(session, rounds[0].organisation, asked)
        return {one.dimension: (one.score, one.by) for one in rows}

    return found


def test_what_happened_is_noted_changed_and_deleted(owner_browser, place, noted, session, rounds):
    assert owner_browser.send(f"{place}/marks", MARK).status_code == 303
    assert ("Ny direktör", datetime.date(2025, 5, 1)) in noted()
    assert "Ny direktör, May 2025" in owner_browser.get(place).text
    page = owner_browser.get(f"{place}/marks").text
    change = re.search(rf'href="({place}/marks/[A-Za-z0-9]+)">Ny direktör', page)[1]
    assert 'value="2025-05-01"' in owner_browser.get(change).text
    owner_browser.send(change, MARK | {"text": "Ny chef"})
    assert ("Ny chef", datetime.date(2025, 5, 1)) in noted()
    owner_browser.send(f"{change}/delete")
    assert [text for text, _ in noted()] == ["Val", "Ny organisation"]
    verbs = [one.verb for one in audit.entries(session, rounds[0].workspace_id)]
    assert verbs[:3] == ["mark-deleted", "mark-changed", "mark-added"]


def test_everything_that_is_missing_is_said_at_once(owner_browser, place, noted):
    before = noted()
    answer = owner_browser.send(f"{place}/marks", {"text": " ", "happened_on": "soon"})
    assert answer.status_code == 422
    assert "Write what happened" in answer.text
    assert "Write a date such as 2026-03-12" in answer.text
    assert noted() == before


def test_a_target_is_set_changed_and_deleted(owner_browser, place, aimed, session):
    assert owner_browser.send(f"{place}/targets", TARGET).status_code == 303
    assert aimed()["user-involvement"] == (3.5, datetime.date(2028, 3, 31))
    form = owner_browser.get(f"{place}/targets?dimension=user-involvement").text
    assert 'value="3.5"' in form
    owner_browser.send(f"{place}/targets", TARGET | {"score": "4"})
    assert aimed()["user-involvement"][0] == 4
    row = session.query(Target).filter_by(dimension="user-involvement").one()
    owner_browser.send(f"{place}/targets/{row.id}/delete")
    assert "user-involvement" not in aimed()


def test_a_target_of_the_readers_language_has_its_decimal_sign(owner_browser, place):
    owner_browser.send(f"{place}/targets", TARGET)
    owner_browser.set_cookie("language", "sv")
    form = owner_browser.get(f"{place}/targets?dimension=user-involvement").text
    assert 'value="3,5"' in form
    assert "3 Etablerat" in form


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"score": "6"}, "Write a number from 1 to 5"),
        ({"score": "high"}, "Write a number"),
        ({"score": ""}, "Write the score that you aim for"),
        ({"by": "2020-01-01"}, "Choose a day after the latest round"),
        ({"by": ""}, "Choose the day by which you want to be there"),
        ({"dimension": "no-such"}, "Choose one of those that are given"),
    ],
)
def test_a_target_that_cannot_be_is_refused(owner_browser, place, aimed, wrong, told):
    before = aimed()
    answer = owner_browser.send(f"{place}/targets", TARGET | wrong)
    assert answer.status_code == 422
    assert told in answer.text
    assert aimed() == before


def test_the_targets_page_says_how_far_they_are_and_what_they_ask_for(owner_browser, place):
    page = owner_browser.get(f"{place}/targets").text
    assert "14 % of the way (may be chance); on" in page
    assert "The target asks for +0.5 a year." in page
    assert "cannot be said yet: fewer than five" in page


def test_where_enough_have_repeated_it_the_page_says_how_far_one_usually_moves(
    owner_browser, place, monkeypatch
):
    moves = {"user-involvement": Move(9, 0.1, -0.1, 0.4, 2.0)}
    monkeypatch.setattr(aiming, "usual_moves", lambda *_: moves)
    page = owner_browser.get(f"{place}/targets").text
    assert "The middle half of 9 municipalities here moved between −0.1 and +0.4 a year." in page
    assert "cannot be said yet" not in page


def test_after_a_first_round_targets_can_be_set_already(owner_browser, workspace, take_in):
    place = f"/workspaces/{workspace.id}/progress/{take_in(2024).organisation_id}"
    assert owner_browser.send(f"{place}/targets", TARGET).status_code == 303
    assert "The target asks for" in owner_browser.get(f"{place}/targets").text


def test_without_a_round_there_is_no_scale_to_aim_on(owner_browser, workspace, session):
    place = organisations.create(session, workspace.id, "Andra")
    session.commit()
    assert owner_browser.get(f"/workspaces/{workspace.id}/progress/{place.id}/targets").status_code == 404


def test_another_organisation_s_marks_and_targets_are_not_found(owner_browser, place, session, workspace):
    other = organisations.create(session, workspace.id, "Andra")
    mark = marks.add(session, other, datetime.date(2025, 1, 1), "Val")
    session.commit()
    assert owner_browser.get(f"{place}/marks/{mark.id}").status_code == 404
    assert owner_browser.send(f"{place}/marks/{mark.id}/delete").status_code == 404
