"""Disclosure control among organisations: who counts, how many must hide among each other, how coarse it is.

The reader of a benchmark knows its own scores, those of every organisation that is named, and everything that
is printed; perhaps also the benchmark of a group that differs in one member. docs/decisions/0003 says why
these rules, and what they cannot hide.
"""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from typing import Literal

import numpy as np

from maturity.scoring.plan import Bools, Floats

STEPS = 40
"""A statistic of several organisations is rounded to the scale's length over this: 0.1 from 1 to 5."""
STEPS_FEW = 20
"""The same for fewer than four times the threshold, where one organisation moves it more: 0.2 from 1 to 5."""
SHARES, SHARES_FEW, MANY = 20, 10, 100
"""Percentiles are told in twentieths among so many (100) or more, and in tenths among fewer."""


@dataclass(frozen=True, slots=True)
class Shield:
    """The rule for one reader. `hidden` marks the organisations that must not be found, row by row."""

    threshold: int
    needed: int
    """How many hidden ones must stand together: one more than the threshold if the reader may be one of
    them."""
    hidden: Bools
    secret: str
    """What the blur is made from: a hash of everything that went in, which no reader can guess."""

    def allows(self, rows: Bools) -> bool:
        """Whether a number may be made of these rows: enough organisations, and no or enough hidden ones."""
        among = int((rows & self.hidden).sum())
        return int(rows.sum()) >= self.threshold and (among == 0 or among >= self.needed)

    def places_items(self, n: int) -> bool:
        """Whether a client's percentiles may be told item by item. Each tells something about every peer:
        in a small group they are told for dimensions only, unless nobody hides."""
        return n >= 4 * self.threshold or not self.hidden.any()

    def step(self, n: int, length: float) -> float:
        """How coarse a statistic of `n` organisations is on a scale of this length."""
        return length / (STEPS if n >= 4 * self.threshold else STEPS_FEW)

    def blur(self, *names: str) -> float:
        """A number from 0 to 1 that depends on the group and on nothing that a reader knows."""
        text = "\n".join((self.secret, *names))
        return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64


def make_shield(hidden: Bools, threshold: int, *, reader_inside: bool, secret: str) -> Shield:
    """The rule for a reader who may be (`reader_inside`) one of those who are hidden."""
    return Shield(threshold, threshold + reader_inside, hidden, secret)


def hidden_to_leave_out(shield: Shield) -> bool:
    """Whether there are hidden organisations, but too few to hide among each other: then none of them
    counts."""
    return 0 < int(shield.hidden.sum()) < shield.needed


def refusal(rows: Bools, rest: Bools, shield: Shield) -> Literal["few", "rest"] | None:
    """Why there may be no statistics of these rows, with `rest` the organisations that were not chosen.

    From the group and from everybody the rest could be had by subtraction, so that the rest must be nobody,
    or enough as well (complementary suppression).
    """
    if not shield.allows(rows):
        return "few"
    left = int((rest & shield.hidden).sum())
    return "rest" if 0 < left < shield.needed else None


def coarse(value: float, step: float, start: float = 0.0) -> float:
    """A statistic in whole steps from `start`, half up."""
    return round(start + math.floor((value - start) / step + 0.5 + 1e-9) * step, 10)


def coarse_shares(shares: Floats, n: int) -> Floats:
    """Shares of `n` organisations in whole steps, half up."""
    steps = SHARES if n >= MANY else SHARES_FEW
    found: Floats = np.floor(shares * steps + 0.5 + 1e-9) / steps
    return found
