"""The page of one action: how far it has come, and writing down what its measure shows."""

from __future__ import annotations

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from maturity.problems import N_, Problems
from maturity.report.charts.svg import paint
from maturity.report.readings import measure_told, readings_chart, way_told
from maturity.store import actions, readings
from maturity.store.questionnaires import questionnaire_of
from maturity.store.tables import Action, Assessment, Workspace
from maturity.web.access import assessment_required, or_404, record
from maturity.web.actions.form import ReadingForm, names_of, reading_form
from maturity.web.actions.room import blueprint
from maturity.web.languages import spoken, today
from maturity.web.rounds.room import ROUND, address
from maturity.web.sessions import db
from maturity.web.theme import palette

WIDE, SLIM = 640, 340
"""Widths of the drawing in px: on a page, and on a phone."""


@blueprint.get(f"{ROUND}/actions/<action_id>/follow-up", endpoint="show")
@assessment_required()
def show(workspace: Workspace, assessment: Assessment, action_id: str) -> ResponseReturnValue:
    """One action with its readings."""
    action = or_404(actions.find(db, assessment, action_id))
    return _page(workspace, assessment, action, reading_form())


@blueprint.post(f"{ROUND}/actions/<action_id>/follow-up")
@assessment_required("facilitator")
def read(workspace: Workspace, assessment: Assessment, action_id: str) -> ResponseReturnValue:
    """Write a reading down."""
    action, form = or_404(actions.find(db, assessment, action_id)), reading_form()
    if not form.validate_on_submit() or not _add(form, action):
        return _page(workspace, assessment, action, form), 422
    record("reading-added", ("action", action.id), title=action.title)
    flash(spoken().say(N_("The reading is written down.")), "success")
    return redirect(address("actions.show", assessment, action_id=action.id), 303)


def _add(form: ReadingForm, action: Action) -> bool:
    day, value = form.read_on.data, form.value.data
    assert day is not None, "it is required"
    assert value is not None, "it is required"
    try:
        readings.add(db, action, day, value, form.note.data or "", today())
    except Problems as refused:
        form.tell(refused, "read_on")
        return False
    return True


@blueprint.post(f"{ROUND}/actions/<action_id>/readings/<reading_id>/delete")
@assessment_required("facilitator")
def delete_reading(
    workspace: Workspace,  # noqa: ARG001
    assessment: Assessment,
    action_id: str,
    reading_id: str,
) -> ResponseReturnValue:
    """Delete a reading that was wrong: it can be written down again."""
    action = or_404(actions.find(db, assessment, action_id))
    readings.delete(db, action, or_404(readings.find(action, reading_id)))
    record("reading-deleted", ("action", action.id), title=action.title)
    flash(spoken().say(N_("The reading is deleted.")), "success")
    return redirect(address("actions.show", assessment, action_id=action.id), 303)


def _page(workspace: Workspace, assessment: Assessment, action: Action, form: ReadingForm) -> str:
    tongue = spoken()
    return render_template(
        "actions/show.html",
        workspace=workspace,
        assessment=assessment,
        action=action,
        form=form,
        late=actions.is_overdue(action, today()),
        statuses=actions.STATUSES,
        about=names_of(questionnaire_of(assessment, tongue.tag), action.about),
        measured=measure_told(action, tongue),
        way=way_told(action, tongue),
        drawn=_drawn(action),
        readings=tuple(reversed(readings.of_action(action))),
        plain=tongue.plain,
    )


def _drawn(action: Action) -> tuple[Markup, Markup] | None:
    """The readings as a drawing, for wide and for narrow screens; None if there are too few."""
    chart = readings_chart(action, spoken())
    if chart is None:
        return None
    wide, slim = (
        Markup(paint(chart, id_prefix=f"readings-{width}", width=width, palette=palette()))
        for width in (WIDE, SLIM)
    )
    return wide, slim
