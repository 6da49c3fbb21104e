"""What an operation refused, in the reader's language: at a form, or on the next page."""

from __future__ import annotations

from flask import flash

from maturity.problems import Problems
from maturity.web.languages import spoken


def told(found: Problems) -> list[str]:
    """Each problem in a sentence."""
    return [spoken().say(problem.message, **problem.values) for problem in found.problems]


def flash_told(found: Problems) -> None:
    """Show each on the next page that is made."""
    for text in told(found):
        flash(text, "error")
