"""One person's questionnaire: its parts in order, what of it they are asked, and how far they have come."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from maturity.answers import Answer, Respondent
from maturity.questionnaire.items import Item
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.encode import visible_answers

_SECONDS = {"rubric": 40, "text": 60}
_SHORT = 12
"""Seconds that an answer takes: a rubric has five descriptions to read; other items are a line."""


@dataclass(frozen=True, slots=True)
class PartOfSheet:
    """What stands on one page: a dimension with its items, or the closing questions (`dimension` empty)."""

    number: int
    """1, 2, ... in reading order; the page's address."""
    title: str
    question: str
    description: str
    code: str
    items: tuple[Item, ...]
    is_closing: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody has come. Items that may be left empty do not count."""

    answered: int
    total: int
    minutes: int
    """About how long the rest takes; 0 if nothing is left."""


@dataclass(frozen=True)
class Sheet:
    """A questionnaire as one person meets it."""

    questionnaire: Questionnaire
    role: str
    answers: Mapping[str, Answer]

    @cached_property
    def parts(self) -> tuple[PartOfSheet, ...]:
        """The pages; a dimension of which this role is asked nothing has none."""
        asked = [
            (leaf, tuple(item for item in leaf.items if item.asked_of(self.role)))
            for leaf in self.questionnaire.leaves
        ]
        found = [
            PartOfSheet(n, leaf.title, leaf.question or "", leaf.description or "", leaf.code or "", items)
            for n, (leaf, items) in enumerate(((leaf, items) for leaf, items in asked if items), 1)
        ]
        closing = tuple(item for item in self.questionnaire.closing if item.asked_of(self.role))
        if closing:
            found.append(PartOfSheet(len(found) + 1, "", "", "", "", closing, is_closing=True))
        return tuple(found)

    @cached_property
    def shown(self) -> frozenset[str]:
        """The items that the role and the answers so far ask for: the same ones that are scored."""
        person = Respondent("", self.role, None, dict(self.answers))
        return frozenset(visible_answers(self.questionnaire, person))

    @cached_property
    def skipped(self) -> tuple[tuple[PartOfSheet, tuple[Item, ...]], ...]:
        """What has no answer yet, page by page."""
        left = ((part, tuple(i for i in part.items if self._is_due(i))) for part in self.parts)
        return tuple((part, items) for part, items in left if items)

    @cached_property
    def without_reason(self) -> tuple[tuple[PartOfSheet, tuple[Item, ...]], ...]:
        """What was called not applicable without a word why, page by page."""
        left = ((part, tuple(i for i in part.items if self._lacks_reason(i))) for part in self.parts)
        return tuple((part, items) for part, items in left if items)

    @cached_property
    def progress(self) -> Progress:
        """How far the person has come."""
        counted = [item for item in self.all_items if item.id in self.shown and not item.optional]
        left = [item for item in counted if item.id not in self.answers]
        return Progress(len(counted) - len(left), len(counted), minutes_for(left))

    @cached_property
    def all_items(self) -> tuple[Item, ...]:
        """Every item of every page."""
        return tuple(item for part in self.parts for item in part.items)

    def part(self, number: int) -> PartOfSheet | None:
        """A page by its number."""
        return self.parts[number - 1] if 1 <= number <= len(self.parts) else None

    def next_page(self) -> int:
        """Where to go on: the first page with something left, else the first."""
        return self.skipped[0][0].number if self.skipped else 1

    def _is_due(self, item: Item) -> bool:
        return item.id in self.shown and not item.optional and item.id not in self.answers

    def _lacks_reason(self, item: Item) -> bool:
        answer = self.answers.get(item.id)
        if answer is None or item.id not in self.shown:
            return False
        return answer.state == "not-applicable" and not answer.reason


def most_minutes(questionnaire: Questionnaire) -> int:
    """About how many minutes the role takes that is asked most."""
    return max(minutes_for(list(Sheet(questionnaire, role, {}).all_items)) for role in questionnaire.role_ids)


def minutes_for(items: list[Item]) -> int:
    """About how many minutes these items take; 0 for none."""
    return math.ceil(sum(seconds_for(item) for item in items) / 60)


def seconds_for(item: Item) -> int:
    """About how many seconds one item takes."""
    return _SECONDS.get(item.type, _SHORT)
