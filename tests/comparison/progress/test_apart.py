"""A difference taken apart: parts add up, turn sign with the rounds, and are zero where nothing changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.comparison.progress import Round
from maturity.comparison.progress.apart import take_apart
from maturity.comparison.progress.matching import match
from maturity.comparison.progress.model import Parts
from maturity.questionnaire.model import Questionnaire

from .conftest import ROLES, dimension, item, questionnaire, round_from, same

NESTED = {"id": "top", "title": "Top", "aggregation": "geometric"}
VERSIONS = (
    questionnaire(dimension("one", "a", "b", "c"), dimension("two", "d", "e")),
    questionnaire(
        dimension("one", "a", item("b", weight=3), "c"), dimension("two", "d", "e"), version="2.0.0"
    ),
    questionnaire(dimension("one", "a", "b", "f"), dimension("two", "d", "g"), version="3.0.0"),
    questionnaire(
        {
            **NESTED,
            "dimensions": [
                dimension("one", "a", "b", "c", aggregation="minimum"),
                dimension("two", "d", "e"),
            ],
        },
        version="4.0.0",
    ),
    questionnaire(
        dimension("one", "a", "b", "c"),
        dimension("two", "d", "e"),
        version="5.0.0",
        scoring={"respondents": "pooled"},
    ),
)
SIZES = st.tuples(*[st.sampled_from((0, 3, 5, 7))] * 4)
SEEDS = st.integers(0, 2**32)


def drawn(asked: Questionnaire, sizes: Sequence[int], seed: int, missing: float = 0.15) -> Round:
    """A round whose people answer at random, and leave some answers out."""
    dice = np.random.default_rng(seed)
    answers = {
        role: [{one: _answer(dice, missing) for one in asked.all_items} for _ in range(size)]
        for role, size in zip(ROLES, sizes, strict=False)
    }
    return round_from(asked, answers)


def _answer(dice: np.random.Generator, missing: float) -> int | None:
    return None if dice.random() < missing else int(dice.integers(1, 6))


rounds = partial(st.builds, drawn, st.sampled_from(VERSIONS), SIZES, SEEDS)


def parts_of(before: Round, after: Round) -> dict[str, Parts]:
    return take_apart(match(before.questionnaire, after.questionnaire), before.result, after.result).parts


def scores(one: Round) -> dict[str, float]:
    return {found.id: found.score for found in one.result.dimensions if found.score is not None}


@settings(max_examples=60)
@given(rounds(), rounds())
def test_the_parts_add_up_to_the_published_difference(before, after):
    was, now = scores(before), scores(after)
    for id_, parts in parts_of(before, after).items():
        assert parts.total == pytest.approx(now[id_] - was[id_], abs=1e-9)


@settings(max_examples=60)
@given(rounds(), rounds())
def test_exchanging_the_rounds_turns_every_sign(before, after):
    there, back = parts_of(before, after), parts_of(after, before)
    assert there.keys() == back.keys()
    for id_, parts in there.items():
        found = back[id_]
        assert (parts.you, parts.who, parts.questionnaire) == pytest.approx(
            (-found.you, -found.who, -found.questionnaire), abs=1e-9
        )


@settings(max_examples=40)
@given(st.sampled_from(VERSIONS), SIZES, SIZES, SEEDS)
def test_the_same_questionnaire_has_no_part_in_it(asked, sizes, others, seed):
    found = parts_of(drawn(asked, sizes, seed), drawn(asked, others, seed + 1))
    assert all(abs(parts.questionnaire) < 1e-9 for parts in found.values())


@settings(max_examples=40)
@given(rounds())
def test_identical_rounds_differ_in_nothing(one):
    for parts in parts_of(one, one).values():
        assert (parts.you, parts.who, parts.questionnaire) == pytest.approx((0, 0, 0), abs=1e-9)


@settings(max_examples=40)
@given(st.sampled_from(VERSIONS), SIZES, SEEDS)
def test_the_same_mix_has_no_part_in_it(asked, sizes, seed):
    found = parts_of(drawn(asked, sizes, seed, missing=0), drawn(asked, sizes, seed + 1, missing=0))
    assert all(abs(parts.who) < 1e-9 for parts in found.values())


@settings(max_examples=40)
@given(rounds(), rounds())
def test_the_receipt_of_an_item_adds_up_to_its_difference(before, after):
    matched = match(before.questionnaire, after.questionnaire)
    for id_, groups in take_apart(matched, before.result, after.result).groups.items():
        was, now = before.result.item(dict(matched.items)[id_]), after.result.item(id_)
        assert sum(g.you + g.who for g in groups) == pytest.approx(now.score - was.score, abs=1e-9)


@settings(max_examples=40)
@given(rounds(), rounds())
def test_no_number_rests_on_fewer_than_the_threshold(before, after):
    found = take_apart(match(before.questionnaire, after.questionnaire), before.result, after.result)
    counts = [n for groups in found.groups.values() for g in groups for n in (g.n_before, g.n_after)]
    assert all(n == 0 or n >= 5 for n in counts)


def test_others_who_answer_lower_are_not_your_fall():
    asked = questionnaire()
    before = round_from(asked, {"manager": same(6, value=4), "politician": same(6, value=4)})
    after = round_from(
        asked, {"manager": same(6, value=4), "politician": same(6, value=4), "staff": same(6, value=1)}
    )
    parts = parts_of(before, after)["one"]
    assert (parts.you, parts.who, parts.questionnaire) == pytest.approx((0, -1, 0), abs=1e-12)


def test_head_counts_are_a_part_where_each_person_weighs_the_same():
    """Kitagawa by hand: shares 6/12 and 6/18, means 4 and 2, then 5 and 3."""
    asked = questionnaire(scoring={"respondents": "pooled"})
    before = round_from(asked, {"manager": same(6, value=4), "staff": same(6, value=2)})
    after = round_from(asked, {"manager": same(6, value=5), "staff": same(12, value=3)})
    parts = parts_of(before, after)["one"]
    assert parts.you == pytest.approx(1.0)
    assert parts.who == pytest.approx((1 / 3 - 1 / 2) * 4.5 + (2 / 3 - 1 / 2) * 2.5)


def test_a_harder_item_that_came_is_the_questionnaires_part():
    old = questionnaire(dimension("one", "a", "b"))
    new = questionnaire(dimension("one", "a", "b", "c"), version="2.0.0")
    before = round_from(old, {"manager": same(6, "ab", 4)})
    after = round_from(new, {"manager": [{"a": 4, "b": 4, "c": 1} for _ in range(6)]})
    parts = parts_of(before, after)["one"]
    assert (parts.you, parts.who, parts.questionnaire) == pytest.approx((0, 0, -1), abs=1e-12)


def test_an_item_that_replaces_another_is_followed():
    old = questionnaire(dimension("one", "a", "b"))
    new = questionnaire(dimension("one", item("z", replaces="a"), "b"), version="2.0.0")
    before = round_from(old, {"manager": same(6, "ab", 2)})
    after = round_from(new, {"manager": same(6, "zb", 3)})
    parts = parts_of(before, after)["one"]
    assert (parts.you, parts.who, parts.questionnaire) == pytest.approx((1, 0, 0), abs=1e-12)


def test_without_a_group_in_both_rounds_nothing_is_taken_apart():
    asked = questionnaire()
    before = round_from(asked, {"manager": same(6)})
    after = round_from(asked, {"staff": same(6)})
    assert parts_of(before, after) == {}
