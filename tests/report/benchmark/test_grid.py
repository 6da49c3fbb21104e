"""Organisations one by one as a grid, and small profiles side by side."""

from __future__ import annotations

import pytest
from tests.report.benchmark.conftest import asked, table

from maturity.comparison.benchmark import benchmark
from maturity.language import language
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.grid import Sort, make_grid, parts
from maturity.report.benchmark.multiples import make_multiples
from maturity.report.words import Words


def context(count=12, consent="anonymous", **settings):
    questionnaire = asked("en")
    found = benchmark(questionnaire, table(count, consent), draws=50, **settings)
    return Context(questionnaire, found, Words(questionnaire, language("en")))


@pytest.fixture
def working():
    return context(working_copy=True)


def test_there_is_no_grid_where_nobody_may_be_shown():
    assert make_grid(context()) is None


def test_it_begins_with_the_highest_overall_number(working):
    grid = make_grid(working)
    assert [row.code for row in grid.rows] == [row.code for row in working.benchmark.rows]
    assert [column.id for column in grid.columns] == list(working.benchmark.top)


@pytest.mark.parametrize("up", [True, False])
def test_every_column_can_be_sorted_both_ways(working, up):
    for place, column in enumerate(make_grid(working).columns):
        grid = make_grid(working, sort=Sort(column.id, up))
        shown = [float(row.cells[place].shown) for row in grid.rows]
        assert shown == sorted(shown, reverse=not up)
        assert len(grid.rows) == 12


def test_names_and_the_overall_number_can_be_sorted_by(working):
    names = [row.label for row in make_grid(working, sort=Sort("name", up=True)).rows]
    assert names == sorted(names)
    lowest = [row.code for row in make_grid(working, sort=Sort("overall", up=True)).rows]
    assert lowest == [row.code for row in working.benchmark.rows][::-1]


def test_what_is_not_there_is_the_usual(working):
    usual = make_grid(working)
    assert make_grid(working, "nonsense", Sort("nonsense")).rows == usual.rows


def test_each_leaf_dimension_has_a_grid_of_its_items(working):
    known = parts(working)
    assert known[0] == ("", "Dimensions")
    for id_, title in known[1:]:
        grid = make_grid(working, id_)
        leaf = next(one for one in working.questionnaire.leaves if one.id == id_)
        assert grid.title == title
        assert [column.id for column in grid.columns] == [item.id for item in leaf.items]


def test_only_those_who_are_shown_stand_side_by_side(working):
    codes = [row.code for row in working.benchmark.rows]
    found = make_multiples(working, codes[:3])
    assert [one.title for one in found] == [f"Anonymous {code}" for code in codes[:3]]
    assert found[0].compare == tuple(one.median for one in working.tops)
    assert make_multiples(context(), codes) == ()


def test_so_many_profiles_as_can_be_kept_apart():
    many = context(count=30, working_copy=True)
    assert len(make_multiples(many, [row.code for row in many.benchmark.rows])) == 12
