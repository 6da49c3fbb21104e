"""What the round before came to: in the meeting, beside each item, and nowhere else."""

from __future__ import annotations

import pytest

from maturity.store import agreed, closing, invitations, repeating

from .conftest import DIVIDED, ROLES, fill

SECRET = "a secret key that is only for tests, and long"
TOLD = "Last time 3.0, agreed 4"


@pytest.fixture
def again(session, make_round):
    """A round in its meeting, after one in which a level was agreed on."""
    last = make_round("meeting")
    agreed.record(session, last, DIVIDED, 4, None, None)
    closing.close(session, last)
    found = repeating.repeat(session, last, "Spring 2028")
    fill(session, found, ROLES)
    found.state = "meeting"
    session.commit()
    return found


@pytest.fixture
def where(again):
    return f"/workspaces/{again.workspace_id}/rounds/{again.id}"


@pytest.mark.parametrize("page", ["meeting", f"meeting/{DIVIDED}", f"wall/{DIVIDED}"])
def test_the_team_sees_it_beside_the_item(owner_browser, where, page):
    assert TOLD in owner_browser.get(f"{where}/{page}").text


@pytest.mark.parametrize("page", ["meeting", f"meeting/{DIVIDED}", f"wall/{DIVIDED}"])
@pytest.mark.parametrize("state", ["open", "closed"])
def test_in_no_other_state(owner_browser, session, again, where, page, state):
    again.state = state
    session.commit()
    assert "Last time" not in owner_browser.get(f"{where}/{page}", follow_redirects=True).text


def test_the_wall_hides_it_while_the_room_is_asked_and_phones_never_show_it(
    owner_browser, browser, session, again, where
):
    owner_browser.send(f"{where}/wall/{DIVIDED}/ask", {"wait_for": "5"})
    assert "Last time" not in owner_browser.get(f"{where}/wall/{DIVIDED}").text
    assert "Last time" not in owner_browser.get(f"{where}/wall/{DIVIDED}/state").text
    link = invitations.token_of(invitations.open_link(session, again), SECRET)
    session.commit()
    phone = browser.get(f"/live/{link}")
    assert phone.status_code == 200
    assert "Last time" not in phone.text


def test_without_a_round_before_there_is_nothing_to_show(owner_browser, path):
    assert "Last time" not in owner_browser.get(f"{path}/meeting/{DIVIDED}").text
