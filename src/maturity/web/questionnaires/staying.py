"""What stays comparable when a round moves to another version than the round before, dimension by dimension.

What is comparable is what progress will compare later: the same matching is asked."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.comparison.progress.matching import Match
from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.store import versions
from maturity.store.tables import QuestionnaireVersion
from maturity.web.languages import spoken
from maturity.web.questionnaires.told import ChangeTold, change_told, reason_told


@dataclass(frozen=True, slots=True)
class Part:
    """One dimension that holds items: what becomes of its score, and of its items that are not the same."""

    change: ChangeTold
    items: int
    comparable: int
    changed: tuple[ChangeTold, ...]


@dataclass(frozen=True, slots=True)
class Staying:
    """The version of the round before and another one, in the reader's language."""

    old: QuestionnaireVersion
    new: QuestionnaireVersion
    settings: tuple[str, ...]
    parts: tuple[Part, ...]
    gone: tuple[ChangeTold, ...]
    """Dimensions and items that only the old version has."""

    @property
    def is_other(self) -> bool:
        """Whether it is another questionnaire, whose rounds are not followed together."""
        return self.old.questionnaire != self.new.questionnaire

    @property
    def items(self) -> int:
        """How many items the new version has."""
        return sum(part.items for part in self.parts)

    @property
    def comparable(self) -> int:
        """How many of them can be compared with last time."""
        return sum(part.comparable for part in self.parts)

    @property
    def broken(self) -> tuple[Part, ...]:
        """The dimensions whose score cannot be compared."""
        return tuple(part for part in self.parts if part.change.is_break)


def staying(old: QuestionnaireVersion, new: QuestionnaireVersion) -> Staying:
    """What stays comparable between two different versions."""
    found = versions.matched(old, new)
    names = versions.together(old, new, spoken().tag)
    parts = (*found.diff.dimensions, *found.diff.items)
    return Staying(
        old,
        new,
        tuple(reason_told(reason, names) for reason in found.diff.settings),
        tuple(_part(found, leaf, names) for leaf in names[1].leaves if any(i.scored for i in leaf.items)),
        tuple(change_told(one, names) for one in parts if one.verdict == "removed"),
    )


def _part(found: Match, leaf: Dimension, names: tuple[Questionnaire, Questionnaire]) -> Part:
    kept = dict(found.items)
    items = [item.id for item in leaf.items if item.scored]
    changes = [found.item(id_) for id_ in items]
    return Part(
        change_told(found.dimension(leaf.id), names),
        len(items),
        sum(id_ in kept for id_ in items),
        tuple(change_told(one, names) for one in changes if one.verdict != "same"),
    )
