"""A result as JSON and back: the same bytes for the same result, and nothing lost."""

from __future__ import annotations

import json
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from maturity.problems import N_, Problem, Problems
from maturity.scoring.result import FORMAT, Result

if TYPE_CHECKING:
    from pydantic import TypeAdapter


def to_json(result: Result) -> str:
    """Canonical JSON: keys sorted, no spaces, floats in the shortest form that reads back the same."""
    return json.dumps(
        _plain(result), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def _plain(part: Any) -> Any:
    """As `dataclasses.asdict`, without copies: a result has thousands of parts."""
    kind: type = type(part)
    if kind is tuple:
        return [_plain(one) for one in part]
    if kind is dict:
        return {key: _plain(one) for key, one in part.items()}
    names = _fields(kind)
    return {name: _plain(getattr(part, name)) for name in names} if names else part


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """The names of a dataclass's fields; of any other type none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def from_json(text: str) -> Result:
    """The result that was written. Raises Problems if the text is no result of this format."""
    try:
        data = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        message = N_("This is not JSON: a result is read as it was written")
        raise Problems([Problem(message, line=line)]) from None
    found = data.get("format") if isinstance(data, dict) else None
    if found != FORMAT:
        message = N_("This is not a result of format {format}: its format is {found}")
        raise Problems([Problem(message, {"format": FORMAT, "found": found})])
    return _parsed(text)


def _parsed(text: str) -> Result:
    from pydantic import ValidationError

    try:
        return _adapter().validate_json(text)
    except ValidationError as error:
        raise Problems(
            Problem(
                N_("The result is damaged at {place}: {found} does not belong there"),
                {"place": ".".join(str(part) for part in fault["loc"]), "found": fault["input"]},
            )
            for fault in error.errors(include_url=False)
        ) from None


@cache
def _adapter() -> TypeAdapter[Result]:
    from pydantic import TypeAdapter

    return TypeAdapter(Result)
