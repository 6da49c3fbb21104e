"""Two municipalities that are the same: chosen, shown side by side with what becomes of everything, made one."""

from __future__ import annotations

import functools
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import merging, organisations, questionnaires
from maturity.store.doubles import doubles, others_like
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import or_404, organisation_required, record
from maturity.web.languages import spoken
from maturity.web.municipalities.room import ONE, blueprint
from maturity.web.municipalities.words import CONSENTS
from maturity.web.places import told_apart
from maturity.web.refused import flash_told, told
from maturity.web.sessions import db


@blueprint.get(f"{ONE}/merge")
@organisation_required("facilitator")
def merge(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """With whom; and with `?other=`, what would become of the two if that one became a part of this one."""
    wanted = request.args.get("other", "")
    if not wanted:
        return _choose(workspace, organisation)
    return _preview(workspace, organisation, _other(workspace, organisation, wanted))


@blueprint.post(f"{ONE}/merge")
@organisation_required("facilitator")
def make_one(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """Make the two one, exactly as it was shown."""
    other = _other(workspace, organisation, request.form.get("other", ""))
    name, was, name_of_other = organisation.name, other.id, other.name
    try:
        done = merging.merge(db, organisation, other, request.form.get("seen", ""))
    except Problems as refused:
        flash_told(refused)
        return _preview(workspace, organisation, other), 422
    facts = {"name": name, "other": name_of_other, "consent": done.decision.consent, "was": was}
    record("organisations-merged", ("organisation", organisation.id), **facts)
    flash(spoken().say(N_("{other} is now a part of {name}."), other=name_of_other, name=name), "success")
    return redirect(url_for("municipalities.index", workspace_id=workspace.id), 303)


def _other(workspace: Workspace, organisation: Organisation, id_: str) -> Organisation:
    """Another municipality of the same workspace; ends the request with 404 if it is not one."""
    found = organisations.find(db, workspace.id, id_)
    return or_404(found if found is not organisation else None)


def _choose(workspace: Workspace, organisation: Organisation) -> str:
    known = organisations.of_workspace(db, workspace.id)
    others = [one for one in known if one is not organisation]
    return render_template(
        "municipalities/merge_choose.html",
        workspace=workspace,
        organisation=organisation,
        others=told_apart(others),
        alike=others_like(organisation, doubles(known, {})),
        rounds=organisations.rounds(db, workspace.id),
    )


def _preview(workspace: Workspace, organisation: Organisation, other: Organisation) -> str:
    planned = merging.plan(db, organisation, other)
    return render_template(
        "municipalities/merge.html",
        workspace=workspace,
        organisation=organisation,
        other=other,
        planned=planned,
        problems=told(Problems(planned.problems)),
        aims=_aims(workspace, planned),
        consents=CONSENTS,
        **_groups(planned),
    )


def _aims(workspace: Workspace, planned: merging.Plan) -> list[tuple[str, merging.Aim]]:
    """The other's targets, each with what the newest questionnaire calls its dimension."""
    newest = questionnaires.newest(db, workspace.id) if planned.aims else {}
    named = functools.partial(questionnaires.dimension_named, newest, tag=spoken().tag)
    return [(named(one.questionnaire, one.dimension), one) for one in planned.aims]


def _groups(planned: merging.Plan) -> dict[str, Any]:
    """The names of the peer groups that the kept one gets into, that neither fits any more, and whose rule
    changes."""
    return {
        "joined": [one.name for one in planned.groups if one.fits and not one.fitted],
        "left": [one.name for one in planned.groups if not one.fits and (one.fitted or one.other_fitted)],
        "renamed": [one.name for one in planned.groups if one.names_other],
    }
