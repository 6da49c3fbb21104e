"""The saved groups with what each amounts to; making, changing and deleting one."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.comparison.benchmark import Choice
from maturity.problems import N_, Problems
from maturity.report.benchmark.context import told_choice
from maturity.store import groups as store
from maturity.store import organisations, peers, profiles
from maturity.store.tables import PeerGroup, Workspace
from maturity.web.access import group_required, record, workspace_required
from maturity.web.groups import targets
from maturity.web.groups.forms import GroupForm, facts, group_form
from maturity.web.groups.room import ALL, ONE, blueprint, titles
from maturity.web.groups.words import warnings
from maturity.web.languages import spoken
from maturity.web.sessions import db


@dataclass(frozen=True, slots=True)
class Amount:
    """What a choice of peers amounts to, and what to know about it."""

    count: peers.Count
    warnings: list[str]


@blueprint.get(ALL)
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """The groups by name."""
    found = store.of_workspace(db, workspace.id)
    counting = peers.Counting(db, workspace.id)
    return render_template(
        "groups/index.html",
        workspace=workspace,
        groups=[
            (one, told_choice(store.choice_of(one), spoken()), _amount(counting.of_group(one), one.threshold))
            for one in found
        ],
        titles=titles(workspace),
        has_municipalities=bool(organisations.of_workspace(db, workspace.id)),
        profiles=profiles.of_workspace(db, workspace.id),
    )


@blueprint.route(f"{ALL}/new", methods=["GET", "POST"])
@workspace_required("facilitator")
def add(workspace: Workspace) -> ResponseReturnValue:
    """A new group; the button "Show who fits" saves nothing."""
    form, amount = group_form(workspace), None
    if form.validate_on_submit():
        try:
            given, questionnaire = facts(form, workspace), str(form.questionnaire.data)
            store.check(questionnaire, given)
            if _looks():
                amount = _looked(workspace, questionnaire, given)
            else:
                made = store.add(db, workspace.id, questionnaire, **given)
                record("group-created", ("group", made.id), name=made.name)
                return _saved(workspace, N_("The group has been saved."))
        except Problems as refused:
            form.tell(refused)
    return _page(workspace, None, form, amount)


@blueprint.route(ONE, methods=["GET", "POST"])
@group_required("facilitator")
def change(workspace: Workspace, group: PeerGroup) -> ResponseReturnValue:
    """Change a group."""
    form, amount = group_form(workspace, group), None
    if form.validate_on_submit():
        try:
            given = facts(form, workspace)
            store.check(group.questionnaire, given)
            if _looks():
                amount = _looked(workspace, group.questionnaire, given, group.id)
            else:
                store.change(db, group, **given)
                record("group-changed", ("group", group.id), name=group.name)
                return _saved(workspace, N_("The group has been saved."))
        except Problems as refused:
            form.tell(refused)
    elif request.method == "GET":
        amount = _amount(peers.Counting(db, workspace.id).of_group(group), group.threshold)
    return _page(workspace, group, form, amount)


@blueprint.route(f"{ONE}/delete", methods=["GET", "POST"])
@group_required("facilitator")
def delete(workspace: Workspace, group: PeerGroup) -> ResponseReturnValue:
    """Delete a group, once that has been confirmed."""
    if request.method == "GET":
        return render_template("groups/delete.html", workspace=workspace, group=group)
    record("group-deleted", ("group", group.id), name=group.name)
    store.delete(db, group)
    return _saved(workspace, N_("The group has been deleted."))


def _looks() -> bool:
    """Whether the button that was pressed only asks what the choice amounts to."""
    return request.form.get("do") == "look"


def _looked(workspace: Workspace, questionnaire: str, given: store.Facts, own_id: str = "") -> Amount:
    """What a choice that is not saved amounts to."""
    choice = Choice(
        countries=tuple(given["countries"]),
        population=(given["population_from"], given["population_to"]),
        codes=tuple(given["codes"]),
        tags=tuple(given["tags"]),
    )
    found = peers.Counting(db, workspace.id).of(questionnaire, choice, given["threshold"], own_id)
    return _amount(found, given["threshold"])


def _amount(found: peers.Count, threshold: int) -> Amount:
    return Amount(found, warnings(found, threshold))


def _saved(workspace: Workspace, message: str) -> ResponseReturnValue:
    flash(spoken().say(message), "success")
    return redirect(url_for("groups.index", workspace_id=workspace.id), 303)


def _page(
    workspace: Workspace, group: PeerGroup | None, form: GroupForm, amount: Amount | None
) -> ResponseReturnValue:
    page = render_template("groups/edit.html", workspace=workspace, group=group, form=form, amount=amount)
    return page, 422 if form.errors else 200


__all__ = ["blueprint", "targets"]
