"""The outcome of a benchmark: plain frozen data, already protected. What may not be shown is not in it.

Statistics of several organisations are on the questionnaire's scale and coarse on purpose (see
docs/decisions/0003-peers-cannot-be-found.md); scores of one organisation are at full precision. None means:
not defined, or withheld.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maturity.comparison.benchmark.entry import Choice, Consent, Mark
from maturity.questionnaire.comparing import Reason
from maturity.scoring.result import Interval

FORMAT = 1
"""The version of the benchmark's own format."""


@dataclass(frozen=True, slots=True)
class Range:
    """A range of ranks: 1 is the highest score, `of` is the lowest."""

    low: int
    high: int
    of: int


@dataclass(frozen=True, slots=True)
class Percentile:
    """The share of peers that stand below, 0 to 1, in tenths or twentieths. `low` to `high` is its 90 %
    range under resampled scores."""

    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Standing:
    """One dimension, item, or the overall number: what the others have, and where the client stands."""

    id: str
    n: int
    """How many of the others have a comparable score."""
    median: float | None
    """The mean of the three or four middle scores, in whole steps (see `protect.Shield.step`)."""
    middle: Interval | None
    """The middle half: the same of the lower half and of the upper half of the scores."""
    ends: Interval | None
    """The mean of as many of the lowest, and of the highest, as the threshold says."""
    client: float | None = None
    interval: Interval | None = None
    """The client's own interval."""
    percentile: Percentile | None = None
    rank: Range | None = None
    """The client's 90 % range of rank."""
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation that may be shown by itself. Values are in the order of the benchmark's parts."""

    name: str | None
    """None in a working copy if it wants to be anonymous."""
    code: str
    """The beginning of the hash of its answers: whoever holds its file can tell which it is."""
    dimensions: tuple[float | None, ...]
    items: tuple[float | None, ...]
    overall: float | None
    rank: Range | None
    """The 90 % range of its rank under resampled scores, other weights and other aggregation."""
    tier: int | None
    """Rows with the same number cannot be told apart from the highest of them; 1 is the highest."""
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Separation:
    """How far the highest stand above the rest on one item."""

    id: str
    difference: float
    """Mean of the highest less mean of the rest, on the scale and in whole steps."""
    delta: float
    """Cliff's delta, -1 to 1, to one decimal."""
    top: int
    rest: int


@dataclass(frozen=True, slots=True)
class Influence:
    """What a top dimension weighs by the questionnaire, and what it weighs in this group's differences."""

    id: str
    nominal: float
    """Its share of the weight."""
    main: float
    """Squared correlation with the overall number: about its main effect (Paruolo, Saisana & Saltelli
    2013)."""
    covariance: float
    """Its share of the variance of the weighted mean: w (Cov w) / w'Cov w. All add up to 1."""


@dataclass(frozen=True, slots=True)
class Together:
    """How two top dimensions go together in this group: Spearman's rank correlation, two decimals."""

    first: str
    second: str
    rho: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """An item on which the client stands clearly higher, or lower, than its peers."""

    id: str
    difference: float
    """Client less the peers' median, on the scale."""
    named: tuple[str, ...] = ()
    """Peers that stand clearly higher, by name and in the order of the alphabet; only if both sides agreed to
    be named."""


@dataclass(frozen=True, slots=True)
class Incomparable:
    """A part that results of one version are not compared on, and why."""

    version: str
    kind: Literal["item", "dimension", "overall"]
    id: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class MarkCount:
    """How many of those compared have a mark; None if some have, but so few that they could be found."""

    mark: Mark
    n: int | None


Noted = Literal["made-up", "other"]
"""What a result says of itself: that it is made up, or something else."""


@dataclass(frozen=True, slots=True)
class NoteCount:
    """How many of those compared have a note of a kind; None as with marks."""

    kind: Noted
    n: int | None


@dataclass(frozen=True, slots=True)
class Client:
    """The organisation whose benchmark it is."""

    name: str
    code: str | None
    date: str
    consent: Consent
    marks: tuple[Mark, ...]
    note: str | None = None
    """What readers must know of its own result, such as that it is made up."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Several organisations side by side, for the group or for one client. Everything in it may be shown to
    its reader."""

    format: int
    program: str
    questionnaire: str
    version: str
    questionnaire_hash: str
    group_hash: str
    """SHA-256 over everything that went in: the same group gives the same numbers."""
    working_copy: bool
    """True if it shows anonymous organisations one by one, without names: for whoever holds their files."""
    client: Client | None
    choice: Choice
    """Whom the group holds; never by which codes, as they name those who want to be anonymous."""
    chosen_by_code: bool
    """Whether it holds only organisations with some official codes."""
    threshold: int
    draws: int
    newest: str
    """The date of the newest result."""
    organisations: int
    """How many are compared: the client's peers, or the whole group."""
    named: tuple[str, ...]
    """Those of them that agreed to be named, in the order of the alphabet."""
    withheld: Literal["few", "rest"] | None
    """few: fewer organisations than the threshold; rest: those not chosen are so few that they could be found
    by subtraction. Then there are no statistics."""
    hidden_left_out: int
    """Anonymous organisations that do not count, because they are too few to hide among each other."""
    overall: Standing
    dimensions: tuple[Standing, ...]
    """Every dimension, parents before parts."""
    top: tuple[str, ...]
    items: tuple[Standing, ...]
    rows: tuple[Row, ...]
    """The highest overall number first."""
    ranked: int
    """How many of the rows have a rank."""
    separation: tuple[Separation, ...]
    """Largest difference first."""
    influence: tuple[Influence, ...]
    together: tuple[Together, ...]
    strengths: tuple[Lesson, ...]
    """Where a peer could learn from the client."""
    lessons: tuple[Lesson, ...]
    """Where the client could learn."""
    marks: tuple[MarkCount, ...]
    incomparable: tuple[Incomparable, ...]
    left_out: tuple[tuple[str, int], ...]
    """Why results were left out, and how many."""
    notes: tuple[NoteCount, ...] = ()
    """How many of those compared have a note for the readers of their own reports. What it says is not told."""

    def standing(self, id_: str) -> Standing:
        """The standing of a dimension or an item. KeyError if it is not in the benchmark."""
        for one in (*self.dimensions, *self.items):
            if one.id == id_:
                return one
        raise KeyError(id_)
