"""What results say of themselves is counted, and never repeated."""

import pytest

from maturity.comparison.benchmark.noting import is_made_up


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
