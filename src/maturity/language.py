"""The reader's language: catalogues, plural forms, and how numbers and dates are written.

Rooms inside the house carry messages and values apart; they meet here.
"""

from __future__ import annotations

import datetime
import gettext
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property, lru_cache
from typing import Any

from maturity import resources
from maturity.problems import Problem

SUPPORTED = ("en", "sv", "da", "nb")
_SAME = {"no": "nb", "nn": "nb"}


def resolve(tag: str | None) -> str:
    """The supported language for a tag such as "sv-SE", "no" or "nn_NO.UTF-8"; English if there is none."""
    word = (tag or "").replace("_", "-").split(".")[0].split("-")[0].lower()
    word = _SAME.get(word, word)
    return word if word in SUPPORTED else "en"


def is_supported(tag: str) -> bool:
    """Whether a tag is one of the supported languages or a variant of one."""
    return resolve(tag) != "en" or tag.lower().split("-")[0] == "en"


class Language:
    """One language: `say` and `plural` from the catalogue, numbers and dates as its readers write them."""

    def __init__(self, tag: str) -> None:
        self.tag = resolve(tag)
        self._catalogue = gettext.translation(
            "maturity", resources.catalogues(), languages=[self.tag], fallback=True
        )

    def say(self, message: str, /, **values: object) -> str:
        """The catalogue's text for an English message, with its `{names}` filled in."""
        found = self._catalogue.gettext(message) if message else ""
        return found.format_map(self._shown(values)) if values else found

    def plural(self, one: str, many: str, count: int, /, **values: object) -> str:
        """The form that this number takes; `{count}` is filled in."""
        found = self._catalogue.ngettext(one, many, count)
        return found.format_map(self._shown({"count": count, **values}))

    def context(self, context: str, message: str, /, **values: object) -> str:
        """As `say`, for an English word that needs different words elsewhere."""
        found = self._catalogue.pgettext(context, message)
        return found.format_map(self._shown(values)) if values else found

    def number(self, value: float, decimals: int = 1) -> str:
        """A number with this many decimals, rounded once, half away from zero."""
        return _written(rounded_half_up(value, decimals), decimals, self._locale)

    def plain(self, value: float) -> str:
        """A number of people's own, with as many decimals as it has, at most two."""
        return self.number(value, next(d for d in (0, 1, 2) if d == 2 or round(value, d) == value))

    def signed(self, value: float, decimals: int = 1) -> str:
        """A difference: with its sign, also when it is positive."""
        rounded = rounded_half_up(value, decimals)
        return ("+" if rounded > 0 else "") + self.number(float(rounded), decimals)

    def percent(self, share: float) -> str:
        """A share from 0 to 1 as whole per cent."""
        return self.say("{number} %", number=self.number(share * 100, 0))

    def date(self, value: datetime.date | str, style: str = "long") -> str:
        """A date in words ("12 March 2026")."""
        from babel.dates import format_date

        day = datetime.date.fromisoformat(value) if isinstance(value, str) else value
        written: str = format_date(day, format=style, locale=self._locale)
        return written

    def join(self, words: list[str]) -> str:
        """Words as a list in a sentence: "a, b and c"."""
        from babel.lists import format_list

        written: str = format_list(words, style="standard", locale=self._locale) if words else ""
        return written

    def country(self, code: str | None) -> str:
        """The name of a country by its ISO code."""
        name = self._locale.territories.get(code) if code else None
        return str(name) if name else (code or "")

    def decimal_sign(self) -> str:
        """The decimal separator."""
        return str(self._locale.number_symbols["latn"]["decimal"])

    def language_name(self, tag: str) -> str:
        """What a language is called in this one, in the middle of a sentence: "svenska", "Swedish"."""
        return str(self._locale.languages.get(tag, tag))

    @cached_property
    def _locale(self) -> Any:
        from babel import Locale

        return Locale.parse({"en": "en_GB", "sv": "sv_SE", "da": "da_DK", "nb": "nb_NO"}[self.tag])

    def _shown(self, values: Mapping[str, object]) -> dict[str, str]:
        return {name: self._show(value) for name, value in values.items()}

    def _show(self, value: object) -> str:
        if isinstance(value, bool) or value is None:
            return str(value)
        if isinstance(value, int):
            return str(value)
        if isinstance(value, float):
            return self.number(value, 0 if value == int(value) else 2)
        return str(value)


@lru_cache(maxsize=4096)
def _written(rounded: Decimal, decimals: int, locale: Any) -> str:
    """A rounded number as a locale writes it: remembered, since a table has the same ones often."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    written: str = format_decimal(rounded, format=pattern, locale=locale)
    return written.replace("-", "\u2212")


def rounded_half_up(value: float, decimals: int) -> Decimal:
    """Rounded half away from zero, on the number that people would write: 2.45 is 2.5, and -2.45 is -2.5.

    What floating point adds beyond the twelfth digit is dropped first, as in `scoring.rounding`.
    """
    exact = Decimal(f"{value:.12g}").quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return exact if exact else abs(exact)


@cache
def language(tag: str | None) -> Language:
    """The language for a tag; the same object every time."""
    return Language(resolve(tag))


def explain(problem: Problem, tag: str) -> str:
    """A problem as its reader is told: place, what is wrong, what would be right."""
    told = language(tag).say(problem.message, **problem.values)
    return f"{problem.place}: {told}" if problem.place else told
