"""The figures of a benchmark hold the same numbers as the drawn charts, and none that is withheld."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maturity.report.charts.describe import BoxRow, RankRow
from maturity.report.charts.plotly import figure_of
from maturity.report.charts.svg.palette import Palette

from ..conftest import banded, boxes_in, heat_in, radar_in, ranks_in


def traces(figure, name):
    """The traces of a series."""
    (series,) = [one for one in figure["series"] if one["name"] == name]
    return [figure["data"][place] for place in series["traces"]]


def pairs(trace):
    """The ends of the lines in a trace."""
    values = trace["x"]
    return list(zip(values[::3], values[1::3], strict=True))


@pytest.fixture
def boxed():
    return boxes_in("sv")


def test_a_box_lies_where_the_middle_half_is(boxed):
    figure = figure_of(boxed)
    (middle,) = traces(figure, boxed.names[1])
    there = [row.middle for row in boxed.rows if row.middle]
    found = [(base, base + wide) for base, wide in zip(middle["base"], middle["x"], strict=True)]
    assert found == [pytest.approx(ends) for ends in there]
    (ends,) = traces(figure, boxed.names[2])
    assert pairs(ends) == [row.ends for row in boxed.rows if row.ends]


def test_the_marked_one_stands_on_its_interval_and_says_all_figures(boxed):
    interval, marks = traces(figure_of(boxed), boxed.names[3])
    there = [row for row in boxed.rows if row.value is not None]
    assert marks["x"] == [row.value for row in there]
    assert pairs(interval) == [row.interval for row in there]
    assert all(figure in marks["hovertext"][0] for figure in there[0].figures)


def test_a_row_that_is_withheld_has_its_name_and_nothing_else(boxed):
    empty = replace(boxed, rows=(BoxRow("Anhöriga", None, None, None, None, None, ("–", "–", "–")),))
    figure = figure_of(empty)
    assert figure["data"] == []
    assert figure["layout"]["yaxis"]["ticktext"] == ["Anhöriga"]


def test_every_cell_stands_at_its_place_with_its_value():
    chart = heat_in("sv")
    figure = figure_of(chart)
    found = {}
    for level, bar in enumerate(figure["data"][:-1], 1):
        for base, y, text in zip(bar["base"], bar["y"], bar["text"], strict=True):
            found[y, round(base + bar["x"][0] / 2)] = (level, text)
    empty = figure["data"][-1]
    found |= {(y, x): (None, text) for x, y, text in zip(empty["x"], empty["y"], empty["text"], strict=True)}
    assert found == {
        (y, x): (cell.level, cell.shown)
        for y, row in enumerate(chart.rows)
        for x, cell in enumerate(row.cells)
    }


def test_each_level_has_its_shade_and_text_that_can_be_read_on_it():
    chart, palette = heat_in("sv"), Palette(ours="#003b71")
    bars = figure_of(chart, palette)["data"][:-1]
    assert [bar["marker"]["color"] for bar in bars] == list(palette.ramp(5))
    assert [bar["textfont"]["color"] for bar in bars] == [palette.on(one) for one in palette.ramp(5)]


def test_many_columns_have_short_names_and_ask_for_room():
    chart = heat_in("sv")
    wide = replace(
        chart,
        columns=chart.columns * 4,
        rows=tuple(replace(row, cells=row.cells * 4) for row in chart.rows),
    )
    few, many = figure_of(chart), figure_of(wide)
    assert many["layout"]["xaxis"]["ticktext"] == [short for _, short in wide.columns]
    assert few["least"] <= 350 < 800 < many["least"]
    assert wide.columns[0][0] in many["data"][0]["hovertext"][0]


def test_a_bar_covers_the_ranks_of_its_row():
    chart = ranks_in("sv")
    (bars,) = figure_of(chart)["data"]
    there = [row for row in chart.rows if row.low is not None]
    assert bars["y"] == list(range(len(there)))
    for base, wide, row in zip(bars["base"], bars["x"], there, strict=True):
        assert base <= row.low <= row.high <= base + wide
    assert figure_of(replace(chart, rows=(RankRow("a", None, None, "–"),)))["data"][0]["x"] == []


def test_a_line_stands_between_rows_that_can_be_told_apart():
    shapes = figure_of(ranks_in("sv"))["layout"]["shapes"]
    assert [shape["y0"] for shape in shapes] == [2.5, 5.5, 6.5]


def test_ranks_are_named_once_however_few_there_are():
    for of in (1, 2, 5, 6, 11, 300):
        ticks = figure_of(replace(ranks_in("sv"), rows=(), of=of))["layout"]["xaxis"]["tickvals"]
        assert ticks == sorted(set(ticks))
        assert (ticks[0], ticks[-1]) == (1, of)


def test_the_middle_half_lies_behind_and_has_a_gap_where_it_is_not_known():
    chart = banded(radar_in("sv"))
    figure = figure_of(chart)
    assert figure["series"][0]["name"] == chart.band_label
    first = figure["data"][0]
    assert len(first["r"]) == 3 * 6  # the third axis has none: three of five pairs of neighbours
    assert first["r"][:6] == [2.4, 3.2, 2.8, 2.0, 2.4, None]
    assert "fill" not in figure["data"][1]


def test_a_target_is_a_line_of_its_own():
    chart = banded(radar_in("sv"))
    (target,) = traces(figure_of(chart), chart.target_label)
    assert target["r"][:-1] == list(chart.target)
    assert target["hovertext"][0].endswith("Mål: 3,0")
