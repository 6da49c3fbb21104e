"""What results say of themselves is counted, and never repeated."""

from dataclasses import replace

import numpy as np
import pytest

from maturity.comparison.benchmark.noting import count_notes, is_made_up
from maturity.comparison.benchmark.protect import make_shield

from .test_marking import MEMBER


@pytest.mark.parametrize(
    "note",
    [
        "Made up.",
        "made-up data",
        "Made up – påhittat: Exempelköping finns inte",
        "Påhittat: Mallstad finns inte",
        "Påhittade svar",
        "  OPDIGTET: Prøvelund findes ikke",
        "Oppdiktede svar",
    ],
)
def test_a_note_that_begins_by_saying_so_is_made_up(note):
    assert is_made_up(note)


@pytest.mark.parametrize("note", ["Not made up", "Made upon request", "Half of the staff was ill", ""])
def test_any_other_note_is_not(note):
    assert not is_made_up(note)


@pytest.mark.parametrize(
    ("made_up", "other", "without", "told"),
    [
        (5, 5, 0, {"made-up": 5, "other": 5}),
        (5, 5, 5, {"made-up": 5, "other": 5}),
        (5, 5, 2, {"made-up": None, "other": None}),
        (5, 2, 5, {"made-up": 5, "other": None}),
        (5, 0, 2, {"made-up": None}),
    ],
)
def test_so_few_without_a_note_cannot_be_had_by_subtraction(made_up, other, without, told):
    notes = ["Made up"] * made_up + ["Many were ill"] * other + [None] * without
    members = [replace(MEMBER, note=note) for note in notes]
    shield = make_shield(np.full(len(members), True), 5, reader_inside=False, secret="")
    assert {one.kind: one.n for one in count_notes(members, shield)} == told
