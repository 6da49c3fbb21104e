"""The view-models of the answering pages: a person's sheet, and the fields of one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maturity.questionnaire.items import Item
from maturity.questionnaire.model import Questionnaire
from maturity.store import questionnaires, respondents
from maturity.store.scoring import to_answer
from maturity.store.tables import Answer, Assessment, Respondent
from maturity.web.answering.given import Given, of_row, stamp
from maturity.web.answering.sheet import PartOfSheet, Sheet
from maturity.web.languages import spoken
from maturity.web.sessions import db


@dataclass(frozen=True, slots=True)
class Other:
    """A newer answer from another tab or device, which this page did not show."""

    told: str
    revision: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One item on the page: what its fields hold, and what is wrong with them."""

    item: Item
    text: str
    given: Given
    seen: int
    """The revision of the answer that the page shows; 0: there is none."""
    was: str
    """The stamp of the saved fields that the page shows."""
    hidden: bool = False
    error: str = ""
    other: Other | None = None


@dataclass(frozen=True)
class Opened:
    """Somebody's sheet with the rows that it was made of."""

    respondent: Respondent
    sheet: Sheet
    rows: Mapping[str, Answer]

    def fields(self, part: PartOfSheet) -> list[Shown]:
        """The items of a page as they are saved."""
        return [self.field(item) for item in part.items]

    def field(self, item: Item) -> Shown:
        """One item as it is saved."""
        row = self.rows.get(item.id)
        given = of_row(item, row, spoken())
        seen = row.revision if row else 0
        text = item.wording_for(self.sheet.role)
        return Shown(item, text, given, seen, stamp(given), item.id not in self.sheet.shown)


def questionnaire_for(assessment: Assessment) -> Questionnaire:
    """The questionnaire of an assessment, in the reader's language."""
    return questionnaires.questionnaire_of(assessment, spoken().tag)


def open_sheet(respondent: Respondent) -> Opened:
    """Somebody's sheet as it is saved, in the reader's language."""
    asked = questionnaire_for(respondent.assessment)
    rows = respondents.answers_of(db, respondent)
    answers = {}
    for id_, row in rows.items():
        item = asked.all_items.get(id_)
        answer = to_answer(row, item) if item is not None else None
        if answer is not None:
            answers[id_] = answer
    return Opened(respondent, Sheet(asked, respondent.role, answers), rows)
