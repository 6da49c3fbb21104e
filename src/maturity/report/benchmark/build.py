"""From a benchmark to its report in one language."""

from __future__ import annotations

from maturity.comparison.benchmark.model import Benchmark
from maturity.language import Language
from maturity.questionnaire.model import Questionnaire
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.model import BenchmarkReport
from maturity.report.benchmark.sections.drivers import make_drivers
from maturity.report.benchmark.sections.front import make_front, title
from maturity.report.benchmark.sections.lessons import make_lessons
from maturity.report.benchmark.sections.method import (
    left_out_table,
    make_limits,
    make_method,
    make_prints,
    settings_table,
)
from maturity.report.benchmark.sections.numbers import make_row_tables, make_tables
from maturity.report.benchmark.sections.profile import box_chart, make_profile
from maturity.report.benchmark.sections.rows import MOST, make_rows
from maturity.report.charts.describe import BoxChart
from maturity.report.words import Words


def build_benchmark(
    questionnaire: Questionnaire, benchmark: Benchmark, language: Language, name: str | None = None
) -> BenchmarkReport:
    """The report of a benchmark. `questionnaire` is in the report's language; `name` is what the group is
    called. One that is withheld says so, and holds nothing else."""
    context = Context(questionnaire, benchmark, Words(questionnaire, language), name)
    shown = benchmark.withheld is None
    front = make_front(context, _contents(context, shown))
    return BenchmarkReport(
        language=language.tag,
        title=language.say("{title}: {organisation}", title=title(context), organisation=front.organisation),
        date=benchmark.newest,
        levels=len(questionnaire.levels),
        front=front,
        withheld=None if shown else _withheld(context),
        profile=make_profile(context) if shown else None,
        lessons=make_lessons(context) if shown else None,
        rows=make_rows(context) if shown and not context.for_client else None,
        drivers=make_drivers(context) if shown else None,
        items=_items(context) if shown else (),
        method=make_method(context),
        limits=make_limits(context),
        left_out=left_out_table(context),
        settings=settings_table(context),
        prints=make_prints(context),
        tables=make_tables(context) if shown else (),
        row_tables=make_row_tables(context) if shown else (),
        print_rows=len(benchmark.rows) <= MOST,
    )


def _contents(context: Context, shown: bool) -> tuple[tuple[str, str], ...]:
    say = context.words.say
    method = (("method", say("How it was computed")),)
    if not shown:
        return method
    middle = (
        (("lessons", say("What you can give, and what you can learn")),)
        if context.for_client
        else (("rows", say("One by one")),)
    )
    return (
        ("profile", say("The profile")),
        *middle,
        ("drivers", say("What makes the difference")),
        ("items", say("Item by item")),
        *method,
        ("numbers", say("The numbers")),
    )


def _withheld(context: Context) -> str:
    say, found = context.words.say, context.benchmark
    if found.withheld == "rest":
        return say(
            "Those who were not chosen are so few that they could be found by comparing with everybody. "
            "Choose more, or fewer."
        )
    one_more = bool(found.hidden_left_out) and not context.for_client  # the reader may be one of them
    return say(
        "There are too few organisations for a comparison: {threshold} are needed who do not have to be "
        "told apart.",
        threshold=found.threshold + one_more,
    )


def _items(context: Context) -> tuple[tuple[str, BoxChart], ...]:
    found = {one.id: one for one in context.benchmark.items}
    head = context.words.say("Item")
    return tuple(
        (f"items-{leaf.id}", box_chart(context, standings, leaf.title, head))
        for leaf in context.questionnaire.leaves
        if (standings := tuple(found[item.id] for item in leaf.items if item.id in found))
    )
