"""A new round from one that is closed, when it is due, and going on with what was decided last time."""

from __future__ import annotations

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from wtforms import StringField

from maturity.problems import N_, Problems
from maturity.store import carrying, repeating, versions
from maturity.store.tables import Assessment, Workspace
from maturity.web.access import assessment_required, record
from maturity.web.forms import Form, Longest, Required, stripped
from maturity.web.languages import spoken, today
from maturity.web.rounds.due import AgainForm, again_form
from maturity.web.rounds.room import ROUND, address, blueprint
from maturity.web.sessions import db


class RepeatForm(Form):
    """What the new round is called."""

    label = StringField(
        N_("Name of the round"),
        [Required(N_("Write what the round is to be called")), Longest(repeating.LONGEST)],
        filters=[stripped],
    )


@blueprint.route(f"{ROUND}/again", methods=["GET", "POST"])
@assessment_required("facilitator")
def again(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Begin a new round from this one. While one is being set up, lead there: twice does not make two."""
    present = repeating.begun(db, assessment)
    if present is not None or assessment.state != "closed":
        return redirect(address("rounds.overview", present or assessment), 303)
    form = RepeatForm(label=repeating.suggested_label(assessment.label, today()))
    if form.validate_on_submit():
        found = repeating.repeat(db, assessment, str(form.label.data))
        record("assessment-created", ("assessment", found.id), label=found.label)
        return redirect(address("rounds.overview", found), 303)
    return render_template(
        "rounds/again.html",
        workspace=workspace,
        assessment=assessment,
        form=form,
        newer=versions.newer(db, assessment),
    )


@blueprint.route(f"{ROUND}/next", methods=["GET", "POST"])
@assessment_required("facilitator")
def next_due(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """When the round after this one is due."""
    form = again_form(assessment)
    if form.validate_on_submit() and save_again(form, assessment):
        flash(spoken().say(N_("Saved")), "success")
        return redirect(address("rounds.overview", assessment), 303)
    return render_template("rounds/next.html", workspace=workspace, assessment=assessment, form=form)


def save_again(form: AgainForm, assessment: Assessment) -> bool:
    """Keep the day that a valid form says; False, with what is wrong in the form, if it cannot be."""
    wanted = form.chosen
    if wanted == assessment.again_on:
        return True
    try:
        repeating.set_again(db, assessment, wanted, today())
    except Problems as refused:
        form.tell(refused, "day")
        return False
    record("assessment-due", ("assessment", assessment.id), label=assessment.label)
    return True


@blueprint.post(f"{ROUND}/carry")
@assessment_required("facilitator")
def carry(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:  # noqa: ARG001
    """Go on with one action of the round before (`action`), or with all that are not finished."""
    wanted = request.form.get("action")
    if wanted is not None and wanted not in [one.action.id for one in carrying.brought(db, assessment)]:
        abort(404)
    carried = carrying.carry_over(db, assessment, wanted)
    for one in carried:
        record("action-carried", ("action", one.id), title=one.title)
    if carried:
        flash(
            spoken().plural("One action is carried over.", "{count} actions are carried over.", len(carried)),
            "success",
        )
    return redirect(address("rounds.overview", assessment, _anchor="bringing"), 303)
