"""Which organisation a file means."""

import pytest

from maturity.problems import Problems
from maturity.store.matching import Known
from maturity.store.tables import Organisation


def place(name, country=None, code=None):
    return Organisation(name=name, country=country, code=code)


NES, VALER_SOUTH, VALER_EAST, ODAL = (
    place("Nes", "NO", "3228"),
    place("Våler", "NO", "3114"),
    place("Våler", "NO", "3419"),
    place("Ådal"),
)


@pytest.fixture
def known():
    return Known([NES, VALER_SOUTH, VALER_EAST, ODAL])


def test_country_and_code_decide_whatever_the_name_is(known):
    assert known.find("Nes kommune", "NO", "3228") is NES
    assert known.find("Våler", "NO", "3419") is VALER_EAST


def test_what_has_no_code_here_is_found_by_its_name(known):
    assert known.find("ådal ", "SE", "0101") is ODAL
    assert known.find("nes", "NO", None) is NES


def test_another_country_or_code_is_another_place(known):
    assert known.find("Nes", "IS", None) is None
    assert known.find("Nes", "NO", "9999") is None


def test_two_of_one_name_are_not_guessed_between(known):
    assert known.find("Våler", "NO", None) is None
    assert known.namesakes("Våler", "NO", None) == [VALER_SOUTH, VALER_EAST]
    with pytest.raises(Problems):
        known.check("Våler", "NO", None)
    known.check("Våler", "NO", "3419")
    known.check("Bodal", "NO", None)


def test_one_that_is_made_known_again_with_more_facts_is_still_one():
    town = place("Nes")
    known = Known([town])
    town.country, town.code = "NO", "3228"
    known.add(town)
    known.check("Nes", "NO", None)
    assert known.find("Nes", "NO", None) is town


def test_one_that_is_also_called_so_is_meant_unless_another_has_the_name(known):
    town = Organisation(name="Hof", country="NO", also=["Våler kommune", "Nes"])
    known.add(town)
    assert known.find("våler  kommune", "NO", None) is town
    assert known.find("Nes", "NO", "3228") is known.find("Nes", None, None) is NES
    assert known.find("Nes", "IS", None) is None


def test_two_that_are_also_called_so_are_not_guessed_between(known):
    for code in ("1", "2"):
        known.add(Organisation(name=f"Hof {code}", country="NO", code=code, also=["Vang"]))
    assert known.find("Vang", "NO", "2").code == "2"
    with pytest.raises(Problems):
        known.check("Vang", "NO", None)
