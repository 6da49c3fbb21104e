"""Who belongs to a workspace: inviting, changing roles, letting go."""

from __future__ import annotations

import smtplib

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import workspaces as store
from maturity.store.tables import MemberInvitation, Membership, Workspace
from maturity.web import mail
from maturity.web.access import or_404, person, record, workspace_required
from maturity.web.languages import spoken
from maturity.web.refused import flash_told
from maturity.web.sessions import db
from maturity.web.settings import secret, settings
from maturity.web.workspaces import forms
from maturity.web.workspaces.blueprint import blueprint

MEMBERS = "/workspaces/<workspace_id>/members"
INVITE = N_("You are invited to {workspace}")


@blueprint.route(MEMBERS, methods=["GET", "POST"])
@workspace_required("owner")
def members(workspace: Workspace) -> ResponseReturnValue:
    """Who belongs here, who is invited, and inviting another."""
    form = forms.InviteForm()
    if form.validate_on_submit() and _invite(workspace, form):
        return redirect(url_for("workspaces.members", workspace_id=workspace.id))
    return render_template(
        "workspaces/members.html",
        workspace=workspace,
        form=form,
        members=store.members(db, workspace.id),
        invitations=store.open_invitations(db, workspace.id),
        names=forms.ROLE_NAMES,
        myself=person(),
    )


def _invite(workspace: Workspace, form: forms.InviteForm) -> bool:
    """Send the invitation; False, with an error at the form, if the mail could not be sent. An earlier one to the
    same address works until then."""
    email, role = form.email.data or "", form.role.data
    found, token = store.invitation_to(workspace, email, role, person(), secret())
    link = settings().base_url.rstrip("/") + url_for("workspaces.join", token=token)
    facts = {"workspace": workspace.name, "inviter": person().name or person().email}
    try:
        mail.send(
            email,
            workspace.language,
            INVITE,
            "member_invitation.txt",
            link=link,
            expires=found.expires_at,
            **facts,
        )
    except (OSError, smtplib.SMTPException):
        form.form_errors = [spoken().say(N_("The mail could not be sent. Try again in a while."))]
        return False
    store.invite(db, found)
    record("member-invited", ("member", found.id), email=email)
    flash(spoken().say(N_("{email} gets a mail with a link."), email=email), "success")
    return True


@blueprint.post(f"{MEMBERS}/<member_id>/role")
@workspace_required("owner")
def change_role(workspace: Workspace, member_id: str) -> ResponseReturnValue:
    """Give a member another role."""
    member = _member(workspace, member_id)
    form = forms.RoleForm()
    if form.validate_on_submit():
        try:
            store.change_role(db, member, form.role.data)
        except Problems as refused:
            flash_told(refused)
        else:
            record("member-role-changed", ("member", member.id), email=member.user.email, role=member.role)
            flash(spoken().say(N_("Saved.")), "success")
    return redirect(url_for("workspaces.members", workspace_id=workspace.id))


@blueprint.post(f"{MEMBERS}/<member_id>/remove")
@workspace_required("owner")
def remove(workspace: Workspace, member_id: str) -> ResponseReturnValue:
    """Let a member go. Whoever removes themselves no longer sees the workspace."""
    member = _member(workspace, member_id)
    themselves, email = member.user_id == person().id, member.user.email
    try:
        store.remove(db, member)
    except Problems as refused:
        flash_told(refused)
        return redirect(url_for("workspaces.members", workspace_id=workspace.id))
    record("member-removed", ("member", member_id), email=email)
    flash(spoken().say(N_("{email} no longer belongs to the workspace."), email=email), "success")
    if themselves:
        return redirect(url_for("workspaces.mine"))
    return redirect(url_for("workspaces.members", workspace_id=workspace.id))


@blueprint.post(f"{MEMBERS}/invitations/<invitation_id>/revoke")
@workspace_required("owner")
def revoke(workspace: Workspace, invitation_id: str) -> ResponseReturnValue:
    """Take an invitation back."""
    found = db.get(MemberInvitation, invitation_id)
    found = or_404(found if found and found.workspace_id == workspace.id else None)
    record("member-invitation-revoked", ("member", found.id), email=found.email)
    db.delete(found)
    flash(spoken().say(N_("The invitation is taken back.")), "success")
    return redirect(url_for("workspaces.members", workspace_id=workspace.id))


def _member(workspace: Workspace, member_id: str) -> Membership:
    found = db.get(Membership, member_id)
    return or_404(found if found and found.workspace_id == workspace.id else None)
