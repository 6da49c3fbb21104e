"""Can an attacker learn what fewer people than the threshold answered? They hold the whole published JSON.

Three attackers: one who exchanges people of hidden roles and looks for a difference; one who solves the
linear equations of all published means; and one who tries all tables of answers that lead to the same
bytes.
"""

from __future__ import annotations

import itertools
import json
import math
import random
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.scoring.conftest import ROLES, assessment, dimension, questionnaire, rows, rubrics

from maturity.answers.model import Assessment
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import from_json, score, to_json
from maturity.scoring.disclosure import suppress
from maturity.scoring.result import Estimate, ItemResult, Result, Spread

ASKED = questionnaire(
    dimension("one", rubrics("one", 3)),
    dimension("two", rubrics("two", 2), aggregation="geometric"),
    scoring={"draws": 100},
)
SIZES = (
    (4, 3, 9, 12, 6),
    (4, 7, 9, 12, 6),
    (1, 1, 9, 12, 6),
    (2, 9, 0, 0, 0),
    (3, 2, 8, 0, 1),
    (1, 5, 5, 5, 5),
)


def _people(
    sizes: tuple[int, ...], chance: random.Random, holes: float = 0.0
) -> list[tuple[str, dict[str, Any]]]:
    def one() -> list[Any]:
        return [
            chance.choice("?n")[0] if chance.random() < holes else chance.randint(1, 5) for _ in ASKED.items
        ]

    table = [
        (role, [["n/a" if value == "n" else value for value in one()] for _ in range(n)])
        for role, n in zip(ROLES, sizes, strict=True)
    ]
    return [person for role, answers in table for person in rows(role, ASKED.items, *answers)]


def _hidden(sizes: tuple[int, ...]) -> tuple[str, ...]:
    return suppress(dict(zip(ROLES, sizes, strict=True)), 5).hidden


def _with_roles(given: Assessment, roles: dict[str, str]) -> Assessment:
    people = tuple(replace(person, role=roles.get(person.id, person.role)) for person in given.respondents)
    return replace(given, respondents=people)


@pytest.mark.parametrize("sizes", SIZES)
@pytest.mark.parametrize("seed", range(4))
def test_exchanging_people_of_hidden_roles_changes_no_byte(sizes: tuple[int, ...], seed: int) -> None:
    chance = random.Random(seed)
    given = assessment(_people(sizes, chance))
    inside = [person for person in given.respondents if person.role in _hidden(sizes)]
    roles = [person.role for person in inside]
    chance.shuffle(roles)
    exchanged = _with_roles(given, {person.id: role for person, role in zip(inside, roles, strict=True)})
    assert len(inside) >= 5
    assert to_json(score(ASKED, exchanged)) == to_json(score(ASKED, given))


def _equations(item: ItemResult, people: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """What the published means of an item fix, person by person. `people` are the roles of who answered."""
    assert item.estimate
    table, sums = [], []
    for group in item.groups:
        table.append([float(role in group.roles) for role in people])
        sums.append(group.mean * group.n)
    table.append([0.0] * len(people))
    for group in item.groups:
        for at, role in enumerate(people):
            if role in group.roles:
                table[-1][at] = group.weight / group.n
    sums.append(item.estimate.mean)
    return np.array(table), np.array(sums)


@pytest.mark.parametrize("seed", range(12))
def test_linear_equations_fix_the_mean_of_no_few_people(seed: int) -> None:
    """The attacker even knows everybody's role and who answered; yet every small role's sum stays open."""
    chance = random.Random(seed)
    sizes = tuple(chance.choice([0, 1, 2, 3, 4, 5, 6, 8]) for _ in ROLES)
    given = assessment(_people(sizes, chance, holes=0.15))
    published = from_json(to_json(score(ASKED, given)))
    for item in published.items:
        answered = [p for p in given.respondents if p.answers[item.id].state == "value"]
        if item.estimate is None:
            assert len(answered) < 5
            continue
        if any(
            len({p.answers[item.id].value for p in answered if p.role in g.roles}) == 1 for g in item.groups
        ):
            continue  # A group that is of one mind says so, whatever its size.
        roles = [person.role for person in answered]
        table, sums = _equations(item, roles)
        for few in itertools.combinations(sorted(set(roles)), 2):
            _assert_open(table, sums, roles, few)
        for role in set(roles):
            _assert_open(table, sums, roles, (role,))


def _assert_open(table: np.ndarray, sums: np.ndarray, roles: list[str], few: tuple[str, ...]) -> None:
    target = np.array([float(role in few) for role in roles])
    if target.sum() >= 5:
        return
    ends = [sign * linprog(sign * target, A_eq=table, b_eq=sums, bounds=(1, 5)).fun for sign in (1, -1)]
    assert ends[1] - ends[0] > 1e-6


def _tiny(answers: tuple[int, ...], roles: tuple[str, ...], asked: Questionnaire) -> str:
    given = assessment([(role, {"one-1": value}) for role, value in zip(roles, answers, strict=True)])
    return to_json(score(asked, given, resample=False))


@pytest.mark.parametrize(
    ("roles", "answers"),
    [
        (("executive",) * 2 + ("staff",) * 3, (1, 3, 2, 2, 3)),
        (("executive",) * 1 + ("user",) * 4, (3, 1, 1, 2, 1)),
        (("executive",) * 2 + ("user",) * 1 + ("staff",) * 3, (1, 1, 2, 3, 3, 1)),
    ],
)
def test_many_tables_of_answers_lead_to_the_same_bytes(
    roles: tuple[str, ...], answers: tuple[int, ...]
) -> None:
    """All that is published (means, spread, counts, intervals) leaves open what a small role answered."""
    asked = questionnaire(dimension("one", [{**rubrics("one", 1)[0], "anchors": {1: "a", 2: "b", 3: "c"}}]))
    published = _tiny(answers, roles, asked)
    alike = [
        table
        for table in itertools.product((1, 2, 3), repeat=len(roles))
        if _tiny(table, roles, asked) == published
    ]
    small = [role for role in set(roles) if roles.count(role) < 5]
    for role in small:
        sums = {sum(value for value, own in zip(table, roles, strict=True) if own == role) for table in alike}
        assert len(sums) > 1, role


ONE_OF_SIX = questionnaire(dimension("one", rubrics("one", 6)))


def _of_one_item(values: Iterable[int]) -> Result:
    """Twelve people answer everything; of the first item these values alone are left."""
    given = list(values)
    people = [
        {id_: 3 + (at + place) % 2 for place, id_ in enumerate(ONE_OF_SIX.items) if place} for at in range(12)
    ]
    for at, value in enumerate(given):
        people[at]["one-1"] = value
    return score(ONE_OF_SIX, assessment([("staff", answers) for answers in people]), resample=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [((2, 2, 2, 3, 4), (1, 3, 3, 3, 3)), ((2, 2, 2, 2, 2, 2, 3, 3, 4), (1, 2, 2, 2, 3, 3, 3, 3, 3))],
)
def test_of_few_answers_with_one_mean_the_item_says_the_same_however_they_lie(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    """A mean and a spread of whole numbers would give back each of them."""
    first, second = (_of_one_item(values) for values in (one, other))
    assert sum(one) == sum(other)
    assert replace(first.items[0], estimate=None) == replace(second.items[0], estimate=None)
    for found in (first, second):
        item = found.items[0]
        assert item.estimate == Estimate(pytest.approx(sum(one) / len(one)), len(one))
        assert item.spread is not None
        assert (item.spread.average_deviation, item.spread.deviation, item.spread.r_wg) == (None, None, None)
    assert first.dimensions[0].average_deviation == second.dimensions[0].average_deviation == 0.5
    assert first.dimensions[0].r_wg == second.dimensions[0].r_wg


def test_of_ten_answers_the_spread_is_told() -> None:
    item = _of_one_item((2, 3) * 5).items[0]
    assert item.estimate is not None
    assert item.estimate.interval is not None
    assert item.spread == Spread(0.5, pytest.approx(math.sqrt(10 / 36)), pytest.approx(1 - 5 / 36), "agree")


@pytest.mark.parametrize("aggregation", ["arithmetic", "geometric"])
def test_a_dimension_of_one_item_says_no_more_than_the_item(aggregation: str) -> None:
    asked = questionnaire(
        dimension("one", rubrics("one", 1), aggregation=aggregation), scoring={"draws": 100}
    )
    for values, told in (((2, 2, 3, 3, 3), False), ((2, 3) * 5, True)):
        given = assessment([("staff", {"one-1": value}) for value in values])
        (found,) = score(asked, given).dimensions
        assert found.estimate is not None
        assert (found.estimate.interval is not None, found.average_deviation is not None) == (told, told)


def test_where_all_items_have_few_answers_their_dimension_tells_the_mean_of_all() -> None:
    given = assessment([("staff", dict.fromkeys(ONE_OF_SIX.items, 2 + at % 2)) for at in range(6)])
    found = score(ONE_OF_SIX, given, resample=False)
    assert {item.spread.average_deviation for item in found.items if item.spread} == {None}
    assert found.dimensions[0].average_deviation == 0.5


def _is_group(roles: Any) -> bool:
    return isinstance(roles, list) and bool(roles) and all(isinstance(role, str) for role in roles)


@pytest.mark.parametrize("sizes", SIZES)
def test_no_small_role_stands_alone_anywhere_in_the_bytes(sizes: tuple[int, ...]) -> None:
    published = json.loads(to_json(score(ASKED, assessment(_people(sizes, random.Random(3), holes=0.1)))))
    small = {role for role, n in zip(ROLES, sizes, strict=True) if n < 5}

    def groups(part: Any) -> Any:
        if isinstance(part, dict):
            if _is_group(part.get("roles")):
                yield part
            for inner in part.values():
                yield from groups(inner)
        elif isinstance(part, list):
            for inner in part:
                yield from groups(inner)

    found = list(groups(published))
    assert found
    for group in found:
        assert len(group["roles"]) > 1 or group["roles"][0] not in small
        assert group.get("n", 5) >= 5
    assert not {gap["first"] for gap in published["gaps"]} & small
    assert not {gap["second"] for gap in published["gaps"]} & small
