"""What is said of the highest and the rest, and why nothing is."""

from dataclasses import replace

from tests.report.benchmark.conftest import CLIENT, asked

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
    assert open_.endswith("so must those on either side who want to be anonymous, if there are any.")


def test_how_many_the_highest_are_at_least_depends_on_whether_anybody_hides(make):
    hiding, open_, working = (
        make(consent="anonymous"),
        make(consent="named"),
        make(consent="anonymous", working_copy=True),
    )
    told = [drivers(one).separation.note for one in (hiding, open_, working)]
    assert ["at least 6" in note for note in told] == [True, False, False]
    assert ["at least 5" in note for note in told] == [False, True, True]
