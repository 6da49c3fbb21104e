"""The workspaces of a person, and one workspace: overview, settings, log, export and deletion."""

from __future__ import annotations

from flask import Response, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required

from maturity.problems import N_
from maturity.store import assessments, audit, exports
from maturity.store import workspaces as store
from maturity.store.tables import Workspace
from maturity.web.access import person, record, signed_in_required, workspace_required
from maturity.web.languages import spoken
from maturity.web.paging import wanted_page
from maturity.web.sessions import db
from maturity.web.settings import settings
from maturity.web.workspaces import forms
from maturity.web.workspaces.blueprint import blueprint
from maturity.web.workspaces.log import told

SHOWN = 8
"""How many rounds stand on a workspace's page."""


@blueprint.get("/workspaces")
@signed_in_required
def mine() -> ResponseReturnValue:
    """Where a person belongs."""
    memberships = store.memberships_of(db, person())
    return render_template(
        "workspaces/mine.html", memberships=memberships, may_add=_may_add(), names=forms.ROLE_NAMES
    )


def _may_add() -> bool:
    return settings().open_workspaces or person().has_role("administrator")


@blueprint.route("/workspaces/new", methods=["GET", "POST"])
@signed_in_required
def add() -> ResponseReturnValue:
    """Make a workspace."""
    if not _may_add():
        abort(403)
    form = forms.WorkspaceForm(language=spoken().tag)
    if not form.validate_on_submit():
        return render_template("workspaces/add.html", form=form)
    facts = {"kind": form.kind.data, "language": form.language.data}
    workspace = store.create(db, person(), form.name.data or "", **facts)
    audit.record(db, workspace.id, person().id, "workspace-created", ("workspace", workspace.id))
    flash(spoken().say(N_("The workspace is ready.")), "success")
    return redirect(url_for("workspaces.overview", workspace_id=workspace.id))


@blueprint.get("/workspaces/<workspace_id>")
@workspace_required()
def overview(workspace: Workspace) -> ResponseReturnValue:
    """A workspace: its newest rounds, and what to do next. A consultant begins with comparing."""
    return render_template(
        "workspaces/overview.html",
        workspace=workspace,
        assessments=assessments.listed(db, workspace.id, most=SHOWN),
        count=assessments.count(db, workspace.id),
    )


@blueprint.route("/workspaces/<workspace_id>/settings", methods=["GET", "POST"])
@workspace_required("owner")
def change(workspace: Workspace) -> ResponseReturnValue:
    """Name, language, colour, and how long individual answers are kept."""
    form = forms.SettingsForm(obj=workspace)
    if not form.validate_on_submit():
        standard = settings().retention_days
        return render_template("workspaces/settings.html", form=form, workspace=workspace, standard=standard)
    form.populate_obj(workspace)
    workspace.colour = workspace.colour or None
    record("workspace-changed")
    flash(spoken().say(N_("Saved.")), "success")
    return redirect(url_for("workspaces.change", workspace_id=workspace.id))


@blueprint.get("/workspaces/<workspace_id>/log")
@workspace_required("owner")
def log(workspace: Workspace) -> ResponseReturnValue:
    """Who did what, newest first."""
    page = wanted_page(audit.count(db, workspace.id), audit.PAGE)
    lines = [told(entry, spoken()) for entry in audit.entries(db, workspace.id, page.start)]
    return render_template("workspaces/log.html", workspace=workspace, lines=lines, page=page)


@blueprint.get("/workspaces/<workspace_id>/export.zip")
@workspace_required("owner")
def export(workspace: Workspace) -> ResponseReturnValue:
    """Everything in the workspace but the answers of single people, to take along."""
    record("workspace-exported")
    response = Response(exports.workspace_zip(db, workspace), mimetype="application/zip")
    response.headers["Content-Disposition"] = f'attachment; filename="workspace-{workspace.id}.zip"'
    return response


export.writes = True  # type: ignore[attr-defined]


@blueprint.route("/workspaces/<workspace_id>/delete", methods=["GET", "POST"])
@auth_required("session", within=60, grace=15)
@workspace_required("owner")
def delete(workspace: Workspace) -> ResponseReturnValue:
    """Delete a workspace with everything in it, once its name has been written."""
    form = forms.DeleteForm()
    if form.validate_on_submit() and (form.name.data or "").strip() != workspace.name.strip():
        form.name.errors = [spoken().say(N_("That is not the workspace's name"))]
    if request.method == "GET" or form.errors:
        return render_template("workspaces/delete.html", form=form, workspace=workspace)
    store.delete_workspace(db, workspace)
    flash(spoken().say(N_("The workspace is deleted.")), "success")
    return redirect(url_for("workspaces.mine"))
