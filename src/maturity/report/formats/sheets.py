"""What a workbook holds beside the report's tables: what it is about, the one number, the advice, the sources.

A spreadsheet often travels alone. So it says for itself what was asked of whom and when, what the numbers can
be traced to (versions and hashes), and what was advised, in the words of the report.
"""

from __future__ import annotations

from maturity.report.context import Context
from maturity.report.formats.bundle import Bundle
from maturity.report.formats.cells import tables_of
from maturity.report.formats.told_sheets import advice_sheet, plan_sheet, sources_sheet
from maturity.report.model import Cell, Column, Report, Table
from maturity.report.words import AGGREGATIONS, Words


def sheets_of(bundle: Bundle) -> tuple[Table, ...]:
    """Every sheet in order; those with nothing to say are left out."""
    words = Words(bundle.questionnaire, bundle.language)
    context = Context(bundle.questionnaire, bundle.result, bundle.advice, words)
    numbers = (_about(bundle.report, words), _overall(context), *tables_of(bundle))
    told = (advice_sheet(context), plan_sheet(bundle.report, words), sources_sheet(bundle.report, words))
    return tuple(sheet for sheet in (*numbers, *told) if sheet.rows)


def _about(report: Report, words: Words) -> Table:
    """What this is, who answered, and what identifies the questionnaire and the answers."""
    front, say = report.front, words.say
    facts = (
        (say("Organisation"), front.organisation),
        (say("Date"), front.when),
        (say("Title"), front.questionnaire),
        (say("Note"), front.note or ""),
        (say("Please note"), front.notice or ""),
        (say("Who answered"), front.answered),
        *((line.name, f"{line.n} · {line.remark}" if line.remark else str(line.n)) for line in front.roles),
        (say("What is not shown"), front.protection),
        *report.method.prints,
    )
    rows = tuple((name, value) for name, value in facts if value)
    return Table("about", say("About this report"), (Column(say("What")), Column(say("Value"))), rows)


def _overall(context: Context) -> Table:
    """The one number with its interval, and what it would be by other rules."""
    found, say = context.result.overall, context.words.say
    rows: list[tuple[Cell, ...]] = []
    if found is not None:
        low, high = (found.interval.low, found.interval.high) if found.interval else (None, None)
        by = say(AGGREGATIONS[found.aggregation])
        rows = [
            (say("Overall number ({method})", method=by), found.score, low, high),
            (say("Arithmetic mean"), found.arithmetic, None, None),
            (say("Geometric mean"), found.geometric, None, None),
            (say("Lowest dimension"), found.minimum, None, None),
            (say("With other weights"), None, found.weight_low, found.weight_high),
        ]
    columns = (
        Column(say("What")),
        Column(say("Score"), "score"),
        Column(say("From"), "score"),
        Column(say("To"), "score"),
    )
    note = say("The number hides what the profile shows.") if rows else None
    return Table("overall", say("Overall number"), columns, tuple(rows), note)
