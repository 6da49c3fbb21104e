"""What was answered: one assessment, read from YAML, JSON, CSV or XLSX into plain frozen data.

`read` and `write` go through one table of formats by file ending. What a format needs is imported when it is
used.
"""

from __future__ import annotations

from maturity.answers.fingerprint import fingerprint
from maturity.answers.lexicon import Lexicon
from maturity.answers.model import Agreed, Answer, Assessment, Organisation, Respondent, State
from maturity.answers.reading import Reading, read, read_several, read_with_warnings
from maturity.answers.template import template
from maturity.answers.writing import write

__all__ = [
    "Agreed",
    "Answer",
    "Assessment",
    "Lexicon",
    "Organisation",
    "Reading",
    "Respondent",
    "State",
    "fingerprint",
    "read",
    "read_several",
    "read_with_warnings",
    "template",
    "write",
]
