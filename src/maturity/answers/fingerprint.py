"""A name for exactly these answers, the same whatever file format they came in and in which order."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from maturity.answers.model import Assessment


def fingerprint(assessment: Assessment) -> str:
    """SHA-256 in hexadecimal over canonical JSON: keys and respondents sorted, what is not set left out.

    A private code is no answer: the same answers give the same numbers, whoever chose one.
    """
    plain: dict[str, Any] = _bare(assessment)
    plain.pop("fingerprint", None)
    for person in plain["respondents"]:
        person.pop("code", None)
    plain["respondents"].sort(key=lambda one: str(one["id"]))
    text = json.dumps(
        plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_iso
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _bare(part: Any) -> Any:
    """Without what is not set, so that a field that is added later changes no fingerprint."""
    kind: type = type(part)
    if kind is dict:
        return {key: _bare(value) for key, value in part.items() if value is not None}
    if kind is list or kind is tuple:
        return [_bare(value) for value in part]
    names = _fields(kind)
    if not names:
        return part
    told = ((name, getattr(part, name)) for name in names)
    return {name: _bare(value) for name, value in told if value is not None}


@cache
def _fields(kind: Hashable) -> tuple[str, ...]:
    """The names of a dataclass's fields; of any other type none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def _iso(value: object) -> str:
    assert isinstance(value, datetime.date)
    return value.isoformat()
