"""The frozen outcome of scoring: plain data, serialisable, already protected.

A `Result` holds only what may be shown. Numbers that would reveal fewer people than the questionnaire's
threshold are not in it at all (see `scoring.disclosure`), so that no later room can leak them. `None`
means: not defined, or withheld; `withheld` says which. Scores are on the questionnaire's scale at full
precision; rounding is for display only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

FORMAT = 1
"""The version of the result's own format."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A two-sided confidence interval, on the scale, clipped to it."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its standard error, degrees of freedom and interval; None where not defined."""

    mean: float
    n: int
    error: float | None = None
    freedom: float | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the question. asked = valid + unknown + not_applicable + missing."""

    asked: int
    valid: int
    unknown: int
    not_applicable: int
    missing: int

    @property
    def unknown_share(self) -> float | None:
        """Unknown answers among the applicable ones (asked less not applicable). None if there are none."""
        applicable = self.asked - self.not_applicable
        return self.unknown / applicable if applicable else None


@dataclass(frozen=True, slots=True)
class Spread:
    """How far people agree on one item, all who answered pooled: AD, SD, r*wg with the uniform null.

    Of few answers there is the verdict alone: with the mean the numbers would tell each answer."""

    average_deviation: float | None
    deviation: float | None
    r_wg: float | None
    verdict: Literal["agree", "broadly-agree", "disagree"]


@dataclass(frozen=True, slots=True)
class GroupMean:
    """The mean of one reporting group on one item. `roles` are the roles in it: one, or those too small to
    stand alone.

    `weight` is the group's share of the item's score; `unvalued` is how many in these roles could have
    answered and gave no value (unknown or missing), which is what the bounds are made of.
    """

    roles: tuple[str, ...]
    mean: float
    n: int
    weight: float
    unvalued: int = 0


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One item. `groups` add up to `score` by their weights: that is the receipt of the score."""

    id: str
    estimate: Estimate | None
    """Its score with its uncertainty (Welch-Satterthwaite over the reporting groups)."""
    withheld: bool
    """True if too few people answered for anything about it to be shown. It then counts for nothing."""
    counts: Counts | None
    groups: tuple[GroupMean, ...]
    spread: Spread | None
    distribution: tuple[int, ...] | None
    """How many chose each point, lowest first; None if fewer than the distribution threshold answered."""
    evidence: float | None
    """Mean evidence grade, 0 for the weakest; None if fewer than the threshold gave one."""
    evidence_counts: tuple[int, ...] | None
    """How many gave each evidence grade; None if fewer than the distribution threshold did."""
    unknown_bounds: Interval | None
    """Where the score could lie if every unknown and missing answer were the lowest, or the highest."""

    @property
    def score(self) -> float | None:
        """The score, on the scale."""
        return self.estimate.mean if self.estimate else None


@dataclass(frozen=True, slots=True)
class RoleScore:
    """How one reporting group of roles scores a dimension, over the items it answered."""

    roles: tuple[str, ...]
    estimate: Estimate
    items: tuple[str, ...]
    unknown_share: float | None


@dataclass(frozen=True, slots=True)
class Gap:
    """The difference between two roles on the items that both answered: `first` less `second`."""

    first: str
    second: str
    dimension: str
    difference: float
    interval: Interval | None
    delta: float | None
    """Cliff's delta of the person scores on the common items, -1 to 1."""
    items: tuple[str, ...]
    notable: bool


@dataclass(frozen=True, slots=True)
class LevelChance:
    """How probable it is that the true score lies in a level, under a normal model."""

    level: str
    probability: float


@dataclass(frozen=True, slots=True)
class Gated:
    """What the agreed, evidenced levels of a dimension amount to."""

    level: str
    """The gated level: the highest that enough items reach with none more than one below."""
    minimum: str
    """The lowest item's level: the strict reading."""
    bottlenecks: tuple[str, ...]
    """The items at that lowest level."""
    mean: float
    agreed: int
    """How many items have an agreed level."""
    capped: tuple[str, ...]
    """Items whose agreed level was lowered to what its evidence supports."""
    optimism: float
    """Mean agreed level less mean evidenced level."""


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One dimension at any depth. For a leaf, `parts` are items; above, dimensions."""

    id: str
    estimate: Estimate | None
    level: str | None
    chances: tuple[LevelChance, ...]
    parts: tuple[tuple[str, float], ...]
    """The parts that have a score, each with its share of the weight: what the score is made of."""
    left_out: tuple[str, ...]
    """The parts without a score."""
    aggregation: str
    withheld: bool
    unknown_share: float | None
    bounds: Interval | None
    """Where the score could lie if every unknown answer were the lowest, or the highest."""
    average_deviation: float | None
    """Mean of the items' average deviations."""
    r_wg: float | None
    """r*wg(J): one less the mean item variance over the variance of uniform answering."""
    verdict: Literal["agree", "broadly-agree", "disagree"] | None
    evidence: float | None
    grade: Literal["A", "B", "C"] | None
    roles: tuple[RoleScore, ...]
    role_mix: bool
    """True if the additive check says that the mix of roles moves the score by more than the convention."""
    importance: Estimate | None
    """How important the people who answered find it, 1 to 5; None if not asked or too few."""
    gated: Gated | None

    @property
    def score(self) -> float | None:
        """The score, on the scale."""
        return self.estimate.mean if self.estimate else None


@dataclass(frozen=True, slots=True)
class OverallResult:
    """The one number, and what it would be by other rules."""

    score: float
    interval: Interval | None
    aggregation: str
    arithmetic: float
    geometric: float | None
    minimum: float
    weight_low: float
    weight_high: float
    """The least and the most that moving each weight within the convention can make of it."""


@dataclass(frozen=True, slots=True)
class Robustness:
    """Does the weakest stay weakest?"""

    weakest: str
    weakest_resampled: float | None
    """Share of bootstrap draws in which it is the weakest; None if not resampled."""
    weakest_reweighted: float
    """Share of the other weightings and aggregations in which it is the weakest."""
    runner_up: str | None
    rank_chances: dict[str, tuple[float, ...]] | None
    """For each top dimension the share of draws in which it has rank 1 (highest), 2, ..."""
    drivers: tuple[tuple[str, float, float], ...]
    """What the overall number depends on: choice, first-order share and total-order share of its variance
    over all combinations of a few defensible choices (aggregation, weights, respondents). Empty if there is
    no overall number."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Response quality: flagged, never deleted."""

    flagged: int | None
    """How many respondents answered in a way worth a look; None if fewer than the threshold but more than
    none."""
    moves: bool | None
    """Whether leaving them out would move any dimension by more than the role-mix convention; None if none
    flagged."""
    profile_reliability: float | None
    """ICC(A,k) of the item profile over the items that all raters answered."""
    alpha_ordinal: float | None
    """Krippendorff's alpha, ordinal, over all items with ordered points."""


@dataclass(frozen=True, slots=True)
class RoleCount:
    """How many of a role answered, and whether the role stands alone in the report."""

    role: str
    n: int
    shown: bool


@dataclass(frozen=True, slots=True)
class Result:
    """What one assessment amounts to. Everything in it may be shown."""

    format: int
    program: str
    """The version of this program."""
    questionnaire: str
    version: str
    questionnaire_hash: str
    answers_hash: str
    organisation: str
    country: str | None
    code: str | None
    population: int | None
    date: str
    """ISO 8601."""
    label: str | None
    note: str | None
    respondents: int
    roles: tuple[RoleCount, ...]
    threshold: int
    withheld: bool
    """True if there are fewer respondents than the threshold: then nothing else is in it."""
    items: tuple[ItemResult, ...]
    dimensions: tuple[DimensionResult, ...]
    """Every dimension, parents before parts."""
    top: tuple[str, ...]
    """The ids of the top dimensions, in the questionnaire's order."""
    overall: OverallResult | None
    gaps: tuple[Gap, ...]
    """Every pair of roles on every leaf dimension that may be compared, largest first."""
    robustness: Robustness | None
    quality: Quality
    agreed_reasons: tuple[tuple[str, float, str | None, int | None], ...]
    """What the team agreed on: item, level on the scale, reason, evidence grade."""

    def item(self, id_: str) -> ItemResult:
        """The item with this id. KeyError if it is not in the result."""
        return _find(self.items, id_)

    def dimension(self, id_: str) -> DimensionResult:
        """The dimension with this id. KeyError if it is not in the result."""
        return _find(self.dimensions, id_)


_Named = TypeVar("_Named", ItemResult, DimensionResult)


def _find(parts: tuple[_Named, ...], id_: str) -> _Named:
    for part in parts:
        if part.id == id_:
            return part
    raise KeyError(id_)
