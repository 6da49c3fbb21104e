"""Every kind of chart can be drawn, shown on screen, and read as a table."""

from __future__ import annotations

from typing import get_args

import pytest

from maturity.report.charts import plotly, svg, table
from maturity.report.charts.describe import Chart

KINDS = set(get_args(Chart))


@pytest.mark.parametrize("table_of_kinds", [svg.PAINTERS, plotly.PAINTERS, table.TABLES])
def test_every_kind_is_there(table_of_kinds):
    assert set(table_of_kinds) == KINDS


def test_the_charts_of_these_tests_are_of_every_kind(charts):
    assert {type(chart) for chart in charts} == KINDS
