"""How far people agree on an item and on a dimension."""

from __future__ import annotations

import pytest
from tests.scoring.conftest import assessment, close, dimension, questionnaire, rows, rubric, rubrics, vector

from maturity.questionnaire.settings import Conventions
from maturity.scoring import score
from maturity.scoring.agreement import distributions, own_points, spreads, verdict
from maturity.scoring.encode import encode


def test_one_item_has_the_spread_of_the_method() -> None:
    given, expected = vector("V10b")
    asked = questionnaire(dimension("one", [rubric("item")]), threshold=1)
    for name, ratings in given["ratings"].items():
        result = score(asked, assessment(rows("staff", ["item"], *([value] for value in ratings))))
        spread = result.item("item").spread
        assert spread is not None
        assert spread.average_deviation == close(expected[name]["AD_M"])
        assert spread.deviation == close(expected[name]["SD"])
        assert spread.r_wg == close(expected[name]["rwg_uniform"])
        assert (spread.verdict == "disagree") is not expected[name]["AD_ok_le_c6"]


def test_a_dimension_has_the_agreement_of_the_method() -> None:
    given, expected = vector("V10c")
    asked = questionnaire(dimension("one"), threshold=1)
    people = rows("staff", asked.items, *given["matrix_8_raters_by_6_items"])
    found = score(asked, assessment(people)).dimension("one")
    assert found.average_deviation == close(expected["AD_M_J"])
    assert found.r_wg == close(expected["r_star_wg_J_uniform"])


def test_the_variance_of_uniform_answers_follows_the_points() -> None:
    items = [
        rubric("five"),
        rubric("two", 2),
        {"id": "share", "type": "number", "text": "?", "from": 0, "to": 100},
    ]
    plan = encode(questionnaire(dimension("one", items)), assessment([])).plan
    assert plan.null_variance.tolist() == close([vector("V10")[1]["variance"]["uniform"], 4.0, 16 / 12])


def test_verdicts_stand_on_the_conventions() -> None:
    cuts = Conventions()
    found = [verdict(deviation, 4, cuts) for deviation in (0.5, 0.51, 0.8332, 0.84)]
    assert found == ["agree", "broadly-agree", "broadly-agree", "disagree"]


def test_a_distribution_counts_the_points_as_they_were_read() -> None:
    items = [rubric("plain"), rubric("turned", reversed=True), rubric("two", 2)]
    asked = questionnaire(dimension("one", items))
    people = rows("staff", asked.items, (1, 1, 2), (1, 5, 2), (5, "?", None))
    responses = encode(asked, assessment(people))
    assert distributions(own_points(responses), responses.plan) == ((2, 0, 0, 0, 1), (1, 0, 0, 0, 1), (0, 2))


def test_equal_answers_have_no_spread_at_all() -> None:
    asked = questionnaire(dimension("one", rubrics("one", 2)))
    people = rows("staff", asked.items, *[(4, 4)] * 7)
    found = spreads(encode(asked, assessment(people)))
    assert found.average_deviation.tolist() == [0, 0]
    assert found.r_wg.tolist() == pytest.approx([1, 1])


def test_one_answer_neither_agrees_nor_disagrees_with_anybody() -> None:
    asked = questionnaire(dimension("one", rubrics("one", 2)), threshold=1)
    found = score(asked, assessment(rows("staff", asked.items, (4, 2))))
    assert [item.spread for item in found.items] == [None, None]
    one = found.dimension("one")
    assert (one.estimate is not None, one.average_deviation, one.r_wg, one.verdict) == (
        True,
        None,
        None,
        None,
    )


def test_an_item_that_one_has_answered_does_not_count_as_agreement() -> None:
    asked = questionnaire(dimension("one", [rubric("both"), rubric("single")]), threshold=1)
    found = score(asked, assessment(rows("staff", asked.items, (2, 4), (4, None))))
    assert found.item("both").spread is not None
    assert found.item("single").spread is None
    assert found.dimension("one").average_deviation == close(1.0)
