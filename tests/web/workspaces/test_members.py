"""Who belongs to a workspace."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select
from tests.web.conftest import PASSWORD

from maturity.store import workspaces
from maturity.store.tables import AuditEntry, Membership, Workspace


@pytest.fixture
def invited(owner_browser, workspace, settings):
    """The path of the link that an invited person finds in their mail."""
    page = f"/workspaces/{workspace.id}/members"
    owner_browser.send(page, {"email": "new@example.org", "role": "facilitator"})
    (mail,) = (settings.instance / "mail").glob("*.eml")
    return re.search(r"http://[^/]+(/join/\w+)", mail.read_text())[1]


def test_an_invited_person_makes_an_account_and_belongs(browser, invited, workspace):
    assert "Exempelköping" in browser.get(invited).text
    answer = browser.send(invited, {"name": "Nina New", "password": PASSWORD}, follow_redirects=True)
    assert answer.request.path == f"/workspaces/{workspace.id}"
    assert browser.get(f"/workspaces/{workspace.id}/members").status_code == 403


def test_an_invitation_is_good_for_once(browser, app, invited):
    browser.send(invited, {"name": "Nina New", "password": PASSWORD})
    assert app.test_client().get(invited).status_code == 404


def test_looking_at_an_invitation_does_not_use_it_up(browser, app, invited):
    assert browser.get(invited).status_code == 200
    assert app.test_client().get(invited).status_code == 200


def test_a_weak_password_is_refused_and_the_name_kept(browser, invited):
    page = browser.send(invited, {"name": "Nina New", "password": "short"})
    assert "at least 12 characters" in page.text
    assert 'value="Nina New"' in page.text


def test_a_person_with_an_account_is_asked_to_sign_in(browser, invited, make_user):
    make_user("new@example.org")
    assert "Sign in" in browser.get(invited).text
    assert browser.send(invited, {"name": "Not Me", "password": PASSWORD}).status_code == 200


def test_a_signed_in_person_accepts_with_the_account_they_have(stranger_browser, invited, workspace):
    assert "stranger@example.org" in stranger_browser.get(invited).text
    stranger_browser.send(invited)
    assert stranger_browser.get(f"/workspaces/{workspace.id}").status_code == 200


class _Broken:
    """A mail server that is not there."""

    def send(self, message):
        raise ConnectionRefusedError


class _Slow:
    """A mail server that takes its time, while somebody else saves something."""

    def __init__(self, database, workspace_id):
        self.database, self.workspace_id = database, workspace_id

    def send(self, message):
        with self.database.writing() as session:
            session.get_one(Workspace, self.workspace_id).name = "Renamed meanwhile"


def test_an_invitation_that_could_not_be_mailed_leaves_the_earlier_one(
    owner_browser, browser, app, invited, workspace, session
):
    app.extensions["maturity-mailer"] = _Broken()
    page = f"/workspaces/{workspace.id}/members"
    answer = owner_browser.send(page, {"email": "new@example.org", "role": "owner"})
    assert "could not be sent" in answer.text
    assert 'value="new@example.org"' in answer.text
    assert [one.role for one in workspaces.open_invitations(session, workspace.id)] == ["facilitator"]
    assert browser.get(invited).status_code == 200


def test_nobody_waits_for_the_mail_server(owner_browser, app, workspace, session):
    app.extensions["maturity-mailer"] = _Slow(app.extensions["maturity-database"], workspace.id)
    page = f"/workspaces/{workspace.id}/members"
    owner_browser.send(page, {"email": "new@example.org", "role": "reader"})
    assert len(workspaces.open_invitations(session, workspace.id)) == 1
    assert session.get_one(Workspace, workspace.id, populate_existing=True).name == "Renamed meanwhile"


def test_an_invitation_that_was_taken_back_leads_nowhere(owner_browser, browser, invited, workspace):
    page = owner_browser.get(f"/workspaces/{workspace.id}/members").text
    owner_browser.send(re.search(r'action="([^"]+/revoke)"', page)[1])
    assert browser.get(invited).status_code == 404


def test_guessing_links_is_limited(browser, app):
    for number in range(30):
        assert browser.get(f"/join/{number:022d}").status_code == 404
    assert browser.get("/join/" + "9" * 22).status_code == 429


def test_the_last_owner_can_neither_leave_nor_step_down(owner_browser, workspace, session):
    member = session.scalar(select(Membership))
    base = f"/workspaces/{workspace.id}/members"
    told = owner_browser.send(f"{base}/{member.id}/remove", follow_redirects=True)
    assert "needs an owner" in told.text
    told = owner_browser.send(f"{base}/{member.id}/role", {"role": "reader"}, follow_redirects=True)
    assert "needs an owner" in told.text


def test_a_member_gets_another_role_and_is_removed(owner_browser, member_browser, workspace, session):
    reader = member_browser("reader")
    member = session.scalar(select(Membership).where(Membership.role == "reader"))
    base = f"/workspaces/{workspace.id}/members/{member.id}"
    owner_browser.send(f"{base}/role", {"role": "owner"})
    assert reader.get(f"/workspaces/{workspace.id}/members").status_code == 200
    owner_browser.send(f"{base}/remove")
    assert reader.get(f"/workspaces/{workspace.id}").status_code == 404
    session.commit()
    assert {entry.verb for entry in session.scalars(select(AuditEntry))} == {
        "member-role-changed",
        "member-removed",
    }


def test_members_of_another_workspace_cannot_be_touched(owner_browser, stranger_browser, workspace, session):
    member = session.scalar(select(Membership).where(Membership.workspace_id != workspace.id))
    base = f"/workspaces/{workspace.id}/members/{member.id}"
    assert owner_browser.send(f"{base}/remove").status_code == 404
    assert owner_browser.send(f"{base}/role", {"role": "reader"}).status_code == 404


def test_only_owners_see_the_members(member_browser, workspace):
    assert member_browser("facilitator").get(f"/workspaces/{workspace.id}/members").status_code == 403
