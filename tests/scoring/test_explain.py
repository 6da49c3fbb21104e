"""Every number can be done again from its receipt alone."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from scipy import stats
from scipy.optimize import linprog
from tests.scoring.conftest import (
    GRADES,
    ROLES,
    answer,
    assessment,
    dimension,
    questionnaire,
    rows,
    rubric,
    rubrics,
)

from maturity.answers.model import Agreed
from maturity.problems import Problems
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import explain, score
from maturity.scoring.receipt import Input, Receipt, Step
from maturity.scoring.result import Result

NESTED = dimension(
    "three", dimensions=[dimension("left", rubrics("left", 2)), dimension("right", rubrics("right", 3))]
)
ASKED = questionnaire(
    dimension("one", [*rubrics("one", 5), rubric("turned", reversed=True, weight=2.5)], weight=2),
    dimension("two", rubrics("two", 3), aggregation="geometric"),
    NESTED,
    evidence={"question": "Why?", "grades": GRADES},
    scoring={"draws": 200},
)


def _result(seed: int, asked: Questionnaire = ASKED) -> Result:
    """Many people of several roles, one of them small, with every state of answer."""
    chance = random.Random(seed)
    sizes = dict(zip(ROLES, (6, 3, 7, 8, 2), strict=True))
    people = [
        (
            role,
            {
                item: _answer(chance, role)
                for item in asked.items
                if (role != "user" or not item.startswith("two"))
            },
        )
        for role, n in sizes.items()
        for _ in range(n)
    ]
    agreed = {
        item: Agreed(float(level := chance.randint(1, 5)), level, "So", chance.choice([None, 1, 3]))
        for item in asked.items
    }
    return score(asked, assessment(people, agreed))


def _answer(chance: random.Random, role: str) -> Any:
    if chance.random() < 0.12:
        return chance.choice(["?", "n/a", None])
    return answer(min(5, chance.randint(1, 4) + (role == "manager")), chance.choice([None, 0, 1, 2, 3]))


def walk(receipt: Receipt) -> Iterator[Receipt]:
    yield receipt
    for part in receipt.parts:
        yield from walk(part)


def mean(inputs: tuple[Input, ...], aggregation: str, side: str = "value") -> float:
    """The mean of the inputs by their shares."""
    values = np.array([getattr(one, side) for one in inputs])
    shares = np.array([one.share for one in inputs])
    if aggregation == "geometric":
        return math.exp((shares * np.log(values)).sum())
    return float(min(values) if aggregation == "minimum" else (shares * values).sum())


def weighted(inputs: tuple[Input, ...], side: str = "value") -> float:
    return float(np.average([getattr(one, side) for one in inputs], weights=[one.weight for one in inputs]))


def check(step: Step) -> None:
    """Do the sum of one step again, with nothing but what stands in it."""
    v, inputs = step.values, step.inputs
    match step.kind:
        case "groups":
            assert v["score"] == pytest.approx(mean(inputs, "arithmetic"))
            assert v["n"] == sum(one.n or 0 for one in inputs)
            assert sum(one.share or 0 for one in inputs) == pytest.approx(1)
        case "counts":
            assert v["asked"] == v["valid"] + v["unknown"] + v["not_applicable"] + v["missing"]
        case "aggregated":
            assert v["score"] == pytest.approx(mean(inputs, v["aggregation"]))
            weights = np.array([one.weight for one in inputs])
            assert [one.share for one in inputs] == pytest.approx((weights / weights.sum()).tolist())
        case "rounded":
            assert (
                abs(Decimal(v["shown"]) - Decimal(v["score"]))
                <= Decimal("0.5") * Decimal(10) ** -v["decimals"]
            )
        case "interval":
            quantile = stats.t.ppf((1 + v["confidence"]) / 2, v["freedom"])
            assert v["quantile"] == pytest.approx(quantile)
            assert v["low"] == pytest.approx(max(v["mean"] - quantile * v["error"], v["from"]))
            assert v["high"] == pytest.approx(min(v["mean"] + quantile * v["error"], v["to"]))
        case "certain":
            assert v["low"] == v["high"] == v["mean"]
        case "item-bounds":
            for place, found in ((v["from"], v["low"]), (v["to"], v["high"])):
                filled = [(one.n * one.value + one.other * place) / (one.n + one.other) for one in inputs]
                assert found == pytest.approx(np.dot([one.share for one in inputs], filled))
        case "bounds":
            assert v["low"] == pytest.approx(mean(inputs, v["aggregation"]))
            assert v["high"] == pytest.approx(mean(inputs, v["aggregation"], "other"))
        case "spread" if inputs:
            places = np.linspace(0, v["length"], v["points"])
            answers = np.repeat(places, [int(one.value) for one in inputs])
            assert v["average_deviation"] == pytest.approx(np.abs(answers - answers.mean()).mean())
            assert v["deviation"] == pytest.approx(answers.std(ddof=1))
            null = (v["points"] ** 2 - 1) / 12 * (places[1]) ** 2
            assert v["r_wg"] == pytest.approx(1 - answers.var(ddof=1) / null)
        case "evidence" if inputs:
            assert v["evidence"] == pytest.approx(
                np.average(range(len(inputs)), weights=[one.value for one in inputs])
            )
        case "level":
            assert (
                v["level"]
                == [f"level-{at}" for at in range(1, 6)][sum(v["score"] >= one.value for one in inputs)]
            )
        case "chances":
            edges = stats.norm.cdf([-np.inf, *v["cuts"], np.inf], v["mean"], v["error"])
            assert [one.value for one in inputs] == pytest.approx(np.diff(edges).tolist(), abs=1e-9)
        case "unknown":
            assert v["share"] == pytest.approx(
                sum(one.value for one in inputs) / sum(one.other for one in inputs)
            )
        case "agreement":
            assert v["average_deviation"] == pytest.approx(np.mean([one.value for one in inputs]))
            assert v["r_wg"] == pytest.approx(np.mean([one.other for one in inputs]))
        case "dimension-evidence":
            assert v["evidence"] == pytest.approx(np.mean([one.value for one in inputs]))
        case "role":
            assert v["score"] == pytest.approx(weighted(inputs))
        case "gap":
            assert v["difference"] == pytest.approx(weighted(inputs) - weighted(inputs, "other"))
        case "gated":
            held = [min(one.value, one.other) for one in inputs]
            assert v["mean"] == pytest.approx(np.mean(held))
            assert v["optimism"] == pytest.approx(np.mean([one.value for one in inputs]) - np.mean(held))
            assert v["minimum"] == f"level-{int(min(held))}"
            reached = [
                at
                for at in range(1, 6)
                if np.mean(np.array(held) >= at) >= v["share"] and min(held) >= at - 1
            ]
            assert v["level"] == f"level-{max(reached)}"
        case "other-rules":
            for name in ("arithmetic", "geometric", "minimum"):
                assert v[name] == pytest.approx(mean(inputs, name))
        case "coverage":
            assert v["needed"] == math.ceil(v["share"] * v["count"] - 1e-9)
        case "weight-box":
            logs = np.log([one.value for one in inputs])
            shares = [one.share for one in inputs]
            box = [(share * (1 - v["share"]), share * (1 + v["share"])) for share in shares]
            assert v["aggregation"] == "geometric"
            for sign, found in ((1, v["low"]), (-1, v["high"])):
                solved = linprog(sign * logs, A_eq=[np.ones(len(logs))], b_eq=[1], bounds=box).fun
                assert found == pytest.approx(math.exp(sign * solved), abs=1e-5)
        case "spread" | "evidence" | "resampled" | "no-interval":
            pass
        case _:
            raise AssertionError(step.kind)


@pytest.mark.parametrize("seed", range(6))
def test_every_step_of_every_receipt_adds_up(seed: int) -> None:
    for receipt in walk(explain(ASKED, _result(seed))):
        for step in receipt.steps:
            check(step)


@pytest.mark.parametrize("seed", range(6))
def test_every_score_is_the_outcome_of_its_receipt_and_every_part_has_its_own(seed: int) -> None:
    result = _result(seed)
    receipt = explain(ASKED, result)
    values = {one.id: one.value for one in walk(receipt)}
    assert result.overall
    assert values.pop("overall") == result.overall.score
    assert values == {one.id: one.score for one in (*result.items, *result.dimensions)}
    for one in walk(receipt):
        made = one.step("aggregated") or one.step("groups")
        assert one.value == (made.values["score"] if made else None)
        if made is not None and one.parts:
            parts = {part.id: part.value for part in one.parts if part.value is not None}
            assert parts == {entry.id: entry.value for entry in made.inputs}


@pytest.mark.parametrize("seed", range(3))
def test_every_published_number_about_a_score_stands_in_its_receipt(seed: int) -> None:
    result = _result(seed)
    for part in (*result.items, *result.dimensions):
        receipt = explain(ASKED, result, part.id)
        there = {
            value for step in receipt.steps for value in step.values.values() if isinstance(value, float)
        }
        assert part.estimate
        interval = part.estimate.interval
        assert interval
        assert {part.estimate.mean, part.estimate.error, interval.low, interval.high} <= there
    for node in result.dimensions:
        steps = explain(ASKED, result, node.id).steps
        roles = [step.values["score"] for step in steps if step.kind == "role"]
        gaps = [step.values["difference"] for step in steps if step.kind == "gap"]
        assert roles == [role.estimate.mean for role in node.roles]
        assert gaps == [gap.difference for gap in result.gaps if gap.dimension == node.id]


def test_every_value_that_a_sentence_names_is_there() -> None:
    import string

    for receipt in walk(explain(ASKED, _result(1))):
        for step in receipt.steps:
            names = {name for _, name, _, _ in string.Formatter().parse(step.message) if name}
            assert names <= set(step.values), step.kind


def test_what_was_left_out_says_why() -> None:
    one = questionnaire(dimension("one", rubrics("one", 3)))
    people = rows("staff", one.items, *[[3, 4 if at < 3 else "?", "?"] for at in range(8)])
    receipt = explain(one, score(one, assessment(people)), "one")
    assert receipt.value is None
    assert [part.steps[-1].kind for part in receipt.parts] == ["groups", "withheld", "no-answers"] or [
        part.value for part in receipt.parts
    ] == [3.0, None, None]
    kinds = {part.id: {step.kind for step in part.steps} for part in receipt.parts}
    assert "withheld" in kinds["one-2"]
    assert "no-answers" in kinds["one-3"]


def test_without_an_overall_number_the_receipt_says_what_is_missing() -> None:
    two = questionnaire(dimension("one", rubrics("one", 1)), dimension("two", rubrics("two", 1)))
    people = rows("staff", two.items, *[[3, "?"]] * 8)
    receipt = explain(two, score(two, assessment(people)))
    step = receipt.step("not-covered")
    assert step
    assert step.values["left_out"] == ("two",)


def test_a_withheld_result_has_receipts_that_hold_nothing() -> None:
    result = score(ASKED, assessment(rows("staff", ASKED.items, [3] * 14)))
    for id_ in ("overall", "one", "one-1"):
        receipt = explain(ASKED, result, id_)
        assert [step.kind for step in receipt.steps] == ["withheld"]
        assert (receipt.value, receipt.parts) == (None, ())


def test_an_unknown_name_is_a_problem_with_a_guess() -> None:
    with pytest.raises(Problems) as caught:
        explain(ASKED, _result(1), "ones")
    assert caught.value.problems[0].values["guess"] in ("one", "one-1")
    with pytest.raises(Problems):
        explain(ASKED, _result(1), "qqqqqqqq")


def test_of_few_answers_the_receipt_says_why_it_tells_no_interval() -> None:
    asked = questionnaire(dimension("one", rubrics("one", 2)))
    given = assessment([("staff", {"one-1": 2 + at % 2, "one-2": 3}) for at in range(6)])
    steps = explain(asked, score(asked, given, resample=False), "one-1").steps
    assert [step.kind for step in steps] == ["counts", "groups", "rounded", "item-bounds", "few"]
    assert steps[-1].values == {"few": 10, "verdict": "agree"}
