"""Small profiles of several organisations beside each other, each against the same median and middle half.

They are drawn from the rows that a group's benchmark shows, so that nobody is in them who is not shown there.
"""

from __future__ import annotations

from collections.abc import Collection

from maturity.comparison.benchmark.model import Benchmark, Row, Standing
from maturity.report.benchmark.context import Context, ends
from maturity.report.charts.describe import Axis, RadarChart

MOST = 12
"""The most profiles at once: more cannot be kept apart."""


def make_multiples(context: Context, codes: Collection[str]) -> tuple[RadarChart, ...]:
    """A profile for each row with one of these codes, in the benchmark's order; none with fewer than three
    dimensions, which make no surface."""
    if len(context.benchmark.top) < 3:
        return ()
    chosen = [row for row in context.benchmark.rows if row.code in codes]
    return tuple(_radar(context, row) for row in chosen[:MOST])


def _radar(context: Context, row: Row) -> RadarChart:
    words, tops, say = context.words, context.tops, context.words.say
    label = context.row_name(row)
    bands = tuple(ends(one.middle) for one in tops)
    targets = tuple(one.target for one in tops)
    aimed = any(target is not None for target in targets)
    return RadarChart(
        title=label,
        description=say(
            "The scores of one organisation as a line, the median of the group as a dashed line, its middle "
            "half as a band."
        ),
        axes=tuple(_axis(context, one, row) for one in tops),
        rings=context.rings,
        scale_from=context.scale[0],
        scale_to=context.scale[1],
        heads=(say("Dimension"), label, say("Interval")),
        compare=tuple(one.median for one in tops),
        compare_shown=tuple(words.score(one.median) for one in tops),
        compare_label=say("Median"),
        band=bands if any(bands) else None,
        band_shown=tuple(context.middle(one) for one in tops) if any(bands) else (),
        band_label=say("Middle half") if any(bands) else None,
        target=targets if aimed else None,
        target_shown=tuple(words.score(target) for target in targets) if aimed else (),
        target_label=say("Target") if aimed else None,
    )


def _axis(context: Context, one: Standing, row: Row) -> Axis:
    value = row.dimensions[_places(context.benchmark)[one.id]]
    name, code = context.words.name(one.id), context.questionnaire.nodes[one.id].code
    return Axis(name, code or "", value, None, None, context.words.score(value))


def _places(benchmark: Benchmark) -> dict[str, int]:
    return {one.id: at for at, one in enumerate(benchmark.dimensions)}
