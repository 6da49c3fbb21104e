"""Deleting a municipality: what goes and what stays is said first, and its name is to be written."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_
from maturity.store import batches, organisations, removing
from maturity.store.doubles import doubles, others_like
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import organisation_required, record
from maturity.web.languages import spoken, today
from maturity.web.municipalities.forms import DeleteForm
from maturity.web.municipalities.room import ONE, blueprint
from maturity.web.sessions import db

MOST_TOLD = 8
"""Rounds are told by name up to so many."""


@blueprint.route(f"{ONE}/delete", methods=["GET", "POST"])
@organisation_required("owner")
def delete(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """Delete a municipality with all that belongs to it, once its name has been written."""
    form = DeleteForm()
    if form.validate_on_submit() and not _is_meant(form, organisation):
        form.name.errors = [spoken().say(N_("That is not the municipality's name"))]
    if request.method == "GET" or form.errors:
        return _page(workspace, organisation, form)
    name = organisation.name
    record("organisation-deleted", ("organisation", organisation.id), name=name)
    removing.delete_organisation(db, organisation)
    flash(spoken().say(N_("{name} has been deleted."), name=name), "success")
    return redirect(url_for("municipalities.index", workspace_id=workspace.id), 303)


def _is_meant(form: DeleteForm, organisation: Organisation) -> bool:
    return (form.name.data or "").split() == organisation.name.split()


def _page(workspace: Workspace, organisation: Organisation, form: DeleteForm) -> ResponseReturnValue:
    known = organisations.of_workspace(db, workspace.id)
    page = render_template(
        "municipalities/delete.html",
        workspace=workspace,
        organisation=organisation,
        form=form,
        going=removing.belongings_of(db, organisation, today()),
        alike=others_like(organisation, doubles(known, {})),
        most_told=MOST_TOLD,
        kept_days=batches.KEPT_DAYS,
    )
    return page, 422 if form.errors else 200
