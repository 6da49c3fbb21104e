"""What spreadsheets share: which tables, how precise, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

from maturity.language import rounded_half_up
from maturity.report.context import Context
from maturity.report.formats.bundle import Bundle
from maturity.report.model import Cell, Column, Table
from maturity.report.sections.last_time import last_time_table
from maturity.report.sections.method import settings_table
from maturity.report.sections.numbers import agreed_table
from maturity.report.words import Words

DECIMALS = {"score": 1, "precise": 2, "signed": 2, "share": 2}


def tables_of(bundle: Bundle) -> tuple[Table, ...]:
    """What was decided last time, the report's tables, what the team agreed on, and the settings."""
    context = Context(
        bundle.questionnaire, bundle.result, bundle.advice, Words(bundle.questionnaire, bundle.language)
    )
    agreed = agreed_table(context)
    last = bundle.report.last_time
    return (
        *((last_time_table(context, last),) if last else ()),
        *bundle.report.tables,
        *((agreed,) if agreed.rows else ()),
        settings_table(context),
    )


def rounded(column: Column, value: Cell) -> Cell:
    """A number as precise as the report shows it; anything else as it is."""
    if isinstance(value, float | int) and column.kind in DECIMALS:
        return float(rounded_half_up(float(value), DECIMALS[column.kind]))
    return value


def safe_text(text: str) -> str:
    """Text that a spreadsheet reads as text: a leading =, +, -, @ or control character gets an apostrophe before it."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text
