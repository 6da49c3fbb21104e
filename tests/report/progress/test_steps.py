"""A realistic next step, in words."""

from __future__ import annotations

import datetime

import pytest

from maturity import resources
from maturity.comparison.progress.steps import Move
from maturity.language import language
from maturity.questionnaire import load
from maturity.report.progress.sections.steps import told_pace, told_step
from maturity.report.words import Words

SINCE, UNTIL = datetime.date(2026, 3, 31), datetime.date(2028, 3, 31)


@pytest.fixture(scope="module")
def words() -> Words:
    asked = load(resources.read_folder(resources.find_questionnaire("innovation-capacity")), "en")
    return Words(asked, language("en"))


def test_it_says_how_others_moved_and_where_that_leads(words: Words) -> None:
    assert told_step(words, Move(9, 0.1, -0.1, 0.4, 2.0), 2.0, SINCE, UNTIL) == (
        "The middle half of 9 municipalities here moved between −0.1 and +0.4 a year. "
        "Moving as the median or a little faster, you would stand at 2.2 to 2.8 in March 2028."
    )


def test_without_quarters_it_tells_the_median_alone(words: Words) -> None:
    assert told_step(words, Move(6, 0.1, None, None, 2.0), 2.0, SINCE, UNTIL) == (
        "6 municipalities here moved by +0.1 a year, as a median. "
        "Moving as they did, you would stand at 2.2 in March 2028."
    )


def test_nobody_is_sent_beyond_the_scale(words: Words) -> None:
    assert "at 5.0 in March 2028" in told_step(words, Move(9, 1.0, 0.5, 2.0, 2.0), 4.8, SINCE, UNTIL)


def test_a_target_asks_for_so_much_a_year(words: Words) -> None:
    assert told_pace(words, 2.0, SINCE, 3.0, UNTIL) == "The target asks for +0.5 a year."


@pytest.mark.parametrize(("target", "by"), [(2.0, UNTIL), (3.0, SINCE)])
def test_a_target_that_is_reached_or_over_asks_for_nothing(
    words: Words, target: float, by: datetime.date
) -> None:
    assert told_pace(words, 2.0, SINCE, target, by) == ""
