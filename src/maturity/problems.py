"""A problem in what someone gave us: where it stands, what is wrong, and what would be right.

Messages are catalogue texts (English is the key) with `{names}`; `values` holds what stands in them. They are put into
the reader's language at the outermost room (`maturity.language.explain`), never here.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. `place` is what stands before the message: `file:line:column`, a cell, or a field."""

    message: str
    values: dict[str, object] = field(default_factory=dict)
    file: str = ""
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    severity: Literal["error", "warning"] = "error"
    about: str = ""
    """The field or fact of what was given, such as `code`. A form that has it shows the problem there."""

    @property
    def place(self) -> str:
        """`file:line:column`, or `file:cell`, with what is known."""
        if self.cell is not None:
            return f"{self.file}:{self.cell}" if self.file else self.cell
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part not in (None, ""))


class Problems(Exception):  # noqa: N818 - the word of the house
    """Everything that is wrong with an input, all at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.place}: {p.message} {p.values}" for p in self.problems[:20]))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that a misspelt one was probably meant to be."""
    found = difflib.get_close_matches(str(word), [str(k) for k in known], n=1, cutoff=0.6)
    return found[0] if found else None


def N_(message: str) -> str:  # noqa: N802 - the gettext convention for marking a text that is translated later
    """Mark a text for the catalogue; it is translated where it is shown."""
    return message
