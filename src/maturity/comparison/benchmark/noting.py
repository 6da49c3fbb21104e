"""What results say of themselves to their readers, told without repeating it: a note may name its organisation.

A note that begins with "Made up", in any of our languages, says that nobody gave those answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from maturity.comparison.benchmark.entry import Member
from maturity.comparison.benchmark.marking import open_count
from maturity.comparison.benchmark.model import NoteCount, Noted
from maturity.comparison.benchmark.protect import Shield

_MADE_UP = re.compile(r"\s*(made[ -]up|påhitta(t|d|de)|opdigte(t|de)|oppdikte(t|de))\b", re.IGNORECASE)


def is_made_up(note: str) -> bool:
    """Whether a note says that the answers are made up."""
    return _MADE_UP.match(note) is not None


_KINDS: dict[Noted, Callable[[str], bool]] = {
    "made-up": is_made_up,
    "other": lambda note: not is_made_up(note),
}


def count_notes(members: Sequence[Member], shield: Shield) -> Iterable[NoteCount]:
    """How many have each kind of note that any has; None as with marks, and where those without a note could be had
    by subtraction."""
    counts = {kind: sum(fits(one.note) for one in members if one.note) for kind, fits in _KINDS.items()}
    found = [NoteCount(kind, open_count(n, len(members), shield)) for kind, n in counts.items() if n]
    without = len(members) - sum(counts.values())
    if open_count(without, len(members), shield) is None and all(one.n is not None for one in found):
        return [replace(one, n=None) for one in found]
    return found
