"""Which page of a long list a request asks for: `?page=2`. templates/web/paging.html shows the way through it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask import request

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list."""

    number: int
    """From 1."""
    count: int
    """How many pages there are; an empty list has one."""
    size: int
    """How many rows stand on a page."""

    @property
    def start(self) -> int:
        """How many rows stand on the pages before."""
        return (self.number - 1) * self.size

    def of(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows of this page, from all of them."""
        return rows[self.start : self.start + self.size]


def wanted_page(rows: int, size: int) -> Page:
    """The page that this request asks for of so many rows; the first, if there is none of that number."""
    count = -(-rows // size) or 1
    number = request.args.get("page", 1, int)
    return Page(number if 1 <= number <= count else 1, count, size)
