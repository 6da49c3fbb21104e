"""A page to fill in: from recommendations to who does what by when."""

from __future__ import annotations

from maturity.report.context import Context
from maturity.report.model import PlanLine, Taken
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


def plan_line(context: Context, action: Taken) -> PlanLine:
    """An action that was taken on, on one line."""
    words = context.words
    overdue = words.say("overdue") if action.overdue else ""
    return PlanLine(
        action.title,
        action.first_step,
        action.owner,
        due=words.language.date(action.due) if action.due else "",
        status=" · ".join(part for part in (action.status, overdue) if part),
        note=action.note,
        measure=action.measure,
    )
