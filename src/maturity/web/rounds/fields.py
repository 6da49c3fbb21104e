"""Fields that WTForms lacks: whole numbers as people write them, tick boxes, and countries by their names."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, ClassVar

from babel import Locale
from wtforms import IntegerField, SelectField, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget, TextInput

from maturity.web.languages import spoken

MOST_PEOPLE = 100_000_000
"""The most inhabitants that a form takes."""
_GROUPED = re.compile(r"\d{1,3}(?:[ .,'’\u00a0\u202f]\d{3})+")
_NEAR = ("SE", "DK", "NO", "FI", "IS", "AX", "FO", "GL")
_NO_COUNTRY = {"CQ", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}


class Plain:
    """Marks a field that is not required and does not say so: its help tells what empty means."""

    field_flags: ClassVar = {"plain": True}

    def __call__(self, _form: Any, _field: Any) -> None:
        """Nothing to check."""


class WholeNumber(IntegerField):
    """A whole number, with the thousands set apart as people do: "48 200", "48.200", "48,200"."""

    widget = TextInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read what was written."""
        text = str(valuelist[0]).strip() if valuelist else ""
        if text:
            super().process_formdata([re.sub(r"\D", "", text) if _GROUPED.fullmatch(text) else text])


class CheckboxesField(SelectMultipleField):
    """Any number of choices, as tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()


class CountryField(SelectField):
    """A country, the Nordic ones first; nothing if nothing is chosen."""

    def __init__(self, label: str, validators: Any = None, **given: Any) -> None:
        super().__init__(label, validators, choices=_countries, coerce=_code, **given)


def _code(value: object) -> str:
    return str(value or "")


def _countries() -> list[tuple[str, str]]:
    tongue = spoken()
    far = sorted(((code, tongue.country(code)) for code in _codes() if code not in _NEAR), key=lambda c: c[1])
    return [("", ""), *((code, tongue.country(code)) for code in _NEAR), *far]


@cache
def _codes() -> tuple[str, ...]:
    known = [str(code) for code in Locale("en").territories]
    return tuple(code for code in known if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRY)
