"""What is said of the highest and the rest, and why nothing is."""

from dataclasses import replace

import pytest
from tests.report.benchmark.conftest import CLIENT, asked, towns

from maturity.comparison.benchmark import Entry, benchmark
from maturity.language import language
from maturity.report.benchmark.build import build_benchmark


def drivers(bundle, **changed):
    outcome = replace(bundle.benchmark, **changed)
    return build_benchmark(asked("en"), outcome, language("en"), "Towns").drivers


def test_why_nothing_separates_is_told_as_it_is(make):
    bundle = make(client=CLIENT)
    overall = bundle.benchmark.overall
    (few,) = drivers(bundle, separation=(), overall=replace(overall, n=9)).remarks
    (open_,) = drivers(bundle, separation=(), overall=replace(overall, n=10)).remarks
    assert few == "Both the highest and the rest must be at least 5 for a comparison."
    assert open_.startswith(
        "Both the highest and the rest must be at least 5 for a comparison, and so must those"
    )
    assert open_.endswith("Organisations with the same overall number stay on the same side.")


def test_where_there_are_enough_it_does_not_say_that_there_are_too_few(make):
    bundle = make(client=CLIENT)
    overall = bundle.benchmark.overall
    few, enough = (drivers(bundle, separation=(), overall=replace(overall, n=n)).finding for n in (9, 10))
    assert few == "There are too few organisations to say what separates the highest from the rest"
    assert enough == "What separates the highest from the rest cannot be told"


def test_where_no_item_differs_it_says_so_and_not_that_there_are_too_few(make):
    bundle = make()
    equal = tuple(replace(one, difference=0.0, delta=0.0) for one in bundle.benchmark.separation)
    told = drivers(bundle, separation=equal)
    assert told.finding == "No item noticeably separates the highest from the rest"


@pytest.mark.parametrize("consent", ["named", "anonymous"])
def test_among_organisations_that_are_all_alike_it_is_not_said_that_there_are_too_few(consent):
    """Nor that they are alike: that would tell what each of the anonymous ones scored."""
    (one,) = towns.stream(asked("en"), 1)
    same = [
        replace(one, organisation=f"Town {at}", code=f"{at:04}", answers_hash=f"{at:064}") for at in range(12)
    ]
    outcome = benchmark(asked("en"), [Entry(town, consent) for town in same], draws=0)
    told = build_benchmark(asked("en"), outcome, language("en"), "Towns").drivers
    assert told.finding == "What separates the highest from the rest cannot be told"
    assert told.remarks[0].endswith("Organisations with the same overall number stay on the same side.")
    assert "overall numbers that differ" in told.remarks[1]
    assert (told.separation, told.influence) == (None, None)


def test_effective_weights_say_what_they_need_besides_a_number_of_organisations(make):
    bundle = make()
    tops = bundle.benchmark.top
    gone = tuple(replace(one, n=9) if one.id == tops[0] else one for one in bundle.benchmark.dimensions)
    (told,) = drivers(bundle, influence=(), together=(), dimensions=gone).remarks
    (few,) = drivers(
        bundle, influence=(), together=(), overall=replace(bundle.benchmark.overall, n=9)
    ).remarks
    assert "at least 10 organisations that have a score in every dimension" in told
    assert few == "Effective weights and correlations need at least 10 organisations."


def test_how_many_the_highest_are_at_least_depends_on_whether_anybody_hides(make):
    hiding, open_, working = (
        make(consent="anonymous"),
        make(consent="named"),
        make(consent="anonymous", working_copy=True),
    )
    told = [drivers(one).separation.note for one in (hiding, open_, working)]
    assert ["at least 6" in note for note in told] == [True, False, False]
    assert ["at least 5" in note for note in told] == [False, True, True]
