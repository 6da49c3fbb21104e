"""Where an organisation wants to be: a target and a day for a dimension, how far it is, and what would be a
realistic step."""

from __future__ import annotations

import datetime
from typing import cast

from flask import abort, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from wtforms import DateField, SelectField, ValidationError

from maturity.comparison.progress import Round
from maturity.problems import N_
from maturity.store import comparable, progressing, questionnaires
from maturity.store import targets as store
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import may, or_404, organisation_required, record
from maturity.web.forms import Between, Form, NumberField, Required
from maturity.web.languages import spoken
from maturity.web.progress.aiming import board_of
from maturity.web.progress.room import PLACE, address, blueprint, wanted
from maturity.web.sessions import db


class TargetForm(Form):
    """One target."""

    dimension = SelectField(N_("Dimension"))
    score = NumberField(N_("Where you want to be"), [Required(N_("Write the score that you aim for"))])
    by = DateField(N_("By when"), [Required(N_("Choose the day by which you want to be there"))])
    after: datetime.date

    def validate_by(self, field: DateField) -> None:
        """A target lies ahead of what is known."""
        if field.data and field.data <= self.after:
            message = N_("Choose a day after the latest round, {date}")
            raise ValidationError(spoken().say(message, date=spoken().date(self.after)))


@blueprint.route(f"{PLACE}/targets", methods=["GET", "POST"])
@organisation_required()
def targets(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """Every dimension with its target, and a form to set one."""
    if request.method == "POST" and not may("facilitator"):
        abort(403)
    rounds = progressing.rounds_of(db, organisation, spoken().tag, wanted())
    if not rounds:
        abort(404)
    form = _form(organisation, rounds[-1])
    if form.validate_on_submit():
        return _set(form, organisation, rounds[-1])
    board = board_of(db, organisation, rounds, spoken())
    page = render_template(
        "progress/targets.html", workspace=workspace, organisation=organisation, form=form, board=board
    )
    return page, 422 if form.errors else 200


@blueprint.post(f"{PLACE}/targets/<target_id>/delete")
@organisation_required("facilitator")
def delete_target(workspace: Workspace, organisation: Organisation, target_id: str) -> ResponseReturnValue:  # noqa: ARG001
    """Give a target up. It is a number and a day, and quickly set again."""
    target = or_404(store.find(db, organisation, target_id))
    record("target-deleted", ("target", target.id), dimension=_title(organisation, target.dimension))
    store.delete(db, target)
    flash(spoken().say(N_("The target has been deleted.")), "success")
    return redirect(address("progress.targets", organisation), 303)


def _title(organisation: Organisation, dimension: str) -> str:
    """What a dimension is called in its latest questionnaire, or its id if that has none of it any more."""
    rows = comparable.chosen(db, organisation, wanted())
    nodes = questionnaires.questionnaire_of(rows[-1], spoken().tag).nodes if rows else {}
    return nodes[dimension].title if dimension in nodes else dimension


def _form(organisation: Organisation, latest: Round) -> TargetForm:
    """The form; with `?dimension=`, for that one, filled with what is set."""
    asked = latest.questionnaire
    form = TargetForm()
    form.dimension.choices = [(id_, node.title) for id_, node in asked.nodes.items()]
    form.score.validators = [*form.score.validators, Between(asked.scale.from_, asked.scale.to)]
    form.after = latest.date
    if request.method == "GET":
        form.dimension.data = request.args.get("dimension") or next(iter(asked.nodes))
        for row in store.of_organisation(db, organisation, asked):
            if row.dimension == form.dimension.data:
                form.score.data, form.by.data = row.score, row.by
    return form


def _set(form: TargetForm, organisation: Organisation, latest: Round) -> ResponseReturnValue:
    score, by = cast(float, form.score.data), cast(datetime.date, form.by.data)
    made = store.put(db, organisation, latest.questionnaire, form.dimension.data, score, by)
    record("target-set", ("target", made.id), dimension=latest.questionnaire.nodes[made.dimension].title)
    flash(spoken().say(N_("The target is set.")), "success")
    return redirect(address("progress.targets", organisation), 303)
