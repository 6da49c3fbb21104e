"""What was decided last time and what became of it: before anything new is said, and without claiming that it
worked."""

from __future__ import annotations

from maturity.report.context import Context
from maturity.report.model import Before, Column, LastTime, Table
from maturity.report.sections.plan import plan_line


def make_last_time(context: Context, before: Before | None) -> LastTime | None:
    """The section; None if there was no round before, or nothing was decided after it."""
    if before is None or not before.actions:
        return None
    words = context.words
    return LastTime(
        lead=words.plural(
            "After {round} you decided on {count} action. This is where it stands on {date}.",
            "After {round} you decided on {count} actions. This is where they stand on {date}.",
            len(before.actions),
            round=before.round,
            date=words.language.date(before.day),
        ),
        lines=tuple(plan_line(context, action) for action in before.actions),
        caution=words.say(
            "That a score has moved since then is no proof that it moved because of this. What moved, whether "
            "it is more than chance, and where it comes from stands in the report about progress."
        ),
    )


def last_time_table(context: Context, found: LastTime) -> Table:
    """The same for spreadsheets."""
    say = context.words.say
    heads = (say("Action"), say("Owner"), say("By when"), say("Status"), say("Measure"), say("Note"))
    rows = tuple(
        (line.action, line.actors, line.due, line.status, line.measure, line.note) for line in found.lines
    )
    title = say("What you decided last time")
    return Table("last-time", title, tuple(map(Column, heads)), rows, found.caution)
