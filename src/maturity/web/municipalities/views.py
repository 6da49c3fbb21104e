"""The list of municipalities, and the facts of one."""

from __future__ import annotations

from collections.abc import Sequence

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import organisations
from maturity.store.batches import language_of
from maturity.store.doubles import doubles, others_like
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import organisation_required, record, workspace_required
from maturity.web.languages import NAMES, spoken
from maturity.web.municipalities import codes, consent, deciding, merging, removing
from maturity.web.municipalities.forms import MunicipalityForm, facts, filled
from maturity.web.municipalities.room import ALL, ONE, blueprint
from maturity.web.municipalities.words import CONSENTS
from maturity.web.sessions import db

MOST_TOLD = 5
"""Municipalities that could be one are told pair by pair up to so many."""


@blueprint.get(ALL)
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """The municipalities by name; `?q=` keeps those in whose facts its words stand."""
    every = organisations.of_workspace(db, workspace.id)
    sought = request.args.get("q", "").strip()
    rounds = organisations.rounds(db, workspace.id)
    return render_template(
        "municipalities/index.html",
        workspace=workspace,
        sought=sought,
        every=len(every),
        found=[one for one in every if _has(one, sought)],
        rounds=rounds,
        doubles=() if sought else doubles(every, rounds),
        most_told=MOST_TOLD,
        consents=CONSENTS,
        languages_of={one.id: NAMES[language_of(one, workspace)] for one in every},
    )


def _has(one: Organisation, sought: str) -> bool:
    country = spoken().country(one.country)
    consent_name = spoken().say(CONSENTS[one.consent].name)
    told = " ".join(
        (one.name, *one.also, one.code or "", one.country or "", country, consent_name, *one.tags)
    ).casefold()
    return all(word in told for word in sought.casefold().split())


@blueprint.route(f"{ALL}/new", methods=["GET", "POST"])
@workspace_required("facilitator")
def add(workspace: Workspace) -> ResponseReturnValue:
    """A new municipality."""
    form = MunicipalityForm()
    if form.validate_on_submit():
        try:
            made = organisations.add(db, workspace.id, **facts(form))
        except Problems as refused:
            form.tell(refused)
        else:
            record("organisation-added", ("organisation", made.id), name=made.name)
            flash(spoken().say(N_("{name} has been added."), name=made.name), "success")
            return redirect(url_for("municipalities.index", workspace_id=workspace.id), 303)
    return _page(workspace, None, form)


@blueprint.route(ONE, methods=["GET", "POST"])
@organisation_required("facilitator")
def change(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """The facts of a municipality."""
    form = filled(organisation) if request.method == "GET" else MunicipalityForm()
    if form.validate_on_submit():
        try:
            organisations.change(db, organisation, **facts(form))
        except Problems as refused:
            form.tell(refused)
        else:
            record("organisation-changed", ("organisation", organisation.id), name=organisation.name)
            flash(spoken().say(N_("{name} has been changed."), name=organisation.name), "success")
            return redirect(url_for("municipalities.index", workspace_id=workspace.id), 303)
    return _page(workspace, organisation, form)


def _page(
    workspace: Workspace, organisation: Organisation | None, form: MunicipalityForm
) -> ResponseReturnValue:
    known = organisations.of_workspace(db, workspace.id)
    page = render_template(
        "municipalities/edit.html",
        workspace=workspace,
        organisation=organisation,
        form=form,
        consents=CONSENTS,
        known_tags=_tags(known),
        alike=others_like(organisation, doubles(known, {})) if organisation else (),
        others=len(known) - 1,
    )
    return page, 422 if form.errors else 200


def _tags(known: Sequence[Organisation]) -> list[str]:
    """The tags that the workspace has, to be used again."""
    return sorted({tag for one in known for tag in one.tags}, key=str.casefold)


__all__ = ["blueprint", "codes", "consent", "deciding", "merging", "removing"]
