"""Asking when the next round is due, in a year or two: on closing a round, and later."""

from __future__ import annotations

import datetime

from wtforms import DateField, RadioField
from wtforms.validators import Optional

from maturity.problems import N_
from maturity.store import repeating
from maturity.store.tables import Assessment, Workspace
from maturity.web.forms import Form
from maturity.web.languages import spoken, today
from maturity.web.sessions import db

MONTHS = {"12": N_("In a year: {day}"), "24": N_("In two years: {day}")}
OTHER = "day"
SOON = datetime.timedelta(days=30)
"""How long before its day pages say that a round is due."""


class AgainForm(Form):
    """A usual time, another day, or none."""

    again = RadioField(N_("When is the next round due?"), [Optional()], validate_choice=False)
    day = DateField(N_("The day"), [Optional()])

    def validate(self, extra_validators: object = None) -> bool:
        """The day counts only if it is chosen, and is needed then."""
        if self.again.data != OTHER:
            self.day.data, self.day.process_errors = None, []
        sound = bool(super().validate(extra_validators))
        if sound and self.again.data == OTHER and self.day.data is None:
            self.day.errors = [spoken().say(N_("Choose a day"))]
            return False
        return sound

    @property
    def chosen(self) -> datetime.date | None:
        """The day that was chosen; None: nobody has said."""
        if self.again.data in MONTHS:
            return repeating.months_from(today(), int(self.again.data))
        day: datetime.date | None = self.day.data
        return day


def again_form(assessment: Assessment) -> AgainForm:
    """The form, filled with the day that is known."""
    known = assessment.again_on
    form = AgainForm(again=OTHER if known else "", day=known)
    form.again.choices = [(months, _told(months)) for months in MONTHS]
    form.again.choices += [(OTHER, N_("On another day")), ("", N_("That is not decided"))]
    return form


def _told(months: str) -> str:
    day = repeating.months_from(today(), int(months))
    return spoken().say(MONTHS[months], day=spoken().date(day))


def rounds_due(workspace: Workspace) -> list[Assessment]:
    """The rounds after which a new one is due soon, or was due."""
    return list(repeating.due(db, workspace.id, today() + SOON))
