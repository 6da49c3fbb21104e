"""From rounds to progress: their order, what was decided, targets, and what is refused."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from maturity.answers.model import Organisation
from maturity.comparison.progress import Action, Mark, Reading, Target, place_actions, progress
from maturity.problems import Problems

from .conftest import dimension, item, questionnaire, round_from, same

ASKED = questionnaire()
DAY = datetime.date


def rounds(*levels: int, first: int = 2022):
    return [
        round_from(ASKED, {"manager": same(6, value=level)}, first + 2 * at)
        for at, level in enumerate(levels)
    ]


def test_rounds_are_put_in_the_order_of_their_dates():
    found = progress(rounds(2, 3, 4)[::-1])
    assert [one.date[:4] for one in found.rounds] == ["2022", "2024", "2026"]
    assert (found.latest.before, found.latest.after) == (1, 2)
    assert (found.whole.before, found.whole.after) == (0, 2)


def test_two_rounds_have_one_comparison():
    assert progress(rounds(2, 3)).whole is None


def test_marks_are_put_in_order():
    marks = [Mark(DAY(2025, 1, 1), "later"), Mark(DAY(2023, 1, 1), "earlier")]
    assert [mark.text for mark in progress(rounds(2, 3), marks=marks).marks] == ["earlier", "later"]


def test_one_round_is_no_progress():
    with pytest.raises(Problems, match="at least two rounds"):
        progress(rounds(2))


def test_two_municipalities_are_no_progress():
    other = round_from(ASKED, {"manager": same(6)}, 2026, organisation=Organisation("Annanstad"))
    with pytest.raises(Problems, match="several organisations"):
        progress([*rounds(2), other])


def test_a_withheld_round_is_passed_over():
    few = round_from(ASKED, {"manager": same(3)}, 2023)
    found = progress([*rounds(2, 4), few])
    assert found.rounds[1].withheld
    assert (found.latest.before, found.latest.after) == (0, 2)


def test_a_withheld_latest_round_is_compared_with_nothing():
    few = round_from(ASKED, {"manager": same(3)}, 2030)
    assert progress([*rounds(2, 4), few]).latest is None


def test_a_finished_result_is_taken_as_it_is():
    first, second = rounds(2, 3)
    frozen = replace(
        first.result,
        dimensions=(
            replace(
                first.result.dimensions[0], estimate=replace(first.result.dimensions[0].estimate, mean=2.5)
            ),
        ),
    )
    found = progress([replace(first, result=frozen), second])
    assert found.latest.dimension("one").change.before == 2.5


def test_an_action_stands_beside_what_it_was_meant_to_move():
    action = Action(
        "Do it",
        about=("a", "one"),
        baseline=10,
        target=30,
        readings=(Reading(DAY(2025, 1, 1), 15), Reading(DAY(2026, 1, 1), 20)),
    )
    first, second = rounds(2, 4)
    (found,) = progress([replace(first, actions=(action,)), second]).followed
    assert [one.id for one in found.items] == ["a"]
    assert found.items[0].change.size == pytest.approx(2)
    assert found.dimensions[0].moved == "risen"
    assert (found.reading.value, found.share) == (20, 0.5)


@pytest.mark.parametrize(("codes", "is_one"), [(("1480", "1480"), True), (("1480", None), False)])
def test_a_municipality_that_was_renamed_is_known_by_its_code(codes, is_one):
    first, second = (
        replace(one, result=replace(one.result, organisation=name, code=code))
        for one, name, code in zip(rounds(2, 4), ("Old", "New"), codes, strict=True)
    )
    if is_one:
        assert [one.organisation for one in progress([first, second]).rounds] == ["Old", "New"]
        return
    with pytest.raises(Problems, match="several organisations"):
        progress([first, second])


def test_actions_are_placed_after_the_round_that_they_followed():
    actions = [
        Action("early", decided=DAY(2022, 5, 1)),
        Action("late", decided=DAY(2026, 5, 1)),
        Action("undated"),
    ]
    placed = place_actions(rounds(2, 3, 4), actions)
    assert [[one.title for one in round_.actions] for round_ in placed] == [["early"], ["undated"], ["late"]]
    found = progress(placed)
    assert [one.action.title for one in found.followed] == ["undated", "early"]
    assert [one.title for one in found.decided] == ["late"]


def test_an_action_about_what_is_not_there_is_told():
    first, second = rounds(2, 4)
    with pytest.raises(Problems, match="onn"):
        progress([replace(first, actions=(Action("Do it", about=("onn",)),)), second])


def test_a_target_is_measured_from_where_the_series_began():
    (found,) = progress(rounds(2, 3), targets=[Target("one", 4, DAY(2026, 3, 1))]).towards
    assert (found.start, found.score, found.share) == (0, 3, 0.5)
    assert found.expected == pytest.approx(3, abs=0.01)
    assert not found.reached


def test_a_target_knows_the_change_since_the_round_that_it_is_counted_from():
    found = progress(rounds(2, 2, 3), targets=[Target("one", 4, DAY(2026, 3, 1))])
    (one,) = found.towards
    assert one.start == 0
    assert one.change == found.whole.dimension("one")


def test_a_target_is_not_measured_across_a_break():
    new = questionnaire(dimension("one", item("a", same_meaning=False), "b", "c"), version="2.0.0")
    later = round_from(new, {"manager": same(6, value=4)}, 2026)
    (found,) = progress([*rounds(2), later], targets=[Target("one", 4, DAY(2028, 1, 1))]).towards
    assert (found.start, found.share, found.reached, found.change) == (None, None, True, None)


def test_a_target_for_what_is_not_there_is_told():
    with pytest.raises(Problems, match="did you mean"):
        progress(rounds(2, 3), targets=[Target("onne", 4, DAY(2028, 1, 1))])
