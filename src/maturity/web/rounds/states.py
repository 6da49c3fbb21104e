"""Opening a round, closing answering, closing for good. No way leads back: see `store.assessments.NEXT`."""

# ruff: noqa: ARG001 - every view of a round gets the workspace, and some need only the round

from __future__ import annotations

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import assessments, closing, preparing
from maturity.store.tables import Assessment, Workspace
from maturity.web.access import assessment_required, may, record
from maturity.web.languages import spoken, today
from maturity.web.refused import flash_told
from maturity.web.rounds.again import save_again
from maturity.web.rounds.due import again_form
from maturity.web.rounds.rate import rates, total
from maturity.web.rounds.room import ROUND, address, blueprint
from maturity.web.sessions import db


@blueprint.post(f"{ROUND}/open", endpoint="open")
@assessment_required("facilitator")
def open_(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Let people answer, for the first time."""
    try:
        preparing.open_round(db, assessment, today())
    except Problems as refused:
        return _refuse(assessment, refused)
    _told("assessment-opened", assessment, N_("The round is open. Now invite those who are to answer."))
    return redirect(address("invitations.overview", assessment))


@blueprint.route(f"{ROUND}/close-answering", methods=["GET", "POST"])
@assessment_required("facilitator")
def close_answering(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """End the answering, once that has been confirmed: from then on the result can be read."""
    if assessment.state != "open":
        abort(404)
    if request.method == "GET":
        rows = rates(assessment)
        return render_template(
            "rounds/close_answering.html",
            workspace=workspace,
            assessment=assessment,
            rows=rows,
            total=total(rows),
        )
    return _move(assessment, "meeting", "assessment-meeting", N_("Answering is closed."))


@blueprint.route(f"{ROUND}/close", methods=["GET", "POST"], endpoint="close")
@assessment_required("facilitator")
def close(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Close for good, once that has been confirmed: the result is kept as it is. When the next round is due is
    asked, and need not be said."""
    if assessment.state not in ("open", "meeting"):
        abort(404)
    form = again_form(assessment)
    if not form.validate_on_submit() or not save_again(form, assessment):
        return render_template("rounds/close.html", workspace=workspace, assessment=assessment, form=form)
    try:
        kept = closing.close(db, assessment)
    except Problems as refused:
        return _refuse(assessment, refused)
    if kept:
        record("result-frozen", ("assessment", assessment.id), label=assessment.label)
    _told("assessment-closed", assessment, N_("The round is closed for good."))
    return redirect(address("rounds.overview", assessment))


@blueprint.route(f"{ROUND}/delete", methods=["GET", "POST"], endpoint="delete")
@assessment_required("facilitator")
def delete(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Delete a round with its answers, once that has been confirmed. Once opened, only by an owner."""
    if assessment.state != "draft" and not may("owner"):
        abort(403)
    if request.method == "GET":
        return render_template("rounds/delete.html", workspace=workspace, assessment=assessment)
    _told("assessment-deleted", assessment, N_("The round has been deleted."))
    assessments.delete(db, assessment)
    return redirect(url_for(".index", workspace_id=workspace.id))


def _move(assessment: Assessment, state: str, verb: str, told: str) -> ResponseReturnValue:
    try:
        assessments.move_to(db, assessment, state)
    except Problems as refused:
        return _refuse(assessment, refused)
    _told(verb, assessment, told)
    meets = state == "meeting" and "meeting.agenda" in current_app.view_functions
    return redirect(address("meeting.agenda" if meets else "rounds.overview", assessment))


def _refuse(assessment: Assessment, refused: Problems) -> ResponseReturnValue:
    flash_told(refused)
    return redirect(address("rounds.overview", assessment))


def _told(verb: str, assessment: Assessment, message: str) -> None:
    record(verb, ("assessment", assessment.id), label=assessment.label)
    flash(spoken().say(message), "success")
