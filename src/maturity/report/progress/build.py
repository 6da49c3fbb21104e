"""From progress to a report in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maturity.comparison.progress.model import Progress
from maturity.language import Language
from maturity.questionnaire.model import Questionnaire
from maturity.report.progress.context import Context
from maturity.report.progress.model import ProgressReport
from maturity.report.progress.sections.ahead import make_targets, make_versions
from maturity.report.progress.sections.front import make_front
from maturity.report.progress.sections.loop import make_continued, make_decided, make_loop
from maturity.report.progress.sections.method import make_limits, make_method, settings_table
from maturity.report.progress.sections.moved import make_since
from maturity.report.progress.sections.numbers import make_receipts, make_tables
from maturity.report.progress.sections.over_time import make_radar, make_roles, make_trends
from maturity.report.words import Words


def build_progress(
    questionnaire: Questionnaire,
    progress: Progress,
    language: Language,
    earlier: Iterable[Questionnaire] = (),
) -> ProgressReport:
    """The report of one organisation's progress.

    `questionnaire` is the latest round's, in the report's language as far as it is translated; `earlier` are
    those of the rounds before, likewise.
    """
    context = Context(questionnaire, progress, Words(questionnaire, language), tuple(earlier))
    say = language.say
    trends = make_trends(context)
    roles = make_roles(context)
    return ProgressReport(
        language=language.tag,
        title=say("{title}: {organisation}", title=say("Progress"), organisation=context.now.organisation),
        levels=len(questionnaire.levels),
        front=make_front(context, tuple(_contents(context, trends is not None, bool(roles)))),
        loop=make_loop(context),
        decided=make_decided(context),
        continued=make_continued(context),
        latest=make_since(context, progress.latest, "latest"),
        whole=make_since(context, progress.whole, "whole"),
        radar=make_radar(context),
        trends=trends,
        roles=roles,
        targets=make_targets(context),
        versions=make_versions(context),
        method=make_method(context),
        limits=make_limits(context),
        settings=settings_table(context),
        tables=make_tables(context),
        receipts=make_receipts(context),
    )


def _contents(context: Context, trends: bool, roles: bool) -> Iterator[tuple[str, str]]:
    """The sections that this report has."""
    say, progress = context.words.say, context.progress
    if progress.followed:
        yield "loop", say("What you decided before")
    for anchor, one in (("latest", progress.latest), ("whole", progress.whole)):
        if one is not None:
            yield anchor, say("Since {round}", round=context.name_of(one.before))
    if trends:
        yield "time", say("Over time")
    if roles:
        yield "roles", say("Role by role")
    if progress.towards:
        yield "targets", say("Targets")
    if progress.decided or progress.continued:
        yield "decided", say("What you have decided now")
    yield "method", say("How it was computed")
    if progress.latest:
        yield "numbers", say("The numbers")
