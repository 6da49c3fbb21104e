"""The agenda, and agreeing on levels."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from maturity.store import agreed
from maturity.store.tables import Answer

from .conftest import DIVIDED


def test_the_agenda_begins_with_what_divides_people(owner_browser, path):
    page = owner_browser.get(f"{path}/meeting")
    assert page.status_code == 200
    first = page.text.split("<h3>")[1]
    assert f"/meeting/{DIVIDED}" in first
    assert "Agreed on 0 of 30 items" in page.text


def test_where_too_few_answered_nothing_is_said_to_stand_out_or_not(owner_browser, make_round):
    few = make_round(roles={})
    page = owner_browser.get(f"/workspaces/{few.workspace_id}/rounds/{few.id}/meeting").text
    assert "so nothing about their answers can be shown" in page
    assert "Nothing stands out" not in page
    assert "Talk about these first" not in page


@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
@pytest.mark.parametrize("page", ["meeting", f"meeting/{DIVIDED}", f"wall/{DIVIDED}"])
def test_every_page_is_there_in_every_language(owner_browser, path, page, language):
    assert owner_browser.get(f"{path}/{page}", headers={"Accept-Language": language}).status_code == 200


def test_all_items_can_be_reached_one_after_the_other(owner_browser, path):

    seen, here = [], f"{path}/meeting/{DIVIDED}"
    while here:
        seen.append(here)
        found = re.search(r'rel="next" href="([^"]+)"', owner_browser.get(here).text)
        here = found.group(1) if found else None
    assert len(seen) == len(set(seen)) == 30


def test_a_level_is_agreed_on_and_the_answers_stay(owner_browser, path, meeting, session):
    before = session.scalar(select(func.sum(Answer.revision)))
    session.commit()
    sent = owner_browser.send(
        f"{path}/meeting/{DIVIDED}", {"level": "3", "reason": "Two <cases>", "evidence": "1"}
    )
    assert sent.status_code == 303
    assert DIVIDED not in sent.location
    row = agreed.of_assessment(session, meeting)[DIVIDED]
    assert (row.value, row.reason, row.evidence) == (3, "Two <cases>", 1)
    assert session.scalar(select(func.sum(Answer.revision))) == before
    assert "Agreed on 1 of 30 items" in owner_browser.get(f"{path}/meeting").text
    page = owner_browser.get(f"{path}/meeting/{DIVIDED}").text
    assert "Two &lt;cases&gt;" in page
    assert re.search(r'<input checked[^>]*value="3"', page)


def test_a_level_can_be_taken_back(owner_browser, path, meeting, session):
    owner_browser.send(f"{path}/meeting/{DIVIDED}", {"level": "3"})
    owner_browser.send(f"{path}/meeting/{DIVIDED}/withdraw")
    assert agreed.of_assessment(session, meeting) == {}


@pytest.mark.parametrize("given", [{}, {"level": "9"}, {"level": "3", "reason": "x" * 2001}])
def test_what_does_not_fit_is_told_and_kept(owner_browser, path, meeting, session, given):
    answer = owner_browser.send(f"{path}/meeting/{DIVIDED}", {"reason": "Because", **given})
    assert answer.status_code == 422
    assert "Something needs to be put right" in answer.text
    assert given.get("reason", "Because") in answer.text
    assert agreed.of_assessment(session, meeting) == {}


def test_an_agreed_level_without_evidence_has_none(owner_browser, path, meeting, session):
    owner_browser.send(f"{path}/meeting/{DIVIDED}", {"level": "2", "evidence": "17"})
    row = agreed.of_assessment(session, meeting)[DIVIDED]
    assert (row.reason, row.evidence) == (None, None)


def test_nothing_is_shown_while_people_answer(owner_browser, make_round):
    found = make_round("open")
    path = f"/workspaces/{found.workspace_id}/rounds/{found.id}"
    page = owner_browser.get(f"{path}/meeting")
    assert "24 people have begun" in page.text
    assert "score" not in page.text
    assert owner_browser.get(f"{path}/meeting/{DIVIDED}").status_code == 302
    assert owner_browser.get(f"{path}/wall/{DIVIDED}").status_code == 302
    assert owner_browser.send(f"{path}/meeting/{DIVIDED}", {"level": "3"}).location.endswith("/meeting")


def test_too_few_answers_show_nothing_but_can_be_agreed_on(owner_browser, make_round):
    found = make_round(roles={"politician": 2, "executive": 2})
    path = f"/workspaces/{found.workspace_id}/rounds/{found.id}"
    assert "Fewer than 5 people answered" in owner_browser.get(f"{path}/meeting").text
    page = owner_browser.get(f"{path}/meeting/{DIVIDED}").text
    assert "spread-count" not in page
    assert owner_browser.send(f"{path}/meeting/{DIVIDED}", {"level": "3"}).status_code == 303


def test_a_distribution_is_not_shown_under_its_threshold(owner_browser, make_round):
    found = make_round(roles={"executive": 4, "manager": 4})
    path = f"/workspaces/{found.workspace_id}/rounds/{found.id}"
    page = owner_browser.get(f"{path}/meeting/{DIVIDED}").text
    assert "spread-count" not in page
    assert "Too few answers to show how they are spread" in page


def test_a_closed_round_is_read_only(owner_browser, make_round):
    found = make_round("closed")
    path = f"/workspaces/{found.workspace_id}/rounds/{found.id}"
    assert '<form method="post" novalidate' not in owner_browser.get(f"{path}/meeting/{DIVIDED}").text
    assert owner_browser.send(f"{path}/meeting/{DIVIDED}", {"level": "3"}).location.endswith("/meeting")


def test_a_reader_reads_and_does_not_agree(member_browser, path):
    reader = member_browser("reader")
    assert "Save and go on" not in reader.get(f"{path}/meeting/{DIVIDED}").text
    assert reader.send(f"{path}/meeting/{DIVIDED}", {"level": "3"}).status_code == 403
    assert reader.send(f"{path}/wall/{DIVIDED}/ask").status_code == 403


def test_another_workspace_finds_nothing(stranger_browser, path):
    for page in ("meeting", f"meeting/{DIVIDED}", "wall", f"wall/{DIVIDED}", f"wall/{DIVIDED}/state"):
        assert stranger_browser.get(f"{path}/{page}").status_code == 404


def test_an_item_that_is_not_there_is_not_found(owner_browser, path):
    assert owner_browser.get(f"{path}/meeting/nothing").status_code == 404
