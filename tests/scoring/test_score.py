"""Laws of scoring as a whole: what must not change a score, and what must."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scoring.conftest import ROLES, answer, assessment, dimension, questionnaire, rows, rubrics

from maturity.answers.model import Agreed, Assessment
from maturity.questionnaire.model import Questionnaire
from maturity.scoring import from_json, score, to_json
from maturity.scoring.result import Result

ASKED = questionnaire(
    dimension("one", rubrics("one", 3)),
    dimension("two", rubrics("two", 2), aggregation="geometric"),
    scoring={"draws": 100},
)
ITEMS = tuple(ASKED.items)
states = st.one_of(st.integers(1, 5), st.sampled_from(["?", "n/a", None]))
values = st.integers(1, 4)


def people(answers: st.SearchStrategy, least: int = 5, most: int = 7) -> st.SearchStrategy:  # type: ignore[type-arg]
    """People of some roles, several in each."""
    row = st.tuples(*[answers] * len(ITEMS))
    size = st.lists(row, min_size=least, max_size=most)
    table = st.dictionaries(st.sampled_from(ROLES), size, min_size=1, max_size=3)
    return table.map(
        lambda roles: [one for role, them in sorted(roles.items()) for one in rows(role, ITEMS, *them)]
    )


anybody = people(states, least=1)
large_roles = people(values)


def points(result: Result) -> list[float | None]:
    """Every point estimate."""
    overall = result.overall.score if result.overall else None
    return [*(item.score for item in result.items), *(node.score for node in result.dimensions), overall]


def scored(given_: list[tuple[str, dict[str, object]]], asked: Questionnaire = ASKED) -> Result:
    return score(asked, assessment(given_), resample=False)


def same(first: list[float | None], second: list[float | None]) -> None:
    assert [None if value is None else pytest.approx(value) for value in first] == second


@settings(max_examples=40)
@given(anybody, st.randoms())
def test_the_order_of_people_changes_nothing(given_, chance) -> None:  # type: ignore[no-untyped-def]
    plain = assessment(given_)
    shuffled = list(plain.respondents)
    chance.shuffle(shuffled)
    assert to_json(score(ASKED, replace(plain, respondents=tuple(shuffled)))) == to_json(score(ASKED, plain))


@settings(max_examples=40)
@given(anybody, st.permutations(ROLES))
def test_the_order_of_roles_changes_no_score(given_, order) -> None:  # type: ignore[no-untyped-def]
    turned = questionnaire(
        dimension("one", rubrics("one", 3)),
        dimension("two", rubrics("two", 2), aggregation="geometric"),
        roles=order,
    )
    same(points(scored(given_, turned)), points(scored(given_)))


@settings(max_examples=40)
@given(large_roles)
def test_everybody_twice_changes_no_score(given_) -> None:  # type: ignore[no-untyped-def]
    same(points(scored(given_ * 2)), points(scored(given_)))


@settings(max_examples=40)
@given(large_roles)
def test_one_point_more_from_all_is_one_point_more_and_changes_no_agreement(given_) -> None:  # type: ignore[no-untyped-def]
    more = [(role, {item: value + 1 for item, value in row.items()}) for role, row in given_]
    before, after = scored(given_), scored(more)
    for old, new in zip(before.items, after.items, strict=True):
        assert new.score == pytest.approx((old.score or 0) + 1)
        assert old.spread
        assert new.spread
        assert new.spread.average_deviation == pytest.approx(old.spread.average_deviation, abs=1e-9)
        assert new.spread.deviation == pytest.approx(old.spread.deviation, abs=1e-9)
    assert after.dimension("one").score == pytest.approx((before.dimension("one").score or 0) + 1)
    assert sorted(gap.difference for gap in after.gaps) == pytest.approx(
        sorted(gap.difference for gap in before.gaps)
    )


@settings(max_examples=40)
@given(anybody)
def test_a_whole_lies_between_its_parts_and_compensation_raises_it(given_) -> None:  # type: ignore[no-untyped-def]
    result = scored(given_)
    if result.overall and result.overall.geometric is not None:
        overall = result.overall
        assert overall.minimum - 1e-9 <= overall.geometric <= overall.arithmetic + 1e-9
        assert overall.weight_low - 1e-9 <= overall.score <= overall.weight_high + 1e-9
    for item in result.items:
        if item.unknown_bounds:
            assert item.unknown_bounds.low - 1e-9 <= (item.score or 0) <= item.unknown_bounds.high + 1e-9


@settings(max_examples=40)
@given(anybody)
def test_not_applicable_is_the_same_as_not_asked(given_) -> None:  # type: ignore[no-untyped-def]
    optional = questionnaire(
        dimension("one", rubrics("one", 3, optional=True)),
        dimension("two", rubrics("two", 2, optional=True), aggregation="geometric"),
    )
    without = [(role, {k: None if v == "n/a" else v for k, v in row.items()}) for role, row in given_]
    same(points(scored(given_, optional)), points(scored(without, optional)))


@settings(max_examples=20)
@given(anybody, st.floats(0.5, 20))
def test_the_unit_of_weights_changes_no_score(given_, unit) -> None:  # type: ignore[no-untyped-def]
    heavier = questionnaire(
        dimension("one", rubrics("one", 3, weight=unit), weight=unit),
        dimension("two", rubrics("two", 2, weight=unit), aggregation="geometric", weight=unit),
    )
    same(points(scored(given_, heavier)), points(scored(given_)))


@settings(max_examples=20)
@given(anybody)
def test_the_language_changes_no_byte(given_) -> None:  # type: ignore[no-untyped-def]
    translated = ASKED.model_copy(update={"language": "sv", "title": "Liten"})
    assert to_json(score(translated, assessment(given_))) == to_json(score(ASKED, assessment(given_)))


def test_all_unknown_gives_no_score_and_not_the_lowest() -> None:
    result = scored(rows("staff", ITEMS, *[["?"] * len(ITEMS)] * 8))
    assert set(points(result)) == {None}
    assert result.dimension("one").unknown_share == 1
    assert not result.item("one-1").withheld


def test_too_few_people_give_nothing_but_how_many_they_are() -> None:
    result = score(
        ASKED, assessment(rows("staff", ITEMS, *[[3] * len(ITEMS)] * 4), {"one-1": Agreed(3.0, 3, "why")})
    )
    assert result.withheld
    assert (result.items, result.dimensions, result.overall, result.agreed_reasons) == ((), (), None, ())
    assert result.respondents == 4


def test_an_item_that_too_few_answered_counts_for_nothing() -> None:
    given_ = rows("staff", ITEMS, *[[3, 3, 5 if at < 4 else "?", 3, 3] for at in range(9)])
    result = scored(given_)
    held = result.item("one-3")
    assert held.withheld
    assert (held.estimate, held.groups, held.spread, held.distribution) == (None, (), None, None)
    assert result.dimension("one").score == 3
    assert result.dimension("one").left_out == ("one-3",)


def test_a_dimension_without_enough_items_has_no_score_and_says_whether_some_are_withheld() -> None:
    few = scored(rows("staff", ITEMS, *[[3, 4 if at < 3 else "?", "?", 3, 3] for at in range(9)])).dimension(
        "one"
    )
    assert (few.score, few.withheld, few.grade, few.level) == (None, True, None, None)
    unknown = scored(rows("staff", ITEMS, *[[3, "?", "?", 3, 3]] * 9)).dimension("one")
    assert (unknown.score, unknown.withheld) == (None, False)


def test_small_roles_are_pooled_and_keep_their_weight() -> None:
    given_ = (
        rows("executive", ITEMS, *[[5] * 5] * 3)
        + rows("user", ITEMS, *[[1] * 5] * 2)
        + rows("staff", ITEMS, *[[2] * 5] * 6)
    )
    result = scored(given_)
    assert [(group.roles, group.n) for group in result.items[0].groups] == [
        (("staff",), 6),
        (("executive", "user"), 5),
    ]
    assert result.items[0].score == pytest.approx(2 / 3 * 3.4 + 1 / 3 * 2)
    assert [count.shown for count in result.roles] == [False, False, False, True, False]


def test_pooled_respondents_weigh_the_same() -> None:
    pooled = questionnaire(dimension("one", rubrics("one", 1)), scoring={"respondents": "pooled"})
    given_ = rows("staff", ["one-1"], *[[2]] * 15) + rows("user", ["one-1"], *[[5]] * 5)
    assert scored(given_, pooled).item("one-1").score == pytest.approx(2.75)


def test_dimensions_nest() -> None:
    inner = [dimension("left", rubrics("left", 2)), dimension("right", rubrics("right", 2), weight=3)]
    nested = questionnaire(dimension("whole", dimensions=inner), scoring={"draws": 200})
    given_ = rows("staff", nested.items, *[[2, 2, 4, 4]] * 5, *[[3, 3, 5, 5]] * 5)
    result = score(nested, assessment(given_))
    whole = result.dimension("whole")
    assert [node.id for node in result.dimensions] == ["whole", "left", "right"]
    assert whole.score == pytest.approx(0.25 * 2.5 + 0.75 * 4.5)
    assert whole.parts == (("left", 0.25), ("right", 0.75))
    assert whole.estimate
    assert whole.estimate.interval
    assert whole.estimate.interval.low < 4 < whole.estimate.interval.high
    assert whole.grade == "C"


def test_without_resampling_only_what_has_a_formula_has_an_interval() -> None:
    given_ = rows("staff", ITEMS, *[[2, 2, 4, 4, 3]] * 5, *[[3, 3, 5, 5, 1]] * 5)
    result = scored(given_)
    one, two = (result.dimension(id_).estimate for id_ in ("one", "two"))
    assert one
    assert one.interval is not None
    assert two
    assert (two.interval, two.error) == (None, None)
    assert result.overall
    assert result.overall.interval is None
    assert result.robustness
    assert result.robustness.rank_chances is None


def test_a_grade_says_how_much_a_score_rests_on() -> None:
    one = questionnaire(dimension("one", rubrics("one", 2)))
    alike = [([3, 3], [3, 4], [4, 3], [3, 3], [4, 4])] * 4
    four = [
        person for role, them in zip(ROLES, alike, strict=False) for person in rows(role, one.items, *them)
    ]
    assert scored(four, one).dimension("one").grade == "A"
    assert scored([p for p in four if p[0] != ROLES[0]], one).dimension("one").grade == "B"
    assert scored(four[:10], one).dimension("one").grade == "C"


def test_evidence_is_averaged_only_where_enough_people_gave_a_grade() -> None:
    grades = [{"id": "weak", "name": "Weak", "supports": 2}, {"id": "good", "name": "Good", "supports": 5}]
    one = questionnaire(dimension("one", rubrics("one", 2)), evidence={"question": "Why?", "grades": grades})
    given_ = [
        ("staff", {"one-1": answer(3, at % 2), "one-2": answer(3, 1 if at < 4 else None)}) for at in range(10)
    ]
    result = scored(given_, one)
    first, second = result.items
    assert (first.evidence, first.evidence_counts) == (0.5, (5, 5))
    assert (second.evidence, second.evidence_counts) == (None, None)
    assert result.dimension("one").evidence == 0.5


def test_importance_is_a_mean_on_its_own_points() -> None:
    closing = [{**rubrics("matters", 1)[0], "importance-of": "one"}]
    one = questionnaire(dimension("one", rubrics("one", 1)), closing=closing, scale={"from": 0, "to": 3})
    importance = (
        scored(rows("staff", ["one-1", "matters-1"], *[[3, 5], [3, 4]] * 3), one).dimension("one").importance
    )
    assert importance
    assert importance.mean == 4.5
    assert importance.n == 6
    few = scored(rows("staff", ["one-1", "matters-1"], *[[3, 5]] * 4, *[[3, "?"]] * 4), one).dimension("one")
    assert few.importance is None


def test_the_team_s_agreement_is_kept_with_its_reasons() -> None:
    agreed = {"one-2": Agreed(4.0, 4, "Decided in May", 2), "one-1": Agreed(3.0, 3)}
    result = score(ASKED, assessment(rows("staff", ITEMS, *[[3] * 5] * 6), agreed), resample=False)
    assert result.agreed_reasons == (("one-1", 3.0, None, None), ("one-2", 4.0, "Decided in May", 2))
    gated = result.dimension("one").gated
    assert gated
    assert (gated.level, gated.minimum, gated.agreed) == ("level-3", "level-3", 2)
    assert result.dimension("two").gated is None


def test_the_same_input_gives_the_same_bytes() -> None:
    given_ = assessment(rows("staff", ITEMS, *[[2, 3, 4, 5, 1], [1, 1, 2, 2, 3]] * 4))
    assert to_json(score(ASKED, given_)) == to_json(score(ASKED, given_))


def test_the_weakest_dimension_is_named_with_how_sure_that_is() -> None:
    result = score(ASKED, assessment(rows("staff", ITEMS, *[[4, 4, 5, 1, 2], [4, 5, 4, 2, 1]] * 4)))
    robust = result.robustness
    assert robust
    assert (robust.weakest, robust.runner_up) == ("two", "one")
    assert (robust.weakest_resampled, robust.weakest_reweighted) == (1.0, 1.0)
    assert robust.rank_chances == {"one": (1.0, 0.0), "two": (0.0, 1.0)}


def test_flagged_people_are_counted_only_in_company() -> None:
    long = questionnaire(dimension("one", rubrics("one", 8)))
    careful = [[1, 3, 2, 4, 2, 3, 5, 3], [2, 4, 3, 1, 3, 5, 2, 4]] * 4
    names = long.items
    one_flat = scored(rows("staff", names, *careful, [5] * 8), long).quality
    five_flat = scored(rows("staff", names, *careful, *[[5] * 8] * 5), long).quality
    none_flat = scored(rows("staff", names, *careful), long).quality
    assert (one_flat.flagged, five_flat.flagged, none_flat.flagged) == (None, 5, 0)
    assert (five_flat.moves, none_flat.moves) == (True, None)


def test_a_result_holds_nothing_but_plain_values() -> None:
    def check(part: object) -> None:
        if isinstance(part, dict):
            for inner in part.values():
                check(inner)
        elif isinstance(part, list | tuple):
            for inner in part:
                check(inner)
        else:
            assert type(part) in (str, int, float, bool, type(None)), repr(part)

    from dataclasses import asdict

    given_: Assessment = assessment(
        rows("staff", ITEMS, *[[2, 3, 4, 5, 1], [1, 1, 2, 2, 3]] * 4), {"one-1": Agreed(3.0, 3)}
    )
    check(asdict(score(ASKED, given_)))


def test_draws_in_which_nobody_had_answered_are_left_out() -> None:
    """Five of a hundred answered the items of the second dimension: some draws hold none of them."""
    asked = questionnaire(
        dimension("one", rubrics("one", 2)), dimension("two", rubrics("two", 2), aggregation="minimum")
    )
    sparse = rows("staff", asked.items, *[[3, 4, *[2 if at < 5 else "?"] * 2] for at in range(100)])
    result = score(asked, assessment(sparse))
    two = result.dimension("two").estimate
    assert two
    assert two.interval
    assert (two.interval.low, two.interval.high) == (2, 2)
    assert result.robustness
    assert result.robustness.weakest_resampled == 1
    assert from_json(to_json(result)) == result


def test_a_scale_may_go_below_zero() -> None:
    levels = [{"id": "low", "at": -2, "name": "Low"}, {"id": "high", "at": 2, "name": "High"}]
    parts = (dimension("one", rubrics("one", 2)), dimension("two", rubrics("two", 2)))
    asked = questionnaire(
        *parts, scale={"from": -2, "to": 2}, levels=levels, overall={"aggregation": "arithmetic"}
    )
    result = score(asked, assessment(rows("staff", asked.items, *[[1, 2, 4, 5], [2, 1, 5, 4]] * 3)))
    assert result.overall
    assert (result.overall.score, result.overall.geometric) == (0, None)
    assert result.robustness
    assert (result.robustness.weakest, result.robustness.drivers) == ("one", ())


def test_when_everybody_is_flagged_nothing_is_left_to_move() -> None:
    long = questionnaire(dimension("one", rubrics("one", 8)))
    quality = scored(rows("staff", long.items, *[[3] * 8] * 6), long).quality
    assert (quality.flagged, quality.moves) == (6, False)


def test_a_questionnaire_without_answers_to_a_whole_dimension_still_has_a_result() -> None:
    result = score(ASKED, assessment(rows("staff", ITEMS, *[[3, 4, 2, None, None]] * 6)))
    assert result.dimension("two").score is None
    assert result.overall is None
    assert result.robustness
    assert (result.robustness.weakest, result.robustness.runner_up) == ("one", None)
