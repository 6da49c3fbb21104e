"""The row charts: where their marks stand, and what is never drawn."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from maturity.report.charts.describe import (
    BoxChart,
    ChangeChart,
    DotChart,
    Mark,
    RoleChart,
    RoleRow,
    StackRow,
)
from maturity.report.charts.svg import Palette, paint

SVG = "{http://www.w3.org/2000/svg}"
PALETTE = Palette()
PHONE = 360


def drawn(chart, tag):
    return list(ET.fromstring(paint(chart, id_prefix="a")).iter(f"{SVG}{tag}"))


def gridlines(chart):
    return [float(n.attrib["x1"]) for n in drawn(chart, "line") if n.attrib["stroke"] == PALETTE.grid]


def bars(chart, row):
    """The parts of one bar, left to right: x, width, fill. The key's swatches are not among them."""
    parts = [node.attrib for node in drawn(replace(chart, rows=(row,)), "rect")]
    found = [part for part in parts if float(part["height"]) > 15]
    return sorted((float(part["x"]), float(part["width"]), part["fill"]) for part in found)


def test_a_dot_stands_where_its_value_is_on_the_scale(dots):
    first, *_, last = gridlines(dots)
    circles = [float(node.attrib["cx"]) for node in drawn(dots, "circle")]
    expected = [first + (row.value - 1) / 4 * (last - first) for row in dots.rows if row.value is not None]
    assert circles == pytest.approx(expected, abs=0.02)


def test_a_missing_value_is_written_and_not_drawn(dots):
    alone = replace(dots, rows=dots.rows[-1:])
    assert not drawn(alone, "circle")
    assert "–" in [node.text for node in drawn(alone, "text")]


def test_the_parts_of_a_bar_are_as_wide_as_their_shares(stacked):
    parts = bars(stacked, StackRow("a", (2, 4, 0, 6, 0), 0, "12"))
    widths = [width + 1 for _, width, _ in parts]
    assert [width / sum(widths) for width in widths] == pytest.approx([2 / 12, 4 / 12, 6 / 12], abs=1e-3)


def test_the_parts_get_darker_from_the_lowest_level_to_the_highest(stacked):
    fills = [fill for *_, fill in bars(stacked, StackRow("a", (3, 3, 3, 3, 3), 0, "15"))]
    assert fills == list(PALETTE.ramp(5))


def test_unknown_answers_stand_apart_at_the_right_end(stacked):
    *_, last, unknown = bars(stacked, StackRow("a", (3, 3, 3, 3, 3), 5, "20"))
    assert unknown[2] == PALETTE.paper
    assert unknown[0] - (last[0] + last[1]) > 5


def test_a_single_person_who_does_not_know_is_still_written_in_a_number(stacked):
    crowd = replace(stacked, rows=(StackRow("a", (40, 40, 18, 0, 0), 1, "100", other=1),))
    assert [node.text for node in drawn(crowd, "text")].count("1") == 2
    places = bars(crowd, crowd.rows[0])
    assert all(left + width < right for (left, width, _), (right, *_) in pairwise(places))


def test_a_withheld_row_has_its_reason_and_no_bar(stacked):
    row = StackRow("a", (), 0, "", withheld="Visas inte")
    assert not bars(stacked, row)
    assert "Visas inte" in [node.text for node in drawn(replace(stacked, rows=(row,)), "text")]


def test_a_row_without_answers_has_no_bar(stacked):
    assert not bars(stacked, StackRow("a", (0, 0, 0, 0, 0), 0, "0"))


def test_a_number_that_does_not_fit_is_left_to_the_table(stacked):
    row = StackRow("a", (1, 199, 0, 0, 0), 0, "200")
    texts = [node.text for node in drawn(replace(stacked, rows=(row,)), "text")]
    assert "199" in texts
    assert "1" not in texts


def test_each_role_is_named_once(roles):
    texts = [node.text for node in drawn(roles, "text")]
    names = {mark.role_label for row in roles.rows for mark in row.marks}
    assert all(texts.count(name) == 1 for name in names)


def test_only_roles_with_a_value_are_drawn(roles):
    marks = tuple(Mark(f"role {i}", "r", "circle", value, "x") for i, value in enumerate((None, 2.0, 4.0)))
    chart = replace(roles, rows=(RoleRow("a", marks),))
    first, *_, last = gridlines(chart)
    in_key, in_row = drawn(chart, "circle")[:2], drawn(chart, "circle")[2:]
    places = [float(node.attrib["cx"]) for node in in_row]
    assert places == pytest.approx([first + (last - first) / 4, first + 3 * (last - first) / 4], abs=0.02)
    assert len(in_key) == 2


def test_equal_values_stand_above_each_other(roles):
    marks = tuple(Mark(f"role {i}", "r", "circle", 3.0, "3,0") for i in range(3))
    *_, one, two, three = drawn(replace(roles, rows=(RoleRow("a", marks),)), "circle")
    assert len({node.attrib["cx"] for node in (one, two, three)}) == 1
    assert len({node.attrib["cy"] for node in (one, two, three)}) == 3


def test_the_lowest_and_highest_carry_their_figures(roles):
    texts = [node.text for node in drawn(replace(roles, rows=roles.rows[:1]), "text")]
    assert "2,0" in texts
    assert "4,1" in texts
    assert "3,8" not in texts


def test_a_role_alone_has_no_line(roles):
    alone = replace(roles, rows=roles.rows[-1:])
    assert not [node for node in drawn(alone, "line") if node.attrib["stroke"] == PALETTE.rule]


@pytest.mark.parametrize("kind", [BoxChart, ChangeChart, DotChart, RoleChart])
def test_on_a_phone_labels_stand_above_their_rows_and_the_plot_has_room(charts, boxes, kind):
    (chart,) = (one for one in charts if isinstance(one, kind))
    svg = paint(chart, id_prefix="a", width=PHONE)
    lines = ET.fromstring(svg).iter(f"{SVG}line")
    places = [float(line.attrib["x1"]) for line in lines if line.attrib["stroke"] == PALETTE.grid]
    assert max(places) - min(places) > PHONE / 4
    texts = boxes(svg)
    assert {word for row in chart.rows for word in row.label.split()} <= {
        word for box in texts for word in box.text.split()
    }
    assert not [(one, other) for one, other in combinations(texts, 2) if one.meets(other)]
