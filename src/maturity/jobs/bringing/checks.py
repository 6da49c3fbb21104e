"""What is checked of a result before it may be taken in: that it fits into the store, that it can stand beside
others, and whether anything about it is odd."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from maturity.comparison.benchmark import tabulate
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result
from maturity.store.assessments import LEAST_THRESHOLD

LONGEST_NAME, LONGEST_CODE = 300, 40
"""As `maturity.store.tables.Organisation` keeps them."""
MOST_PEOPLE = 2_000_000_000
"""Inhabitants that every database can keep."""
SHOWN = 60
"""Characters that are shown of what is too long."""


def unkeepable(result: Result, file: str) -> list[Problem]:
    """What of a result does not fit into the store."""
    texts = ((result.organisation, LONGEST_NAME), (result.code or "", LONGEST_CODE))
    found = [_too_long(text, most, file) for text, most in texts if len(text) > most]
    if (result.population or 0) > MOST_PEOPLE:
        message = N_("{value} is not a number of inhabitants")
        found.append(Problem(message, {"value": result.population}, file))
    return found


def _too_long(text: str, most: int, file: str) -> Problem:
    message = N_("“{value}” is longer than {most} characters")
    return Problem(message, {"value": f"{text[:SHOWN]}…", "most": most}, file)


def check_result(asked: Questionnaire, result: Result, file: str) -> None:
    """Raise Problems if a result from elsewhere does not fit, protects people less than is done here, or has a
    score that no answers can have: it would stand in the way of every benchmark."""
    tabulate(asked, [result])
    problems = unkeepable(result, file)
    if result.threshold < LEAST_THRESHOLD:
        message = N_(
            "A number in this file may stand on {found} answers; here it takes at least {least} people"
        )
        problems.append(Problem(message, {"found": result.threshold, "least": LEAST_THRESHOLD}, file))
    if problems:
        raise Problems(problems)


def oddities(result: Result, today: datetime.date, file: str) -> Iterable[Problem]:
    """What is worth a look, although the file can be taken in."""
    if result.withheld:
        message = N_(
            "Only {count} people answered, and it takes {least}: no number of this round may be shown"
        )
        values: dict[str, object] = {"count": result.respondents, "least": result.threshold}
        yield Problem(message, values, file, severity="warning")
    if result.date > today.isoformat():
        message = N_("The date {date} lies ahead")
        yield Problem(message, {"date": result.date}, file, severity="warning")
    if not result.country:
        message = N_(
            "The country is missing: peers cannot be chosen by it, and a code alone may mean two places"
        )
        yield Problem(message, {}, file, severity="warning")
