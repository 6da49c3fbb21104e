"""How far a target is, and whether what was covered of the way is more than chance."""

import datetime
from dataclasses import replace

from maturity.comparison.progress.given import Target
from maturity.comparison.progress.model import Parts, Towards
from maturity.report.progress.papers import slides_of

from .conftest import bundle, example

TOP = "user-involvement"


def remark(aim: float, size: float = 0.28, reliable: bool = False, **changed) -> str:
    """What is said of a target of the example, whose score went from 2.8 by `size`."""
    found = example().progress
    since = found.whole.dimension(TOP)
    change = replace(since.change, before=2.8, after=2.8 + size, reliable=reliable, large=reliable)
    (line,) = bundle(
        replace(
            found,
            towards=(
                Towards(
                    target=Target(TOP, aim, datetime.date(2030, 3, 1)),
                    start=0,
                    score=2.8 + size,
                    share=size / (aim - 2.8),
                    expected=2.9,
                    change=replace(since, **{"change": change, "moved": "unclear", "parts": None, **changed}),
                ),
            ),
        )
    ).report.targets
    return line.remark


def test_a_way_that_may_be_chance_says_so_in_the_same_sentence():
    assert remark(4.2) == (
        "20 % of the way (may be chance); on a straight line it would be at 2.9 by now, so it is on the way"
    )


def test_a_way_that_is_more_than_chance_is_told_plainly():
    told = remark(4.2, reliable=True, moved="risen")
    assert told.startswith("20 % of the way; on a straight line")


def test_a_way_that_comes_from_who_answered_says_so():
    told = remark(4.2, reliable=True, moved="others-answered", parts=Parts(0.0, 0.28, 0.0))
    assert told.startswith("20 % of the way (who answered, not you); on a straight line")


def test_nothing_of_the_way_is_not_called_chance():
    assert remark(4.2, size=0.002).startswith("0 % of the way; on a straight line")


def test_a_target_that_may_be_reached_by_chance_says_so():
    assert remark(3.0) == "Reached (may be chance)"
    assert remark(3.0, reliable=True, moved="risen") == "Reached"


def test_a_target_below_where_it_began_is_reached_without_chance():
    assert remark(2.5) == "Reached"


def test_the_example_does_not_take_chance_for_a_way():
    benefits, politics = example().report.targets
    assert benefits.remark.startswith("14 % of the way (may be chance); ")
    assert politics.remark.startswith("92 % of the way; ")
    (slide,) = (one for one in slides_of(example()).slides if one.title == "Targets")
    assert benefits.remark in slide.points[0]
