"""The form in which the team records what it agrees on: an answer, the reason, and what it rests on."""

from __future__ import annotations

from typing import Any

from wtforms import Field, RadioField, StringField, TextAreaField

from maturity.problems import N_
from maturity.questionnaire.items import AnswerError, Checklist, Item
from maturity.questionnaire.items.base import Value
from maturity.web.forms import Form, Longest, Optional, Required, stripped
from maturity.web.languages import as_written, spoken
from maturity.web.meeting.board import Board
from maturity.web.meeting.options import mark_of, options_of
from maturity.web.rounds.fields import CheckboxesField

LONGEST = 2000
_LEVEL = N_("The agreed level")
_CHOOSE = N_("Choose the level that you agree on")


class AgreedForm(Form):
    """What is agreed; the field for the level is the item's own."""

    level: Field
    marks: tuple[str, ...] = ()
    """The marks of the evidence grades, weakest first."""
    reason = TextAreaField(N_("Why this level"), [Optional(), Longest(LONGEST)], filters=[stripped])
    evidence = RadioField(N_("What it rests on"), [Optional()], validate_choice=False)

    def value(self, item: Item) -> Value | None:
        """The answer that was given; None, with an error at the field, if it does not fit the item."""
        try:
            return item.parse(self.level.data)
        except AnswerError as error:
            self.level.errors = [spoken().say(error.message, **error.values)]
            return None

    @property
    def grade(self) -> int | None:
        """The place of the evidence grade, 0 for the weakest."""
        chosen = str(self.evidence.data)
        return self.marks.index(chosen) if chosen in self.marks else None


def make_form(board: Board, item: Item) -> AgreedForm:
    """The form for an item, filled in with what is agreed already."""
    row = board.agreed.get(item.id)
    kind = type("ItemForm", (AgreedForm,), {"level": _level_field(item)})
    given: dict[str, Any] = {}
    if row is not None:
        given = {"level": _level_data(item, row.value), "reason": row.reason or ""}
        given["evidence"] = None if row.evidence is None else str(row.evidence)
    form: AgreedForm = kind(data=given)
    grades = board.asked.evidence.grades if board.asked.evidence else ()
    form.marks = tuple(str(place) for place in range(len(grades)))
    form.evidence.choices = [(mark, grade.name) for mark, grade in zip(form.marks, grades, strict=True)]
    return form


def _level_field(item: Item) -> Any:
    tongue = spoken()
    options = [(option.mark, option.told) for option in options_of(item, tongue)]
    if options:
        return RadioField(_LEVEL, [Required(_CHOOSE)], choices=options)
    if isinstance(item, Checklist):
        ticked = [(option.id, option.text) for option in item.options]
        return CheckboxesField(N_("What you agree is there"), choices=ticked)
    return StringField(N_("What you agree on"), [Required(N_("Write what you agree on"))], filters=[stripped])


def _level_data(item: Item, value: object) -> object:
    if isinstance(item, Checklist):
        return value
    return as_written(value, spoken()) if isinstance(value, float) else mark_of(value)
