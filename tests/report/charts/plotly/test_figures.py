"""Plotly figures: plain data, the same numbers as the drawn charts, and texts that stay texts."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys

import pytest

from maturity.report.charts.describe import SHAPES, Axis, Mark, RoleRow
from maturity.report.charts.plotly import figure_of
from maturity.report.charts.plotly.figure import SIGNS, SYMBOLS, escaped, told
from maturity.report.charts.svg.palette import Palette


def test_figures_are_plain_json_and_always_the_same(charts):
    for chart in charts:
        figure = figure_of(chart)
        assert json.loads(json.dumps(figure, allow_nan=False)) == figure
        assert figure == figure_of(chart)
        assert set(figure) == {"title", "data", "layout", "series", "least"}


def test_what_can_be_hidden_has_a_name_and_traces_of_its_own(charts):
    for chart in charts:
        figure = figure_of(chart)
        places = [place for one in figure["series"] for place in one["traces"]]
        assert len(places) == len(set(places))
        assert set(places) <= set(range(len(figure["data"])))
        assert all(one["name"] and one["sign"] and one["traces"] for one in figure["series"])


def test_plotly_itself_is_not_needed():
    code = "import sys, maturity.report.charts.plotly; print('plotly' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_profile_is_closed_and_begins_at_the_top_clockwise(radar):
    figure = figure_of(radar)
    values = figure["data"][0]
    assert values["r"] == [axis.value for axis in radar.axes] + [radar.axes[0].value]
    assert values["theta"][0] == values["theta"][-1] == 0
    angular = figure["layout"]["polar"]["angularaxis"]
    assert (angular["direction"], angular["rotation"]) == ("clockwise", 90)
    assert figure["layout"]["polar"]["radialaxis"]["range"] == [radar.centre, radar.scale_to]


def test_intervals_of_a_profile_go_from_low_to_high(radar):
    intervals = figure_of(radar)["data"][1]
    ends = [axis for axis in radar.axes if axis.low is not None]
    assert intervals["r"] == [value for axis in ends for value in (axis.low, axis.high, None)]


def test_a_value_that_is_not_there_is_not_drawn(radar):
    axes = (Axis("Withheld", "W", None, None, None, "–"), *radar.axes[1:])
    values = figure_of(dataclasses.replace(radar, axes=axes))["data"][0]
    assert values["r"][0] is None
    assert "fill" not in values


def test_an_earlier_round_is_a_series_of_its_own(radar_before):
    figure = figure_of(radar_before)
    last = figure["series"][-1]
    assert last["name"] == radar_before.compare_label
    assert figure["data"][last["traces"][0]]["r"][:-1] == list(radar_before.compare)


def test_marks_carry_their_values_and_intervals(dots):
    trace = figure_of(dots)["data"][0]
    there = [row for row in dots.rows if row.value is not None]
    assert trace["x"] == [row.value for row in there]
    assert trace["text"] == [row.shown for row in there]
    first = there[0]
    assert trace["x"][0] + trace["error_x"]["array"][0] == pytest.approx(first.high)
    assert trace["x"][0] - trace["error_x"]["arrayminus"][0] == pytest.approx(first.low)


def test_the_parts_of_a_row_add_up_to_one(stacked):
    figure = figure_of(stacked)
    for place, row in enumerate(stacked.rows):
        shares = [x for bar in figure["data"] for x, y in zip(bar["x"], bar["y"], strict=True) if y == place]
        if row.withheld:
            assert shares == []
        else:
            assert sum(shares) == pytest.approx(1)


def test_a_row_that_is_withheld_says_why_and_holds_no_number(stacked):
    held = dataclasses.replace(stacked.rows[0], counts=(), unknown=0, n="", withheld="Too few answers")
    figure = figure_of(dataclasses.replace(stacked, rows=(held,)))
    assert all(bar["x"] == [] for bar in figure["data"])
    assert [note["text"] for note in figure["layout"]["annotations"]] == ["Too few answers"]


def test_each_role_keeps_its_shape_and_can_be_hidden(roles):
    figure = figure_of(roles)
    names = list(dict.fromkeys(mark.role_label for row in roles.rows for mark in row.marks))
    assert [one["name"] for one in figure["series"]] == names
    for one in figure["series"]:
        shapes = {mark.shape for row in roles.rows for mark in row.marks if mark.role_label == one["name"]}
        trace = figure["data"][one["traces"][0]]
        assert {SYMBOLS[shape] for shape in shapes} >= set(trace["marker"]["symbol"])


def test_marks_that_would_hide_each_other_stand_apart(roles):
    marks = (Mark("A", "A", "circle", 3.0, "3.0"), Mark("B", "B", "square", 3.01, "3.0"))
    figure = figure_of(dataclasses.replace(roles, rows=(RoleRow("Row", marks),)))
    first, second = figure["data"][1:]
    assert first["y"] != second["y"]
    assert (first["x"], second["x"]) == ([3.0], [3.01])


def _with_tags(part):
    """The description with a tag in each of its texts."""
    if isinstance(part, str):
        return f"<b>{part}</b>"
    if isinstance(part, tuple):
        return tuple(_with_tags(one) for one in part)
    if dataclasses.is_dataclass(part):
        values = {one.name: getattr(part, one.name) for one in dataclasses.fields(part)}
        named = {name: value for name, value in values.items() if name != "shape"}
        return dataclasses.replace(part, **{name: _with_tags(value) for name, value in named.items()})
    return part


def test_no_text_of_any_chart_becomes_a_tag(charts):
    for chart in charts:
        figure = figure_of(_with_tags(chart))
        assert "<b>" not in json.dumps([figure["title"], figure["data"], figure["layout"]])


def test_text_stays_text(dots):
    wrong = dataclasses.replace(dots.rows[0], label="<b>x</b> & <a href='y'>")
    trace = figure_of(dataclasses.replace(dots, rows=(wrong,)))
    assert "<b>" not in json.dumps(trace)
    assert "<a" not in json.dumps(trace)
    assert escaped("a < b & c") == "a &lt; b &amp; c"
    assert told("One", "", "<i>") == "One<br>&lt;i&gt;"


def test_a_municipality_gives_its_own_colour(radar, roles):
    palette = Palette(ours="#003b71")
    assert "#003b71" in json.dumps(figure_of(radar, palette))
    assert "#1f5f4e" not in json.dumps(figure_of(roles, palette))


def test_every_shape_has_a_symbol_and_a_sign():
    assert set(SHAPES) == set(SYMBOLS) == set(SIGNS)
    assert len(set(SYMBOLS.values())) == len(SHAPES)


def test_one_series_needs_no_button(dots):
    assert figure_of(dots)["series"] == []
