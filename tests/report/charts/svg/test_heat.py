from dataclasses import replace

import pytest

from maturity.report.charts.describe import HeatChart
from maturity.report.charts.svg import paint


@pytest.fixture
def heat(charts):
    return next(chart for chart in charts if isinstance(chart, HeatChart))


def named(chart, *names):
    """The chart with as many columns as names, each with a number as its short label."""
    rows = tuple(replace(row, cells=row.cells[: len(names)]) for row in chart.rows)
    return replace(chart, rows=rows, columns=tuple((name, str(at)) for at, name in enumerate(names, 1)))


def told(boxes, chart):
    return " ".join(box.text for box in boxes(paint(chart, id_prefix="a")))


def test_a_column_is_as_wide_as_a_long_word_where_there_is_room(heat, boxes):
    chart = named(heat, "Bruger- og borgerinddragelse", "Gevinstrealiseringsplan")
    assert "borgerinddragelse Gevinstrealiseringsplan" in told(boxes, chart)


def test_where_there_is_none_all_columns_have_their_short_labels(heat, boxes):
    names = ["Gevinstrealiseringsplanlægning"] * 5
    assert "1 2 3 4 5" in told(boxes, named(heat, *names))
    assert names[0] not in told(boxes, named(heat, *names))
