"""The page of what is due, and the switch for one's own mails about it."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField

from maturity.problems import N_
from maturity.store import reminders
from maturity.store.due import due_in
from maturity.store.tables import Workspace
from maturity.web.access import current_membership, workspace_required
from maturity.web.due.lines import lines
from maturity.web.forms import Form
from maturity.web.languages import spoken, today
from maturity.web.sessions import db
from maturity.web.settings import settings

blueprint = Blueprint("due", __name__)


def due_now(workspace: Workspace) -> int:
    """How many things are due in a workspace."""
    return len(due_in(db, workspace.id, today(), spoken().tag))


blueprint.app_context_processor(lambda: {"due_now": due_now})


class MailForm(Form):
    """Whether the person gets mails."""

    reminded = BooleanField(N_("Tell me by mail"))


@blueprint.get("/workspaces/<workspace_id>/due")
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """Everything whose day is near or has passed."""
    member = current_membership()
    assert member is not None, "only in views of a workspace"
    late, near = lines(workspace.id, due_in(db, workspace.id, today(), spoken().tag), today())
    form = MailForm(obj=member) if member.role in reminders.ROLES else None
    return render_template(
        "due/index.html",
        workspace=workspace,
        late=late,
        near=near,
        form=form,
        has_mail=bool(settings().smtp_host),
    )


@blueprint.post("/workspaces/<workspace_id>/due/mails")
@workspace_required("facilitator")
def mails(workspace: Workspace) -> ResponseReturnValue:
    """Turn one's own mails on or off."""
    member, form = current_membership(), MailForm()
    assert member is not None, "only in views of a workspace"
    if form.validate_on_submit():
        reminders.switch(db, member, form.reminded.data)
        told = N_("You will be told by mail.") if member.reminded else N_("You will get no such mails.")
        flash(spoken().say(told), "success")
    return redirect(url_for("due.index", workspace_id=workspace.id), 303)
