from maturity.advice.reasons import evidence_falls_short, standing, unknown, why
from maturity.scoring.result import Counts, Estimate, Gated


def gated(*bottlenecks):
    return {"politics": {"gated": Gated("established", "emerging", bottlenecks, 3.0, 3, (), 0.0)}}


def said(view, id_, word):
    return [reason for reason in why(view, id_, view.score(id_), 0.01, "do") if word in reason.values]


def test_the_highest_is_called_so_only_as_praise(make):
    view = make.view()
    assert "highest" in standing(view, "dialogue", 4.2, praise=True).message
    assert "highest" not in standing(view, "dialogue", 4.2, praise=False).message


def test_nobody_is_lowest_where_two_stand_equally_low(make):
    view = make.view(make.SCORES | {"cover": 3.0})
    assert "lowest" not in standing(view, "direction", 3.0, praise=False).message


def test_two_numbers_that_read_the_same_are_not_set_against_each_other(make):
    view = make.view(parts={"politics": {"estimate": Estimate(3.02, 20)}})
    assert (
        standing(view, "cover", 2.98, praise=False).message == "Scores {score}, like {dimension} as a whole"
    )
    assert "where" in standing(view, "cover", 2.94, praise=False).message


def test_the_only_dimension_is_neither_lowest_nor_highest(make):
    view = make.view(parts={"benefits": {"estimate": None}})
    assert standing(view, "politics", 3.5, praise=True).message == "Scores {score}"


def test_near_the_top_the_step_is_not_called_a_level(make):
    view = make.view({**make.SCORES, "direction": 4.5})
    assert "top of the scale" in said(view, "direction", "gain")[0].message
    assert "One level up" in said(view, "cover", "gain")[0].message


def test_importance_is_a_reason_where_it_was_asked(make):
    view = make.view(parts={"politics": {"importance": Estimate(4.5, 20)}})
    assert said(view, "cover", "importance")[0].values["importance"].value == 4.5
    assert said(view, "owner", "importance") == []


def test_an_item_holds_its_dimension_back_only_if_others_do_not(make):
    assert said(make.view(parts=gated("direction")), "direction", "level")[0].values["level"].ids == (
        "emerging",
    )
    assert said(make.view(parts=gated("direction")), "cover", "level") == []
    assert said(make.view(parts=gated("direction", "cover", "dialogue")), "direction", "level") == []


def test_not_knowing_is_a_reason_from_the_convention_on(make):
    assert unknown(make.view(parts={"cover": {"counts": Counts(20, 14, 6, 0, 0)}}), "cover") is not None
    assert unknown(make.view(parts={"cover": {"counts": Counts(20, 15, 5, 0, 0)}}), "cover") is None


def test_what_evidence_carries_lies_between_what_its_grades_support(make):
    view = make.view(parts={"dialogue": {"evidence": 1.5}})
    excess, reason = evidence_falls_short(view, view.items["dialogue"])
    assert reason.values["carried"].value == 3.5
    assert excess == 4.2 - 3.5
