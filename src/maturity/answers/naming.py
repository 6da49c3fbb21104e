"""Which questionnaire a file of answers is to: found before it is read, as that is what it is read by."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath

from maturity.answers.words import FACTS
from maturity.answers.xlsxfile import check_zip

BEGINNING = 20_000
"""Bytes of a file beyond which nobody names the questionnaire."""
ROWS, SHEETS = 12, 3


def _fact(fact: str, value: str) -> re.Pattern[str]:
    words = "|".join({word for words in FACTS[fact].values() for word in words})
    return re.compile(
        rf"""^[^\S\n]*[{{"']*(?:{words})["']?\s*[:;,\t]\s*["']?({value})""", re.MULTILINE | re.IGNORECASE
    )


_QUESTIONNAIRE = _fact("questionnaire", "[a-z][a-z0-9-]*")
_VERSION = _fact("version", r"\d+(?:\.\d+)+")


@dataclass(frozen=True, slots=True)
class Named:
    """What a file says at its beginning; None: it does not say."""

    questionnaire: str | None
    """The questionnaire's id."""
    version: str | None


def named_in(data: bytes, name: str) -> Named:
    """The questionnaire and the version that a file of answers names. `name` is the file's."""
    if name.lower().endswith(".xlsx"):
        beginning = _beginning_of_workbook(data)
    else:
        beginning = data[:BEGINNING].decode("utf-8", "replace").lstrip("\ufeff")
    asked, version = _QUESTIONNAIRE.search(beginning), _VERSION.search(beginning)
    return Named(asked[1] if asked else None, version[1] if version else None)


def may_hold_answers(data: bytes, name: str) -> bool:
    """Whether a file in a folder is worth reading: of YAML only what has respondents, as lists of actions and
    questionnaires are YAML too."""
    return not name.lower().endswith((".yaml", ".yml")) or b"respondents:" in data


def is_hidden(name: str) -> bool:
    """Whether a file is one that systems leave in folders: nobody means those. `name` is its path in the folder."""
    parts = PurePosixPath(name).parts
    return any(part.startswith((".", "~$")) or part in ("__MACOSX", "Thumbs.db") for part in parts)


def _beginning_of_workbook(data: bytes) -> str:
    """The first two cells of the first rows, a tab between; nothing if unreadable, which is told later."""
    import warnings

    import openpyxl

    try:
        check_zip(data, "")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sheets = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False).worksheets[
                :SHEETS
            ]
            rows = [
                row for sheet in sheets for row in islice(sheet.iter_rows(max_col=2, values_only=True), ROWS)
            ]
    except Exception:  # a harmful workbook; or openpyxl, which raises whatever it stumbles over
        return ""
    return "\n".join("\t".join(str(cell or "") for cell in row) for row in rows)
