"""Everything that the meeting's pages are made from, fetched once for each request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask import abort

from maturity.advice import advise
from maturity.advice.model import Advice, AgendaPoint, Chosen, Reason
from maturity.questionnaire.items import Item
from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.report.context import Context
from maturity.report.words import Words
from maturity.scoring.result import ItemResult, Result
from maturity.store import agreed, last_time, live, questionnaires, results
from maturity.store.last_time import LastTime
from maturity.store.tables import AgreedLevel, Assessment, LiveItem
from maturity.web.languages import spoken
from maturity.web.sessions import db


@dataclass(frozen=True)
class Board:
    """One round's items in the reader's language, with what may be shown of the answers."""

    assessment: Assessment

    @cached_property
    def asked(self) -> Questionnaire:
        """What was asked."""
        return questionnaires.questionnaire_of(self.assessment, spoken().tag)

    @cached_property
    def result(self) -> Result | None:
        """The protected result; None while nothing may be looked at."""
        return results.shown(db, self.assessment) if results.readable(self.assessment) else None

    @cached_property
    def agreed(self) -> dict[str, AgreedLevel]:
        """What is agreed so far, by item."""
        return agreed.of_assessment(db, self.assessment)

    @cached_property
    def live(self) -> dict[str, LiveItem]:
        """What the room said, by item."""
        return live.shown(db, self.assessment)

    @cached_property
    def last(self) -> dict[str, LastTime]:
        """What the round before came to, by item; only in the meeting, when everybody has answered."""
        if self.assessment.state != "meeting":
            return {}
        return last_time.last_time(db, self.assessment)

    @cached_property
    def words(self) -> Words:
        """How the questionnaire's things are called."""
        return Words(self.asked, spoken())

    @cached_property
    def advice(self) -> Advice:
        """What to talk about."""
        return advise(self.asked, self.result) if self.result else Advice()

    @cached_property
    def context(self) -> Context:
        """What sections of reports are made from."""
        assert self.result is not None
        return Context(self.asked, self.result, self.advice, self.words)

    @cached_property
    def points(self) -> dict[str, AgendaPoint]:
        """The agenda by item, most important first."""
        return {point.about: point for point in self.advice.agenda}

    @cached_property
    def priorities(self) -> dict[str, Chosen]:
        """What matters most and is not on the agenda for another reason, by item."""
        found: dict[str, Chosen] = {}
        for one in self.advice.priorities:
            if one.about in self.asked.items and one.about not in self.points:
                found.setdefault(one.about, one)
        return found

    @cached_property
    def first(self) -> tuple[Item, ...]:
        """What to talk about first: where people differ, then what matters most."""
        return tuple(self.asked.items[id_] for id_ in (*self.points, *self.priorities))

    @cached_property
    def order(self) -> tuple[Item, ...]:
        """Every item that can be agreed on: those to talk about first, then the others in their order."""
        return (*self.first, *(item for item in self.asked.scored_items if item not in self.first))

    @cached_property
    def places(self) -> list[float]:
        """Where the levels stand on the scale, in per cent of its length."""
        scale = self.asked.scale
        return [round(100 * (level.at - scale.from_) / scale.length, 2) for level in self.asked.levels]

    @property
    def count(self) -> int:
        """How many items are agreed on."""
        return sum(item.id in self.agreed for item in self.asked.scored_items)

    @property
    def parts(self) -> list[tuple[Dimension, list[Item]]]:
        """The items by dimension."""
        parts = [(leaf, [item for item in leaf.items if item.scored]) for leaf in self.asked.leaves]
        return [(leaf, items) for leaf, items in parts if items]

    def item(self, id_: str) -> Item:
        """An item that can be agreed on; ends the request with 404 if there is none with this id."""
        known: dict[str, Item] = {item.id: item for item in self.asked.scored_items}
        if id_ not in known:
            abort(404)
        return known[id_]

    def result_of(self, item: Item) -> ItemResult | None:
        """What may be shown of an item."""
        if self.result is None or self.result.withheld:
            return None
        return next((found for found in self.result.items if found.id == item.id), None)

    def place(self, item: Item) -> int:
        """An item's place in the order, 0 for the first."""
        return self.order.index(item)

    def reasons(self, id_: str) -> tuple[Reason, ...]:
        """Why an item is to be talked about first; none if it is not."""
        chosen = self.points.get(id_) or self.priorities.get(id_)
        return chosen.reasons if chosen else ()

    def neighbours(self, item: Item) -> tuple[Item | None, Item | None]:
        """The item before and the item after."""
        at = self.place(item)
        return (self.order[at - 1] if at else None, self.order[at + 1] if at + 1 < len(self.order) else None)

    def next_open(self, item: Item) -> Item | None:
        """The next item without an agreed level, round to the beginning; None if all have one."""
        at = self.place(item)
        around = (*self.order[at + 1 :], *self.order[:at])
        return next((other for other in around if other.id not in self.agreed), None)
