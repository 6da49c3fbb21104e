"""What is advised, as the page offers it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import zip_longest

from maturity.advice import advise
from maturity.advice.model import Chosen
from maturity.questionnaire.model import Questionnaire
from maturity.report.context import Context
from maturity.report.model import Advised
from maturity.report.sections.told import told_recommendation
from maturity.report.words import Words
from maturity.store import questionnaires, results
from maturity.store.tables import Assessment
from maturity.web.languages import spoken
from maturity.web.sessions import db

MOST = 8
"""The most recommendations that are offered: the priorities, then the first of each dimension."""


def advised(assessment: Assessment, taken: Collection[str]) -> tuple[Advised, ...]:
    """What is advised and nobody has taken on, most important first; nothing while people answer."""
    if not results.readable(assessment):
        return ()
    context = _context(assessment)
    return tuple(told_recommendation(context, one, reasons=1) for one in _offered(context, taken))


def _offered(context: Context, taken: Collection[str]) -> tuple[Chosen, ...]:
    """The priorities, then turn by turn what each dimension has first, each recommendation once."""
    pages = [page.recommendations for page in context.advice.by_dimension]
    rest = [one for turn in zip_longest(*pages) for one in turn if one is not None]
    once: dict[str, Chosen] = {}
    for one in (*context.advice.priorities, *rest):
        once.setdefault(one.recommendation, one)
    return tuple(one for id_, one in once.items() if id_ not in taken)[:MOST]


def told_of(assessment: Assessment, recommendation: str | None) -> Advised | None:
    """One recommendation as it is advised now; None if it is not."""
    if recommendation is None or not results.readable(assessment):
        return None
    context = _context(assessment)
    everything = (
        one for page in context.advice.by_dimension for one in (*page.recommendations, *page.further)
    )
    found = next((one for one in everything if one.recommendation == recommendation), None)
    return told_recommendation(context, found, reasons=1) if found else None


def about_of(asked: Questionnaire, recommendation: str) -> list[str]:
    """The id of what a recommendation is about; none if there is no such recommendation."""
    return [one.about for one in asked.recommendations if one.id == recommendation]


def _context(assessment: Assessment) -> Context:
    asked = questionnaires.questionnaire_of(assessment, spoken().tag)
    result = results.shown(db, assessment)
    return Context(asked, result, advise(asked, result), Words(asked, spoken()))
