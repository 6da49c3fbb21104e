"""From recommendations to who does what by when: a page to fill in, and what a council is asked to decide."""

from __future__ import annotations

import datetime

from maturity.language import Language
from maturity.report.context import Context
from maturity.report.model import Before, PlanLine, Taken
from maturity.report.sections.told import told_recommendation

EMPTY = 3
"""Empty lines for what the team adds to what is advised."""
LEAST = 5
"""The fewest lines of a plan, so that a team that has decided on little has room to write."""


def make_plan(context: Context, actions: tuple[Taken, ...] = ()) -> tuple[PlanLine, ...]:
    """A line for each action that was taken on; if there is none yet, for each priority; and empty ones."""
    if actions:
        empty = max(LEAST - len(actions), 1)
        return (*(plan_line(context, action) for action in actions), *(PlanLine("", "", ""),) * empty)
    told = [told_recommendation(context, chosen) for chosen in context.advice.priorities]
    return (
        *(PlanLine(one.title, one.first_step, one.actors) for one in told),
        *(PlanLine("", "", "") for _ in range(EMPTY)),
    )


def make_proposals(
    context: Context, actions: tuple[Taken, ...], before: Before | None
) -> tuple[tuple[str, str], ...]:
    """What is proposed, each with its first step: the actions that were taken on and are not finished; if none was
    taken on yet, the priorities. What goes on with something that was decided before says so."""
    language = context.words.language
    if actions:
        return tuple(
            (proposal(language, one.title, one.owner, one.due, carried=one.carried), "")
            for one in actions
            if not one.finished
        )
    known = {one.recommendation for one in before.actions if not one.finished} if before else set()
    return tuple(
        (proposal(language, told.title, carried=chosen.recommendation in known), told.first_step)
        for chosen in context.advice.priorities
        for told in [told_recommendation(context, chosen)]
    )


def proposal(
    language: Language,
    title: str,
    owner: str | None = None,
    due: datetime.date | None = None,
    *,
    carried: bool = False,
) -> str:
    """What is to be done, by whom and when."""
    told = language.say("Go on with: {action}", action=title) if carried else title
    by = language.say("Responsible: {owner}.", owner=owner) if owner else ""
    when = language.say("Done by {date}.", date=language.date(due)) if due else ""
    return " ".join(part for part in (f"{told.rstrip('.')}.", by, when) if part)


def plan_line(context: Context, action: Taken) -> PlanLine:
    """An action that was taken on, on one line."""
    words = context.words
    return PlanLine(
        action.title,
        action.first_step,
        action.owner,
        due=words.language.date(action.due) if action.due else "",
        status=words.status(action.status, overdue=action.overdue),
        note=action.note,
        measure=action.measure,
    )
