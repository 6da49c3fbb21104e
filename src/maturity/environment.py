"""The settings as the environment has them, or everything that is wrong with it at once, for people.

No value of a secret stands in what is told, and none of an address, which may hold a password.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError

from maturity.problems import N_, Problem, Problems, nearest
from maturity.settings import Settings, Unfit

PREFIX = str(Settings.model_config.get("env_prefix"))
OF_TESTS = f"{PREFIX}TEST_"
"""How variables begin that are no settings, but say how the tests are run."""

_BY_TYPE = {
    "bool_parsing": N_("Write true or false, not {value}"),
    "int_parsing": N_("A whole number is expected here, not {value}"),
    "float_parsing": N_("A number is expected here, with a decimal point: not {value}"),
    "greater_than": N_("{value} must be more than {gt}"),
    "greater_than_equal": N_("{value} must be at least {ge}"),
    "less_than_equal": N_("{value} must be at most {le}"),
}
"""What Pydantic refuses, by its names. Only numbers, true and false come to this: their values may be told."""


def read_settings() -> Settings:
    """The settings of this installation. Raises Problems if a variable is wrong, or begins as ours do and is
    none."""
    unknown = list(_unknown())
    try:
        found = Settings()
    except ValidationError as refused:
        raise Problems([*unknown, *map(_problem, refused.errors(include_url=False))]) from None
    if unknown:
        raise Problems(unknown)
    return found


def _unknown() -> Iterator[Problem]:
    for name, value in sorted(os.environ.items()):
        word = name.upper()
        if value and word.startswith(PREFIX) and not word.startswith(OF_TESTS):
            field = word.removeprefix(PREFIX).lower()
            if field not in Settings.model_fields:
                yield _no_such(name, nearest(field, Settings.model_fields))


def _no_such(name: str, guess: str | None) -> Problem:
    if guess:
        return Problem(
            N_("There is no such setting. Did you mean {guess}?"), {"guess": _variable(guess)}, name
        )
    return Problem(
        N_("There is no such setting. Take it away: docs/settings.md names all that there are"), file=name
    )


def _variable(field: str) -> str:
    return f"{PREFIX}{field.upper()}"


def _problem(error: Mapping[str, Any]) -> Problem:
    field = str(error["loc"][0])
    message, values = _told(error, field)
    return Problem(message, values, _variable(field))


def _told(error: Mapping[str, Any], field: str) -> tuple[str, dict[str, object]]:
    kind, context = error["type"], error.get("ctx", {})
    if isinstance(context.get("error"), Unfit):
        return context["error"].message, context["error"].values
    if kind == "literal_error":
        return _not_listed(error["input"], get_args(Settings.model_fields[field].annotation))
    if kind in _BY_TYPE:
        return _BY_TYPE[kind], {"value": error["input"], **context}
    return N_("This cannot be understood; docs/settings.md says what may stand here"), {}


def _not_listed(given: str, known: tuple[str, ...]) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {"value": given, "known": ", ".join(known), "guess": nearest(given, known)}
    if values["guess"]:
        return N_("{value} is not known here. Did you mean {guess}? Possible are: {known}"), values
    return N_("{value} is not known here. Possible are: {known}"), values
