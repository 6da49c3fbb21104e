"""What rounds of one organisation amount to: what moved between them.

Everything in a `Progress` is made from results, which are already protected: all of it may be shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maturity.comparison.progress.given import Action, Mark, Reading, Target
from maturity.questionnaire.comparing import Reason, Verdict
from maturity.scoring.result import Estimate, Interval, Result

Moved = Literal[
    "risen", "fallen", "others-answered", "questionnaire", "unclear", "not-comparable", "no-score"
]


@dataclass(frozen=True, slots=True)
class Paired:
    """The mean change of those who answered both times. `p` is exact (sign flips) for up to twelve people."""

    n: int
    change: float
    error: float
    freedom: float
    interval: Interval
    p: float
    decides: bool
    """Whether this form, rather than that of independent waves, says if the change is reliable."""


@dataclass(frozen=True, slots=True)
class Change:
    """One score before and after, on the scale. None: not defined."""

    before: float
    after: float
    error: float | None
    freedom: float | None
    interval: Interval | None
    """Of the difference, as if other people had answered each time."""
    p: float | None
    """Two-sided, of the form that decides."""
    p_holm: float | None
    """The same after Holm's correction for everything that was looked at beside it."""
    detectable: float | None
    """The least difference whose interval would have excluded 0 (MDC)."""
    reliable: bool
    large: bool
    paired: Paired | None = None

    @property
    def size(self) -> float:
        """After less before."""
        return self.after - self.before

    @property
    def changed(self) -> bool:
        """Whether both criteria hold: reliable, and large enough to be called a change."""
        return self.reliable and self.large


@dataclass(frozen=True, slots=True)
class Parts:
    """A difference taken apart: `you + who + questionnaire` is after less before."""

    you: float
    """Other answers to the same items by the same groups in the same mix."""
    who: float
    """Which groups answered, and how much each of them weighs."""
    questionnaire: float
    """Items, weights and rules that changed."""

    @property
    def total(self) -> float:
        """The whole difference."""
        return self.you + self.who + self.questionnaire


@dataclass(frozen=True, slots=True)
class GroupParts:
    """One group of roles in an item's receipt. `share_…` is its weight; what is None was not there."""

    roles: tuple[str, ...]
    share_before: float | None
    share_after: float | None
    mean_before: float | None
    mean_after: float | None
    n_before: int
    n_after: int
    you: float
    who: float


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One item of the newer questionnaire. `groups` add up to the difference: that is its receipt."""

    id: str
    before: str | None
    """The id of the item that it is compared with; None if there is none."""
    verdict: Verdict
    change: Change | None
    groups: tuple[GroupParts, ...]
    agreed: tuple[float | None, float | None]
    """The level that the team agreed on, before and after."""
    reasons: tuple[Reason, ...] = ()
    """Why it is comparable, or is not."""

    @property
    def parts(self) -> Parts | None:
        """The difference taken apart; None if no group of roles answered both times."""
        if not self.groups:
            return None
        return Parts(sum(g.you for g in self.groups), sum(g.who for g in self.groups), 0.0)


@dataclass(frozen=True, slots=True)
class DimensionChange:
    """One dimension of the newer questionnaire, at any depth."""

    id: str
    verdict: Verdict
    reasons: tuple[Reason, ...]
    """Why it is comparable, or is not."""
    before: Estimate | None
    after: Estimate | None
    change: Change | None
    """None if either score is missing, or if they cannot be compared."""
    parts: Parts | None
    moved: Moved
    items: tuple[str, ...]
    """The items that the like-for-like part rests on."""

    @property
    def mostly(self) -> Literal["you", "who", "questionnaire"] | None:
        """Which part the difference mostly comes from: the largest in its direction. None without parts."""
        if self.parts is None:
            return None
        way = 1 if self.parts.total >= 0 else -1
        parts: dict[Literal["you", "who", "questionnaire"], float] = {
            "you": way * self.parts.you,
            "who": way * self.parts.who,
            "questionnaire": way * self.parts.questionnaire,
        }
        return max(parts, key=lambda name: parts[name])


@dataclass(frozen=True, slots=True)
class RoleChange:
    """How one role that stands alone both times moved in a leaf, on the items that it answered both times."""

    role: str
    dimension: str
    change: Change
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rounds, as places in `Progress.rounds`. Holm: over dimensions of one depth, items, and roles."""

    before: int
    after: int
    settings: tuple[Reason, ...]
    dimensions: tuple[DimensionChange, ...]
    items: tuple[ItemChange, ...]
    roles: tuple[RoleChange, ...]
    linked: int | None
    """How many people are known by their code in both rounds; None if they are too few to be told."""
    gone: tuple[str, ...] = ()
    """Dimensions and items that only the older questionnaire has."""

    def dimension(self, id_: str) -> DimensionChange:
        """The change of one dimension. KeyError if the newer questionnaire has none of this id."""
        found = next((one for one in self.dimensions if one.id == id_), None)
        if found is None:
            raise KeyError(id_)
        return found

    def item(self, id_: str) -> ItemChange | None:
        """The change of one item, or None."""
        return next((one for one in self.items if one.id == id_), None)


@dataclass(frozen=True, slots=True)
class Point:
    """One dimension (or role in it) in one round."""

    round: int
    estimate: Estimate | None
    breaks: bool
    """Whether the questionnaire changed so that it cannot be compared with the point before."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A dimension over all rounds. `roles` has the roles that stand alone at least twice."""

    dimension: str
    points: tuple[Point, ...]
    roles: tuple[tuple[str, tuple[Point, ...]], ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """An action of an earlier round, and what became of what it was meant to move. Not proof of anything."""

    action: Action
    since: int
    """The round after which it was decided."""
    items: tuple[ItemChange, ...]
    dimensions: tuple[DimensionChange, ...]
    reading: Reading | None
    """The latest."""
    share: float | None
    """How far from baseline to target the latest reading is: 1 is there. None if that is not known."""


@dataclass(frozen=True, slots=True)
class Towards:
    """A target and how far it is. `expected` lies on the straight line from the start to the target today."""

    target: Target
    start: int | None
    """The round that it is counted from: the first that can be compared with the latest."""
    score: float | None
    share: float | None
    expected: float | None
    change: DimensionChange | None = None
    """From that round to the latest: whether the way so far is more than chance."""

    @property
    def reached(self) -> bool:
        """Whether the latest score is at the target or above."""
        return self.score is not None and self.score >= self.target.score - 1e-9


@dataclass(frozen=True, slots=True)
class Progress:
    """Everything that is known about how one organisation moved. Rounds are in the order of time."""

    rounds: tuple[Result, ...]
    latest: Comparison | None
    """From the round before to the latest; None if fewer than two have a result."""
    whole: Comparison | None
    """From the first to the latest, if there are more than two."""
    trends: tuple[Trend, ...]
    followed: tuple[Followed, ...]
    """The actions of earlier rounds."""
    decided: tuple[Action, ...]
    """The new actions of the latest round."""
    continued: tuple[Action, ...]
    """The unfinished ones of the latest round that go on with those of earlier rounds."""
    towards: tuple[Towards, ...]
    marks: tuple[Mark, ...]
