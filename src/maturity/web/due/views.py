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
from maturity.web.paging import wanted_page
from maturity.web.sessions import db
from maturity.web.settings import settings

blueprint = Blueprint("due", __name__)
PAGE = 50
"""How much is listed at once."""


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
    """Everything whose day is near or has passed, page by page."""
    member = current_membership()
    assert member is not None, "only in views of a workspace"
    found = due_in(db, workspace.id, today(), spoken().tag)
    page = wanted_page(len(found), PAGE)
    late, near = lines(workspace.id, page.of(found), today())
    late_in_all = sum(one.is_late(today()) for one in found)
    return render_template(
        "due/index.html",
        workspace=workspace,
        late=late,
        near=near,
        counts={"late": late_in_all, "near": len(found) - late_in_all},
        page=page,
        form=MailForm(obj=member) if member.role in reminders.ROLES else None,
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
