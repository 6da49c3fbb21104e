"""One page for each step of setting up, and the page on which a round begins."""

from __future__ import annotations

from collections.abc import Sequence

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from wtforms import RadioField
from wtforms.validators import InputRequired, Optional

from maturity.problems import N_, Problem, Problems
from maturity.store import organisations, preparing, questionnaires
from maturity.store.tables import Assessment, Organisation, Workspace
from maturity.web.access import assessment_required, or_404, record, workspace_required
from maturity.web.languages import spoken
from maturity.web.places import told_apart
from maturity.web.rounds.checklist import checklist, next_step
from maturity.web.rounds.room import ROUND, address, blueprint
from maturity.web.rounds.steps import STEPS
from maturity.web.rounds.steps.municipality import MunicipalityForm, facts
from maturity.web.sessions import db

FIRST_QUESTIONNAIRE = "innovation-capacity"
NEW = "new"


class NewForm(MunicipalityForm):
    """A round's name, and a municipality that is known or new."""

    about = RadioField(N_("Which municipality is it about?"), [InputRequired()])

    def validate(self, extra_validators: object = None) -> bool:
        """What describes a new municipality counts only for one."""
        if self.about.data != NEW:
            for field in (self.name, self.country, self.code, self.population):
                field.validators, field.process_errors = (Optional(),), []
        return bool(super().validate(extra_validators))


@blueprint.route("/workspaces/<workspace_id>/rounds/new", methods=["GET", "POST"])
@workspace_required("facilitator")
def new(workspace: Workspace) -> ResponseReturnValue:
    """Begin a round without one before it; see `again` for those."""
    known = organisations.of_workspace(db, workspace.id)
    form = _new_form(workspace, known)
    if form.validate_on_submit():
        try:
            found = _begin(form, workspace)
        except Problems as refused:
            form.tell(refused)
        else:
            record("assessment-created", ("assessment", found.id), label=found.label)
            return redirect(address("rounds.step", found, step="questionnaire"))
    return render_template("rounds/new.html", workspace=workspace, form=form, known=known)


def _new_form(workspace: Workspace, known: Sequence[Organisation]) -> NewForm:
    places = list(told_apart(known).items())
    form = NewForm(about=places[0][0] if places else NEW, name="" if places else workspace.name)
    form.about.choices = [*places, (NEW, N_("Another municipality"))]
    return form


def _begin(form: NewForm, workspace: Workspace) -> Assessment:
    version = questionnaires.bundled(db, FIRST_QUESTIONNAIRE)
    return preparing.begin(db, workspace.id, _place(form, workspace), version, str(form.label.data))


def _place(form: NewForm, workspace: Workspace) -> Organisation:
    if form.about.data != NEW:
        return or_404(organisations.find(db, workspace.id, str(form.about.data)))
    made = organisations.add(db, workspace.id, **facts(form), tags=[], language=None)
    record("organisation-added", ("organisation", made.id), name=made.name)
    return made


@blueprint.route(f"{ROUND}/set-up/<step>", methods=["GET", "POST"])
@assessment_required("facilitator")
def step(workspace: Workspace, assessment: Assessment, step: str) -> ResponseReturnValue:
    """One step: its form, and then on to the next that is left."""
    page = or_404(STEPS.get(step))
    form = page.form(assessment)
    if form.validate_on_submit():
        try:
            _refuse_if_over(assessment)
            page.save(form, assessment)
        except Problems as refused:
            form.tell(refused)
        else:
            record("assessment-changed", ("assessment", assessment.id), label=assessment.label)
            return redirect(_after(assessment, step))
    shown = {
        "workspace": workspace,
        "assessment": assessment,
        "form": form,
        "step": step,
        "title": page.TITLE,
    }
    return render_template(f"rounds/steps/{step}.html", lines=checklist(assessment), **shown)


def _refuse_if_over(assessment: Assessment) -> None:
    if assessment.state == "closed":
        raise Problems([Problem(N_("The round is closed for good and stays as it is"))])


def _after(assessment: Assessment, step: str) -> str:
    following = next_step(assessment, step) if assessment.state == "draft" else None
    if following is not None:
        return address("rounds.step", assessment, step=following)
    flash(spoken().say(N_("Saved")), "success")
    return address("rounds.overview", assessment)
