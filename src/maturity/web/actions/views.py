"""The list of actions with what is advised beside it; adding, changing and deleting one."""

from __future__ import annotations

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire
from maturity.report.model import Advised
from maturity.report.readings import measure_told
from maturity.store import actions as store
from maturity.store.questionnaires import questionnaire_of
from maturity.store.tables import Action, Assessment, Workspace
from maturity.web.access import assessment_required, or_404, record
from maturity.web.actions import following
from maturity.web.actions.about import groups
from maturity.web.actions.advised import about_of, advised, told_of
from maturity.web.actions.form import ActionForm, action_form
from maturity.web.actions.room import blueprint
from maturity.web.languages import spoken, today
from maturity.web.rounds.room import ROUND, address
from maturity.web.sessions import db

__all__ = ["blueprint", "following"]


@blueprint.get(f"{ROUND}/actions")
@assessment_required()
def index(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """The actions by date, and the advice that nobody has taken on."""
    found = store.of_assessment(db, assessment)
    taken = {action.recommendation for action in found if action.recommendation}
    return render_template(
        "actions/index.html",
        workspace=workspace,
        assessment=assessment,
        actions=found,
        unowned=sum(
            action.status in store.UNFINISHED and not (action.owner and action.due) for action in found
        ),
        late={action.id for action in found if store.is_overdue(action, today())},
        measured={action.id: measure_told(action, spoken()) for action in found if action.measure},
        statuses=store.STATUSES,
        advised=advised(assessment, taken),
    )


@blueprint.route(f"{ROUND}/actions/new", methods=["GET", "POST"])
@assessment_required("facilitator")
def add(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """A new action: one's own, or (`?from=`) a recommendation that is taken on."""
    asked = questionnaire_of(assessment, spoken().tag)
    told = told_of(assessment, request.args.get("from"))
    form = action_form(asked, data=_taken_on(asked, told) if told and request.method == "GET" else None)
    if form.validate_on_submit():
        made = store.add(db, assessment, recommendation=told.id if told else None, **form.facts)
        _told("action-created", made, N_("The action has been added."))
        return redirect(address("actions.index", assessment), 303)
    return _edit(form, asked, workspace=workspace, assessment=assessment, told=told, action=None)


def _taken_on(asked: Questionnaire, told: Advised) -> dict[str, object]:
    """What the form of a recommendation that is taken on is filled with."""
    return {"title": told.title[:300], "about": about_of(asked, told.id)}


@blueprint.route(f"{ROUND}/actions/<action_id>", methods=["GET", "POST"])
@assessment_required("facilitator")
def change(workspace: Workspace, assessment: Assessment, action_id: str) -> ResponseReturnValue:
    """Change an action."""
    action = or_404(store.find(db, assessment, action_id))
    asked = questionnaire_of(assessment, spoken().tag)
    form = action_form(asked, obj=action)
    if form.validate_on_submit():
        store.change(db, action, **form.facts)
        _told("action-changed", action, N_("The action has been changed."))
        return redirect(address("actions.show", assessment, action_id=action.id), 303)
    told = told_of(assessment, action.recommendation)
    return _edit(form, asked, workspace=workspace, assessment=assessment, told=told, action=action)


def _edit(form: ActionForm, asked: Questionnaire, **given: object) -> ResponseReturnValue:
    boxes = groups(form, asked)
    return render_template("actions/edit.html", form=form, groups=boxes, **given), 422 if form.errors else 200


@blueprint.route(f"{ROUND}/actions/<action_id>/delete", methods=["GET", "POST"])
@assessment_required("facilitator")
def delete(workspace: Workspace, assessment: Assessment, action_id: str) -> ResponseReturnValue:
    """Delete an action, once that has been confirmed."""
    action = or_404(store.find(db, assessment, action_id))
    if request.method == "GET":
        return render_template(
            "actions/delete.html", workspace=workspace, assessment=assessment, action=action
        )
    _told("action-deleted", action, N_("The action has been deleted."))
    store.delete(db, action)
    return redirect(address("actions.index", assessment), 303)


def _told(verb: str, action: Action, message: str) -> None:
    record(verb, ("action", action.id), title=action.title)
    flash(spoken().say(message), "success")
