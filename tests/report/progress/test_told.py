"""Sentences say no more than the parts of their difference, and as much as the chart beside them."""

from dataclasses import replace

import pytest

from maturity.comparison.progress.model import Parts

from .conftest import bundle, example


def report_of(before: float, after: float, parts: Parts, moved: str):
    """The example's report with this first dimension since last time."""
    found = example().progress
    first, *rest = found.latest.dimensions
    change = replace(first.change, before=before, after=after, p=0.4, p_holm=0.9, detectable=0.9)
    first = replace(first, change=replace(change, reliable=False), parts=parts, moved=moved)
    latest = replace(found.latest, dimensions=(first, *rest))
    return bundle(replace(found, latest=latest, whole=None)).report


@pytest.mark.parametrize(
    ("parts", "moved", "verdict", "front", "where"),
    [
        (Parts(0.02, 0.18, 0), "unclear", "who answered, not you", "answered, not from a change in ", "It comes from"),
        (Parts(-0.1, 0.3, 0), "unclear", "who answered, not you", "answered, not from a change in ", "It comes from"),
        (Parts(0.09, 0.11, 0), "unclear", "partly who answered", "partly from who answered.", "The largest part comes"),
        (Parts(0.45, 0.15, 0), "others-answered", "partly who answered", "partly from who answered.", "Of this, +0.45"),
    ],
)  # fmt: skip
def test_a_difference_that_is_partly_yours_is_not_said_to_be_others(parts, moved, verdict, front, where):
    report = report_of(2.5, 2.5 + parts.total, parts, moved)
    told = report.latest.told[0]
    assert told.verdict == verdict
    assert front in report.front.finding
    assert told.where.startswith(where)


@pytest.mark.parametrize("who", [0.0, 0.1])
def test_the_part_of_the_questionnaire_is_told_where_there_is_one(who):
    report = report_of(2.5, 3.1, Parts(0.1, who, 0.5 - who), "questionnaire")
    assert report.latest.told[0].where.endswith(f"and +{0.5 - who:.2f} from the questionnaire.")


def test_a_difference_that_the_chart_shows_is_told():
    """2.957 and 3.012 both read as 3.0, and their difference as 0.1."""
    shown = report_of(2.957, 3.012, Parts(0.055, 0, 0), "unclear").latest
    assert shown.chart.rows[0].change == "+0.1"
    assert "risen by 0.06, from 2.96 to 3.01" in shown.told[0].sentence
    alike = report_of(2.957, 2.997, Parts(0.04, 0, 0), "unclear").latest
    assert alike.told[0].sentence.endswith("stands where it stood, at 3.0.")
