"""What trends and changes show on screen, and what they leave out."""

from __future__ import annotations

from dataclasses import replace

from maturity.report.charts.describe import ChangeRow, TrendPoint
from maturity.report.charts.plotly import figure_of

from ..conftest import changes_in, trends_in


def traces(figure, name):
    """The traces of a series."""
    return [
        figure["data"][place] for one in figure["series"] if one["name"] == name for place in one["traces"]
    ]


def test_a_gap_and_a_break_interrupt_the_line():
    chart = trends_in("sv", 5)
    line = traces(figure_of(chart), chart.heads[2])[0]
    first, _, *rest = chart.panels[0].points
    assert line["y"] == [first.value, None, None, *(point.value for point in rest)]
    assert line["connectgaps"] is False
    assert len(line["x"]) == len(line["y"]) == len(line["hovertext"])


def test_intervals_go_from_low_to_high():
    chart = trends_in("sv")
    whiskers = traces(figure_of(chart), chart.heads[3])[0]
    there = [point for point in chart.panels[0].points if point.value is not None]
    ends = zip(whiskers["y"], whiskers["error_y"]["arrayminus"], whiskers["error_y"]["array"], strict=True)
    found = [(round(value - below, 6), round(value + above, 6)) for value, below, above in ends]
    assert found == [(round(point.low, 6), round(point.high, 6)) for point in there]


def test_each_panel_has_axes_of_its_own_on_the_same_scale():
    chart = trends_in("sv")
    layout = figure_of(chart)["layout"]
    axes = [layout[name] for name in layout if name.startswith("yaxis")]
    assert len(axes) == len(chart.panels)
    assert len({tuple(axis["range"]) for axis in axes}) == 1
    assert all(0 <= low < high <= 1 for low, high in (axis["domain"] for axis in axes))


def test_more_than_six_panels_stand_in_two_columns():
    chart = trends_in("sv")
    many = replace(chart, panels=chart.panels * 2)
    starts = lambda figure: {  # noqa: E731
        axis["domain"][0] for name, axis in figure["layout"].items() if name.startswith("xaxis")
    }
    assert len(starts(figure_of(chart))) == 1
    assert len(starts(figure_of(many))) == 2


def test_a_mark_stands_in_every_panel_and_one_outside_the_rounds_in_none():
    chart = trends_in("sv")
    first, second = chart.marks
    figure = figure_of(replace(chart, marks=(first, replace(second, at=1990.0))))
    lines = traces(figure, first.text)
    assert [line["x"] for line in lines] == [[first.at, first.at]] * len(chart.panels)
    assert traces(figure, second.text) == []


def test_a_break_is_explained_only_where_there_is_one():
    whole = trends_in("sv", 2)
    assert traces(figure_of(whole), whole.break_label) == []
    broken = trends_in("sv", 3)
    assert len(traces(figure_of(broken), broken.break_label)) == len(broken.panels)


def test_times_that_would_touch_are_left_out_but_never_the_first_or_last():
    chart = trends_in("sv")
    points = tuple(TrendPoint(2000 + at / 12, f"m{at}", 3.0, None, None, "3,0") for at in range(40))
    crowded = replace(chart, panels=(replace(chart.panels[0], points=points),))
    ticks = figure_of(crowded)["layout"]["xaxis"]["ticktext"]
    assert (ticks[0], ticks[-1]) == ("m0", "m39")
    assert 3 <= len(ticks) <= 7


def test_one_round_and_none_are_figures_too():
    assert figure_of(trends_in("sv", 1))["data"]
    assert figure_of(replace(trends_in("sv"), panels=()))["data"] == []


def test_a_change_that_is_one_has_a_whole_arrow_and_another_is_dashed():
    chart = changes_in("sv")
    figure = figure_of(chart)
    (firm,), (loose,) = traces(figure, chart.firm_label), traces(figure, chart.loose_label)
    assert "dash" not in firm["line"]
    assert "dash" in loose["line"]
    assert firm["x"] == [2.5, 3.4, None]
    assert firm["line"]["width"] > loose["line"]["width"]


def test_what_was_missing_has_no_mark():
    chart = changes_in("sv")
    figure = figure_of(chart)
    (before,), (after,) = traces(figure, chart.heads[1]), traces(figure, chart.heads[2])
    assert len(before["x"]) == 4
    assert len(after["x"]) == 5
    empty = replace(chart, rows=(ChangeRow("Anhöriga", None, None, "–", "–", "–"),))
    assert figure_of(empty)["data"] == []


def test_a_short_way_has_no_arrowhead():
    chart = changes_in("sv")
    row = replace(chart.rows[0], before=3.0, after=3.1)
    sizes = figure_of(replace(chart, rows=(row,)))["data"][0]["marker"]["size"]
    assert set(sizes) == {0}


def test_the_pointer_says_everything_about_a_change():
    chart = changes_in("sv")
    (after,) = traces(figure_of(chart), chart.heads[2])
    for words in ("Politiskt ägarskap", "Våren 2022: 2,5", "Förändring: +1,0", "har stigit"):
        assert words in after["hovertext"][0]
