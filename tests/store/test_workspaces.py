"""Workspaces and their members."""

from __future__ import annotations

import datetime

import pytest
from tests.store.conftest import SECRET

from maturity.problems import Problems
from maturity.store import assessments, organisations, questionnaires, users, workspaces
from maturity.store.clock import now
from maturity.store.tables import Assessment, MemberInvitation, Workspace


def test_whoever_makes_a_workspace_owns_it(session, workspace, owner):
    (found,) = workspaces.memberships_of(session, owner)
    assert (found.workspace_id, found.role) == (workspace.id, "owner")


def test_a_stranger_has_no_place_in_it(session, workspace):
    stranger = users.create(session, "stranger@example.org", None)
    assert workspaces.membership(session, workspace.id, stranger.id) is None


@pytest.mark.parametrize(
    ("held", "needed", "enough"),
    [("owner", "reader", True), ("reader", "reader", True), ("reader", "facilitator", False)],
)
def test_a_stronger_role_may_what_a_weaker_may(held, needed, enough):
    assert workspaces.allows(held, needed) is enough


def test_a_workspace_never_loses_its_last_owner(session, workspace, owner):
    member = workspaces.membership(session, workspace.id, owner.id)
    with pytest.raises(Problems):
        workspaces.remove(session, member)
    with pytest.raises(Problems):
        workspaces.change_role(session, member, "reader")
    assert workspaces.only_owner_of(session, owner) == [workspace]


@pytest.fixture
def invite(session, workspace, owner):
    """Invites an address to become a reader; the invitation, and its link's token."""

    def made(email, role="reader"):
        invitation, token = workspaces.invitation_to(workspace, email, role, owner, SECRET)
        workspaces.invite(session, invitation)
        return invitation, token

    return made


def test_an_invitation_is_found_by_its_token_until_it_expires(session, invite):
    invitation, token = invite("new@example.org")
    assert workspaces.find_invitation(session, token, SECRET) is invitation
    assert workspaces.find_invitation(session, token, "another secret") is None
    invitation.expires_at = now() - datetime.timedelta(seconds=1)
    assert workspaces.find_invitation(session, token, SECRET) is None


def test_inviting_again_replaces_the_earlier_invitation(session, workspace, invite):
    _, first = invite("new@example.org")
    invite("New@Example.org", "owner")
    assert workspaces.find_invitation(session, first, SECRET) is None
    assert len(workspaces.open_invitations(session, workspace.id)) == 1


def test_accepting_uses_the_invitation_up_and_lowers_nobody(session, owner, invite):
    invitation, _ = invite(owner.email)
    assert workspaces.accept(session, invitation, owner).role == "owner"
    assert session.query(MemberInvitation).count() == 0


def test_deleting_a_workspace_leaves_nothing_behind(session, workspace):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity-short")
    place = organisations.create(session, workspace.id, "Exempelköping")
    assessments.create(session, workspace.id, place, version)
    workspaces.delete_workspace(session, workspace)
    assert session.query(Workspace).count() == session.query(Assessment).count() == 0
    assert questionnaires.find(session, None, version.id) is version
