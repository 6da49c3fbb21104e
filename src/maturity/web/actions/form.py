"""The form of an action: what is to be done, what it is to move, and how that will be seen."""

from __future__ import annotations

from typing import Any

from wtforms import DateField, RadioField, StringField, TextAreaField

from maturity.problems import N_, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.store import actions as store
from maturity.web.forms import Form, Longest, NumberField, Optional, Required, stripped
from maturity.web.languages import spoken, today
from maturity.web.rounds.fields import CheckboxesField


class ActionForm(Form):
    """One action."""

    title = StringField(
        N_("What is to be done"), [Required(N_("Write what is to be done")), Longest(300)], filters=[stripped]
    )
    owner = StringField(N_("Owner"), [Optional(), Longest(300)], filters=[stripped])
    due = DateField(N_("Done by"), [Optional()])
    status = RadioField(N_("Status"), choices=list(store.STATUSES.items()), default="open")
    note = TextAreaField(N_("What the team says about it"), [Optional(), Longest(4000)], filters=[stripped])
    about = CheckboxesField(N_("What it is meant to move"), choices=[])
    measure = StringField(N_("What is measured"), [Optional(), Longest(300)], filters=[stripped])
    baseline = NumberField(N_("Where it stands now"), [Optional()])
    target = NumberField(N_("Where it is to be"), [Optional()])

    def validate(self, extra_validators: object = None) -> bool:
        """The three parts of the measure belong together, too."""
        sound = bool(super().validate(extra_validators))
        found = Problems(store.half_a_measure(self.measure.data or "", self.baseline.data, self.target.data))
        self.tell(found)
        return sound and not found.problems

    @property
    def facts(self) -> dict[str, Any]:
        """What `store.actions` keeps."""
        texts = {name: self[name].data or "" for name in ("title", "owner", "note", "measure")}
        plain = {name: self[name].data for name in ("due", "status", "baseline", "target")}
        return texts | plain | {"about": list(self.about.data or ())}


def action_form(asked: Questionnaire, **given: Any) -> ActionForm:
    """The form, with everything that an action of this questionnaire can be about. `given` are WTForms' `obj`
    or `data`."""
    form = ActionForm(**given)
    ids = (*asked.nodes, *(item.id for item in asked.scored_items))
    form.about.choices = [(id_, asked.name_of(id_)) for id_ in ids]
    return form


class ReadingForm(Form):
    """What the measure showed on a day."""

    read_on = DateField(N_("Date"), [Required(N_("Choose the day"))])
    value = NumberField(N_("Value"), [Required(N_("Write the number"))])
    note = StringField(N_("Note"), [Optional(), Longest(300)], filters=[stripped])


def reading_form() -> ReadingForm:
    """The form, for today."""
    return ReadingForm(read_on=today())


def names_of(asked: Questionnaire, ids: list[str]) -> str:
    """Items and dimensions as a list in a sentence; what the questionnaire does not have is left out."""
    known = (*asked.nodes, *asked.items)
    return spoken().join([asked.name_of(id_) for id_ in ids if id_ in known])
