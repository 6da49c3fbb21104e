"""Which municipalities could be one: suggested, and never decided."""

from __future__ import annotations

import pytest

from maturity.store.doubles import doubles, others_like
from maturity.store.tables import Organisation


def places(*facts):
    """Organisations from name, country and code."""
    return [
        Organisation(id=str(n), name=name, country=c, code=code) for n, (name, c, code) in enumerate(facts)
    ]


@pytest.fixture(autouse=True)
def made(monkeypatch):
    """All of the same moment."""
    monkeypatch.setattr(Organisation, "created_at", 0)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (("Uppby", "SE", "0381"), ("Uppby kommun", None, None), "name"),
        (("Uppby", "SE", "0381"), ("UPPBY  kommun", "SE", None), "name"),
        (("Exempel", "SE", None), ("Exempels stad", "SE", None), "name"),
        (("Næs", "DK", None), ("Næs Kommune", "DK", None), "name"),
        (("Uppby", "SE", "0381"), ("Uppbygden", "SE", "381"), "code"),
        (("Uppby", None, "0381"), ("Upby", "SE", "0381"), "code"),
        (("Uppby", "SE", "0381"), ("Uppby kommun", "SE", "0382"), None),
        (("Uppby", "SE", None), ("Uppby kommune", "NO", None), None),
        (("Borås", "SE", None), ("Borå", "SE", None), None),
        (("Uppby", "SE", "0381"), ("Nerby", "SE", None), None),
    ],
)
def test_two_with_the_same_code_or_nearly_the_same_name_could_be_one(first, second, why):
    found = doubles(places(first, second), {})
    assert [one.why for one in found] == ([why] if why else [])


def test_the_one_with_more_rounds_is_the_one_to_keep():
    known = places(("Uppby", "SE", "0381"), ("Uppby kommun", None, None))
    assert doubles(known, {})[0].kept is known[0]
    assert doubles(known, {"1": 2})[0].kept is known[1]


def test_of_three_each_pair_is_told_once():
    known = places(("Nes", "NO", "1"), ("Nes kommune", "NO", "2"), ("Nes", None, None))
    found = doubles(known, {})
    assert {frozenset((one.kept.id, one.other.id)) for one in found} == {
        frozenset("02"),
        frozenset("12"),
    }
    assert set(others_like(known[2], found)) == {known[0], known[1]}
    assert others_like(known[0], found) == (known[2],)
