"""What happened meanwhile: elections and reorganisations, drawn into the lines over time."""

from __future__ import annotations

import datetime
from typing import cast

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from wtforms import DateField, StringField

from maturity.problems import N_
from maturity.store import marks as store
from maturity.store.tables import Mark, Organisation, Workspace
from maturity.web.access import or_404, organisation_required, record
from maturity.web.forms import Form, Longest, Required, stripped
from maturity.web.languages import spoken
from maturity.web.progress.room import PLACE, address, blueprint
from maturity.web.sessions import db


class MarkForm(Form):
    """One event."""

    happened_on = DateField(N_("Day"), [Required(N_("Choose the day"))])
    text = StringField(
        N_("What happened"), [Required(N_("Write what happened")), Longest(80)], filters=[stripped]
    )

    @property
    def given(self) -> tuple[datetime.date, str]:
        """Day and text, once they have been checked."""
        return cast(datetime.date, self.happened_on.data), cast(str, self.text.data)


@blueprint.route(f"{PLACE}/marks", methods=["GET", "POST"])
@organisation_required("facilitator")
def marks(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """What happened, and a form for more."""
    form = MarkForm()
    if form.validate_on_submit():
        return _done("mark-added", store.add(db, organisation, *form.given), organisation, N_("Added."))
    found = store.of_organisation(db, organisation)
    page = render_template(
        "progress/marks.html", workspace=workspace, organisation=organisation, form=form, marks=found
    )
    return page, 422 if form.errors else 200


@blueprint.route(f"{PLACE}/marks/<mark_id>", methods=["GET", "POST"])
@organisation_required("facilitator")
def change_mark(workspace: Workspace, organisation: Organisation, mark_id: str) -> ResponseReturnValue:
    """Change what happened, or when."""
    mark = or_404(store.find(db, organisation, mark_id))
    form = MarkForm(obj=mark)
    if form.validate_on_submit():
        store.change(db, mark, *form.given)
        return _done("mark-changed", mark, organisation, N_("Saved."))
    page = render_template(
        "progress/mark.html", workspace=workspace, organisation=organisation, form=form, mark=mark
    )
    return page, 422 if form.errors else 200


@blueprint.post(f"{PLACE}/marks/<mark_id>/delete")
@organisation_required("facilitator")
def delete_mark(workspace: Workspace, organisation: Organisation, mark_id: str) -> ResponseReturnValue:  # noqa: ARG001
    """Take it out of the charts. It is two words, and quickly written again."""
    mark = or_404(store.find(db, organisation, mark_id))
    answer = _done("mark-deleted", mark, organisation, N_("Deleted."))
    store.delete(db, mark)
    return answer


def _done(verb: str, mark: Mark, organisation: Organisation, message: str) -> ResponseReturnValue:
    record(verb, ("mark", mark.id), text=mark.text)
    flash(spoken().say(message), "success")
    return redirect(address("progress.marks", organisation), 303)
