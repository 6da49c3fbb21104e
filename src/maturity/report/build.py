"""From a result and its advice to a report in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from maturity.advice.model import Advice
from maturity.language import Language
from maturity.questionnaire.model import Questionnaire
from maturity.report.context import Context
from maturity.report.model import Before, Report, Taken
from maturity.report.sections.differences import make_differences
from maturity.report.sections.dimension import make_dimensions
from maturity.report.sections.front import make_front
from maturity.report.sections.last_time import make_last_time
from maturity.report.sections.method import make_method
from maturity.report.sections.numbers import make_tables
from maturity.report.sections.plan import make_plan, make_proposals
from maturity.report.sections.profile import make_profile
from maturity.report.sections.sources import make_sources
from maturity.report.sections.told import told_pattern
from maturity.report.words import Words
from maturity.scoring.result import Result

PATTERNS = 3
"""The most patterns that a report tells: more would hide them from each other."""


def build_report(
    questionnaire: Questionnaire,
    result: Result,
    advice: Advice,
    language: Language,
    actions: tuple[Taken, ...] = (),
    before: Before | None = None,
    *,
    closed: bool = False,
) -> Report:
    """A report of one result.

    `questionnaire` is in the report's language (as far as it is translated) and in the result's version. A result that
    is withheld gives a report that says so, and holds nothing else about the answers. `actions` are what the team took
    on: they stand in the plan. With `before` the report begins with what was decided after the round before. Nobody can
    be invited any more where answering is `closed`.
    """
    context = Context(questionnaire, result, advice, Words(questionnaire, language))
    shown = not result.withheld
    differences = make_differences(context) if shown else None
    dimensions = make_dimensions(context) if shown else ()
    patterns = (
        tuple(told_pattern(context, matched) for matched in advice.patterns[:PATTERNS]) if shown else ()
    )
    draft = Report(
        language=language.tag,
        title=language.say(
            "{title}: {organisation}", title=questionnaire.title, organisation=result.organisation
        ),
        levels=len(questionnaire.levels),
        front=make_front(context, ()),
        profile=make_profile(context) if shown else None,
        differences=differences,
        dimensions=dimensions,
        patterns=patterns,
        plan=make_plan(context, actions) if shown else (),
        proposals=make_proposals(context, actions, before) if shown else (),
        method=make_method(context),
        tables=make_tables(context) if shown else (),
        sources=(),
        last_time=make_last_time(context, before) if shown else None,
        too_few="" if shown else _too_few(language, closed=closed),
    )
    whole = replace(draft, sources=make_sources(context, _told(draft)))
    return replace(whole, front=replace(whole.front, contents=_contents(whole, language)))


def _contents(report: Report, language: Language) -> tuple[tuple[str, str], ...]:
    """The sections that are there, in reading order: anchor and title."""
    say = language.say
    sections = (
        (report.last_time, "last-time", say("What you decided last time")),
        (report.profile, "profile", say("The profile")),
        (report.differences, "differences", say("Where you see it differently")),
        (report.patterns, "patterns", say("Patterns across dimensions")),
        (report.dimensions, "dimensions", say("Dimension by dimension")),
        (report.plan, "plan", say("Your plan")),
        (report.method, "method", say("How it was computed")),
        (report.tables, "numbers", say("The numbers")),
        (report.sources, "sources", say("Sources")),
    )
    return tuple((anchor, title) for there, anchor, title in sections if there)


def _too_few(language: Language, *, closed: bool) -> str:
    """What those can do who want to see more."""
    if closed:
        return language.say(
            "Nothing about their answers is shown, so that nobody can be recognised. Answering is closed: a new "
            "round, to which more people are invited, can give a result."
        )
    return language.say(
        "Nothing about their answers is shown, so that nobody can be recognised. Invite more people and make the "
        "report again."
    )


def _told(report: Report) -> Iterator[str]:
    """The ids of the cases that are told anywhere in the report."""
    for page in report.dimensions:
        yield from (case.id for case in page.cases)
