"""People with an account."""

from __future__ import annotations

from maturity.store import audit, users, workspaces
from maturity.store.tables import AuditEntry, Membership


def test_an_address_is_found_whatever_the_case_of_its_letters(session, owner):
    assert users.find_by_email(session, " Owner@Example.ORG ") is owner


def test_a_person_is_found_by_issuer_and_subject_only_together(session, owner):
    users.add_identity(session, owner, "https://idp", "1")
    assert users.find_by_identity(session, "https://idp", "1") is owner
    assert users.find_by_identity(session, "https://other", "1") is None


def test_an_export_holds_where_one_belongs_and_what_one_did(session, owner, workspace):
    audit.record(session, workspace.id, owner.id, "workspace-changed")
    session.flush()
    data = users.export(session, owner)
    assert data["workspaces"][0]["name"] == "Exempelköping"
    assert data["deeds"][0]["verb"] == "workspace-changed"


def test_erasing_a_person_keeps_the_deed_without_the_person(session, owner, workspace):
    audit.record(session, workspace.id, owner.id, "workspace-changed")
    session.flush()
    users.erase(session, owner)
    session.expire_all()
    assert session.query(Membership).count() == 0
    assert session.query(AuditEntry).one().user_id is None


def test_erasing_a_person_takes_the_address_out_of_the_log(session, owner, workspace):
    for email in ("Guest@example.org", "other@example.org"):
        audit.record(session, workspace.id, owner.id, "member-invited", email=email)
    session.flush()
    users.erase(session, users.create(session, "guest@example.org", None))
    assert sorted(row.detail["email"] for row in session.query(AuditEntry)) == ["other@example.org", "—"]


def test_erasing_a_person_takes_back_what_they_were_invited_to(session, owner, workspace):
    guest = users.create(session, "guest@example.org", None)
    invitation, _ = workspaces.invitation_to(workspace, "Guest@example.org", "reader", owner, "secret")
    workspaces.invite(session, invitation)
    users.erase(session, guest)
    assert not workspaces.open_invitations(session, workspace.id)


def test_there_is_one_role_of_administrator_for_all_of_them(session, owner):
    other = users.create(session, "other@example.org", None)
    users.make_administrator(session, owner)
    users.make_administrator(session, other)
    assert owner.roles == other.roles
    assert owner.has_role("administrator")
