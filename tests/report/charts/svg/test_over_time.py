"""What trends and changes draw, and what they leave out."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from maturity.report.charts.svg import Palette, paint
from maturity.report.charts.table import table_of

from ..conftest import changes_in, trends_in

SVG = "{http://www.w3.org/2000/svg}"


def nodes(svg: str, tag: str) -> list[ET.Element]:
    return list(ET.fromstring(svg).iter(SVG + tag))


def lines_of(chart) -> list[ET.Element]:
    """The data lines: paths without a fill that are drawn in our colour."""
    found = nodes(paint(chart, id_prefix="a"), "path")
    return [
        one for one in found if one.attrib["stroke"] == Palette().ours and one.attrib["stroke-width"] == "2"
    ]


def test_a_gap_and_a_break_interrupt_the_line():
    chart = trends_in("en", 5)
    one = replace(chart, panels=chart.panels[:1])
    steps = [line.attrib["d"].count("L") + 1 for line in lines_of(one)]
    assert steps == [1, 3]


def test_a_missing_value_is_not_drawn():
    chart = trends_in("en", 2)
    one = replace(chart, panels=chart.panels[:1], marks=())
    dots = [node for node in nodes(paint(one, id_prefix="a"), "circle") if node.attrib["r"] == "3.75"]
    assert len(dots) == 2  # one value, and the one in the key


def test_a_mark_outside_the_rounds_is_named_but_not_drawn(boxes):
    chart = replace(trends_in("en"), marks=(replace(trends_in("en").marks[0], at=1990.0),))
    texts = [box.text for box in boxes(paint(chart, id_prefix="a"))]
    assert texts.count("a") == 1


def test_a_break_is_explained_only_where_there_is_one(boxes):
    chart = trends_in("en", 2)
    texts = " ".join(box.text for box in boxes(paint(chart, id_prefix="a")))
    assert chart.break_label not in texts


def test_one_round_is_drawn_in_the_middle():
    chart = trends_in("en", 1)
    ET.fromstring(paint(chart, id_prefix="a"))


def test_a_change_that_is_one_has_a_whole_arrow_and_another_is_dashed():
    svg = paint(changes_in("en"), id_prefix="a")
    dashed = [line for line in nodes(svg, "line") if line.attrib.get("stroke-dasharray")]
    whole = [line for line in nodes(svg, "line") if line.attrib["stroke-width"] == "2.25"]
    assert (len(dashed), len(whole)) == (2, 2)  # one row each, and the key


def test_what_was_missing_has_no_mark():
    svg = paint(changes_in("en"), id_prefix="a")
    assert len(nodes(svg, "circle")) == 4 + 5 + 2  # before, after, and the key


@pytest.mark.parametrize("make", [changes_in, trends_in])
def test_the_table_says_what_the_picture_shows(make, boxes):
    chart = make("sv")
    table = table_of(chart)
    assert all(len(row) == len(table.header) for row in table.rows)
    cells = {cell for row in table.rows for cell in row}
    if make is changes_in:
        assert {"+1,0", "har stigit", "3,4"} <= cells
    else:
        assert len(table.rows) == sum(len(panel.points) for panel in chart.panels)


@pytest.mark.parametrize(("width", "columns"), [(640, 4), (360, 2)])
def test_there_are_no_more_columns_than_have_room(boxes, width, columns):
    first = trends_in("sv").panels[0]
    panels = tuple(replace(first, label=f"{n}:") for n in range(4))
    chart = replace(trends_in("sv"), panels=panels, columns=4)
    texts = boxes(paint(chart, id_prefix="a", width=width))
    places = {box.left for box in texts if box.text.endswith(":")}
    assert len(places) == columns
