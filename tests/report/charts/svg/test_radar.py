import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from tests.report.charts.conftest import DIMENSIONS, dots_in, radar_in

from maturity.report.charts.describe import Ring
from maturity.report.charts.svg import Palette, paint

SVG = "{http://www.w3.org/2000/svg}"
OURS = Palette().ours


def drawn(chart, tag):
    return list(ET.fromstring(paint(chart, id_prefix="a")).iter(f"{SVG}{tag}"))


def dots(chart):
    return [node for node in drawn(chart, "circle") if node.attrib["fill"] == OURS]


def lines(chart):
    return [node for node in drawn(chart, "path") if node.attrib.get("stroke") == OURS]


def withheld(chart, *which):
    gone = {"value": None, "low": None, "high": None, "shown": "–", "interval": ""}
    axes = tuple(replace(axis, **gone) if i in which else axis for i, axis in enumerate(chart.axes))
    return replace(chart, axes=axes)


def test_each_level_is_a_ring_at_its_own_distance_from_zero(radar):
    radii = [float(node.attrib["r"]) for node in drawn(radar, "circle") if node.attrib["fill"] == "none"]
    assert [round(radius / radii[0], 2) for radius in radii] == [1, 2, 3, 4, 5]


def test_a_scale_from_zero_begins_in_the_middle(radar):
    levels = tuple(Ring(at, str(at), str(at)) for at in range(4))
    chart = replace(radar, rings=levels, scale_from=0, scale_to=3)
    radii = [float(node.attrib["r"]) for node in drawn(chart, "circle") if node.attrib["fill"] == "none"]
    assert radii[0] == 0
    assert chart.centre == 0


def test_a_scale_that_begins_below_zero_has_its_beginning_in_the_middle(radar):
    assert replace(radar, scale_from=-2).centre == -2


def test_each_value_is_a_dot_and_the_key_shows_one_more(radar):
    assert len(dots(radar)) == 6


def test_a_withheld_value_is_not_drawn_and_breaks_the_line(radar):
    chart = withheld(radar, 1)
    assert len(dots(chart)) == 5
    assert len(lines(chart)) == 1
    assert lines(chart)[0].attrib["d"].count("L") == 3


def test_two_withheld_values_leave_two_lines(radar):
    assert len(lines(withheld(radar, 0, 2))) == 2


def test_there_is_no_surface_where_a_value_is_withheld(radar):
    def fills(chart):
        return [node for node in drawn(chart, "path") if node.attrib["fill"] != "none"]

    assert len(fills(radar)) == 1
    assert not fills(withheld(radar, 3))


def test_a_withheld_axis_says_so_beside_its_label(radar):
    assert "–" in [node.text for node in drawn(withheld(radar, 2), "text")]


def test_when_everything_is_withheld_only_the_net_is_drawn(radar):
    chart = withheld(radar, *range(5))
    assert not dots(chart)
    assert not drawn(chart, "path")


def test_earlier_values_are_dashed_and_named(radar, radar_before):
    def dashed(chart):
        return [node for node in drawn(chart, "path") if "stroke-dasharray" in node.attrib]

    assert not dashed(radar)
    assert len(dashed(radar_before)) == 1
    assert "Hösten 2024" in [node.text for node in drawn(radar_before, "text")]


def test_an_interval_that_is_not_known_has_no_whisker(radar):
    axes = tuple(replace(axis, low=None, high=None, interval="") for axis in radar.axes)
    whiskers = [node for node in drawn(replace(radar, axes=axes), "line") if node.attrib["stroke"] == OURS]
    assert not whiskers


def test_every_value_and_interval_stands_beside_its_label(radar):
    texts = [node.text for node in drawn(radar, "text")]
    for axis in radar.axes:
        assert axis.shown in texts
        assert axis.interval in texts


@pytest.mark.parametrize("tag", DIMENSIONS)
@pytest.mark.parametrize("make", [radar_in, dots_in])
def test_on_a_telephone_no_word_of_a_label_is_cut(make, tag):
    nodes = ET.fromstring(paint(make(tag), id_prefix="a", width=360)).iter(f"{SVG}text")
    shown = {word for node in nodes for word in (node.text or "").replace("-", "- ").split()}
    words = {word for name in DIMENSIONS[tag] for word in name.replace("-", "- ").split()}
    assert words <= shown


def test_a_word_that_no_telephone_has_room_for_is_cut_rather_than_the_net_lost(radar):
    long = replace(radar, axes=(radar.axes[0], replace(radar.axes[1], label="o" * 60), *radar.axes[2:]))
    rings = ET.fromstring(paint(long, id_prefix="a", width=360)).iter(f"{SVG}circle")
    assert max(float(node.attrib["r"]) for node in rings) == 45
