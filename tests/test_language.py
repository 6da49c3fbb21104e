from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.language import SUPPORTED, explain, is_supported, language, resolve, rounded_half_up
from maturity.problems import Problem
from maturity.scoring.rounding import rounded

THIN = "\u00a0"
MINUS = "\u2212"


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("sv", "sv"),
        ("sv-SE", "sv"),
        ("SV_se.UTF-8", "sv"),
        ("da_DK", "da"),
        ("no", "nb"),
        ("nb-NO", "nb"),
        ("nn_NO.UTF-8", "nb"),
        ("en_GB", "en"),
        ("fi", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_a_tag_and_its_variants_resolve_to_a_language(tag: str | None, found: str) -> None:
    assert resolve(tag) == found


def test_a_language_has_a_name_in_every_language() -> None:
    assert [language("sv").language_name(tag) for tag in SUPPORTED] == [
        "engelska",
        "svenska",
        "danska",
        "norskt bokmål",
    ]
    assert language("en").language_name("sv") == "Swedish"


@given(st.text(max_size=20))
def test_any_text_resolves_to_a_supported_language(tag: str) -> None:
    assert resolve(tag) in SUPPORTED


def test_what_is_not_supported_is_told_from_english() -> None:
    assert [is_supported(tag) for tag in ("en-US", "sv", "nn", "fi", "english")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("en", "12,345.7"),
        ("sv", f"12{THIN}345,7"),
        ("da", "12.345,7"),
        ("nb", f"12{THIN}345,7"),
    ],
)
def test_numbers_are_written_as_readers_write_them(tag: str, shown: str) -> None:
    assert language(tag).number(12345.678) == shown


def test_a_number_has_the_decimals_that_are_asked_for() -> None:
    assert [language("sv").number(3.0, decimals) for decimals in (0, 1, 2)] == ["3", "3,0", "3,00"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2.45, "2.5"), (-2.45, f"{MINUS}2.5"), (2.25, "2.3"), (2.2499999999999996, "2.3"), (2.24, "2.2")],
)
def test_halves_are_rounded_away_from_zero(value: float, shown: str) -> None:
    assert language("en").number(value) == shown


@given(st.floats(-1000, 1000), st.integers(0, 4))
def test_readers_and_receipts_round_alike(value: float, decimals: int) -> None:
    assert rounded_half_up(value, decimals) == rounded(value, decimals)


@given(st.integers(-(10**6), 10**6))
def test_rounding_is_the_same_on_both_sides_of_zero(thousandths: int) -> None:
    assert rounded_half_up(-thousandths / 1000, 1) == -rounded_half_up(thousandths / 1000, 1)
    assert abs(rounded_half_up(thousandths / 1000, 1) - Decimal(thousandths) / 1000) <= Decimal("0.05")


def test_negative_numbers_have_a_minus_sign_and_not_a_hyphen() -> None:
    for tag in SUPPORTED:
        assert language(tag).number(-1.5).startswith(MINUS)


def test_what_rounds_to_nothing_has_no_sign() -> None:
    assert language("en").number(-0.04) == "0.0"
    assert language("en").signed(-0.04) == "0.0"
    assert language("en").signed(0.04) == "0.0"


def test_a_difference_has_its_sign() -> None:
    assert [language("sv").signed(value) for value in (0.55, -0.55)] == ["+0,6", f"{MINUS}0,6"]


def test_shares_are_whole_per_cent() -> None:
    assert [language("en").percent(share) for share in (0, 0.125, 1)] == ["0 %", "13 %", "100 %"]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("en", "12 March 2026"), ("sv", "12 mars 2026"), ("da", "12. marts 2026"), ("nb", "12. mars 2026")],
)
def test_dates_are_in_words(tag: str, shown: str) -> None:
    assert language(tag).date("2026-03-12") == shown
    assert language(tag).date(datetime.date(2026, 3, 12)) == shown


def test_the_form_of_a_word_follows_its_number() -> None:
    words = language("en")
    told = [words.plural("{count} error", "{count} errors", count) for count in (0, 1, 2)]
    assert told == ["0 errors", "1 error", "2 errors"]


def test_lists_end_with_and() -> None:
    assert language("sv").join(["a", "b", "c"]) == "a, b och c"
    assert language("en").join(["a"]) == "a"
    assert language("da").join([]) == ""


def test_countries_have_names_and_unknown_codes_stay() -> None:
    assert language("sv").country("DK") == "Danmark"
    assert language("en").country("XX") == "XX"
    assert language("en").country(None) == ""


def test_the_decimal_sign_is_the_locales() -> None:
    assert [language(tag).decimal_sign() for tag in SUPPORTED] == [".", ",", ",", ","]


def test_values_in_a_sentence_are_written_in_its_language() -> None:
    message = "{whole} {half} {text} {count}"
    told = language("sv").say(message, whole=3.0, half=2.5, text="a{b}", count=12345)
    assert told == "3 2,50 a{b} 12345"


def test_braces_without_values_are_left_alone() -> None:
    assert language("en").say("{name}") == "{name}"


def test_an_empty_text_is_not_the_catalogues_header() -> None:
    assert language("sv").say("") == ""


def test_the_same_language_is_the_same_object() -> None:
    assert language("sv") is language("sv")


def test_a_problem_is_told_with_its_place() -> None:
    at = Problem("There is no such file", file="a.yaml", line=3, column=7)
    assert explain(at, "en") == "a.yaml:3:7: There is no such file"
    cell = Problem("There is no such file", file="a.xlsx", cell="Answers!C4")
    assert explain(cell, "en") == "a.xlsx:Answers!C4: There is no such file"
    assert explain(Problem("There is no such file"), "en") == "There is no such file"


def test_a_problem_is_told_in_the_readers_language() -> None:
    problem = Problem("There is no such file", file="svar.yaml")
    assert explain(problem, "sv").startswith("svar.yaml: ")
    assert explain(problem, "sv") != explain(problem, "en")
