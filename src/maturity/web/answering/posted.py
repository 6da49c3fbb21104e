"""A page that was sent by a button: what was changed on it is saved, and nothing else is touched.

A form sends every field, also those that the person left as they were. Each item therefore carries the stamp
of what the page showed: only what differs from it is saved, so that an old tab does not fight with a newer
one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from maturity.questionnaire.items import AnswerError, Item
from maturity.store import respondents
from maturity.store.saving import Draft
from maturity.web.answering.given import Given, from_form, in_words, of_row, stamp, to_draft
from maturity.web.answering.page import Opened, Other, Shown
from maturity.web.answering.sheet import PartOfSheet
from maturity.web.languages import spoken
from maturity.web.sessions import db


@dataclass
class Outcome:
    """What came of a page that was sent."""

    before: Opened
    errors: dict[str, str] = field(default_factory=dict)
    others: dict[str, Other] = field(default_factory=dict)
    typed: dict[str, Given] = field(default_factory=dict)
    """What stands in the fields of items that were not saved."""
    stays_at: str = ""
    """The item that the person is to see again."""

    @property
    def needs_a_look(self) -> bool:
        """Whether something could not be saved."""
        return bool(self.errors or self.others)

    def fields(self, after: Opened, part: PartOfSheet) -> list[Shown]:
        """The page again: what was saved as it is, the rest as it was typed."""
        return [self._field(after.field(item)) for item in part.items]

    def _field(self, shown: Shown) -> Shown:
        id_ = shown.item.id
        if id_ not in self.typed:
            return shown
        return replace(
            shown, given=self.typed[id_], error=self.errors.get(id_, ""), other=self.others.get(id_)
        )

    def news(self, after: Opened, number: int) -> str:
        """The first item that the answers made appear on this page; "" if there is none."""
        part = after.sheet.part(number)
        came = after.sheet.shown - self.before.sheet.shown
        return next((item.id for item in part.items if item.id in came), "") if part else ""


def save_page(opened: Opened, part: PartOfSheet, form: Any) -> Outcome:
    """Save what was changed on a page."""
    outcome = Outcome(opened)
    for item in part.items:
        if f"{item.id}.seen" not in form:
            continue  # not on the page that was sent
        if form.get("theirs") == item.id:
            outcome.stays_at = item.id
            continue
        _save_item(opened, item, _given(form, item), form, outcome)
    if form.get("clear") in opened.sheet.questionnaire.all_items:
        outcome.stays_at = form["clear"]
    return outcome


def _given(form: Any, item: Item) -> Given:
    given = from_form(form, item)
    return replace(given, marks=(), text="", reason="") if form.get("clear") == item.id else given


def _save_item(opened: Opened, item: Item, given: Given, form: Any, outcome: Outcome) -> None:
    try:
        draft = to_draft(item, given, grades_of(opened))
    except AnswerError as error:
        outcome.errors[item.id] = spoken().say(error.message, **error.values)
        outcome.typed[item.id] = given
        return
    if stamp(given) == form.get(f"{item.id}.was") or (item.id not in opened.rows and draft == Draft(None)):
        return
    row, saved = respondents.save(db, opened.respondent, item.id, draft, seen_in(form.get(f"{item.id}.seen")))
    if not saved:
        outcome.others[item.id] = Other(in_words(item, of_row(item, row, spoken()), spoken()), row.revision)
        outcome.typed[item.id] = given


def grades_of(opened: Opened) -> int:
    """How many evidence grades there are."""
    evidence = opened.sheet.questionnaire.evidence
    return len(evidence.grades) if evidence else 0


def seen_in(text: object) -> int:
    """The revision that a page showed; what is no number counts as none."""
    return int(str(text)) if str(text).isascii() and str(text).isdigit() and len(str(text)) < 10 else 0
