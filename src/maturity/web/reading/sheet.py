"""A report as its page on screen needs it: the same `Report` that paper is made from, its charts drawn and as
figures, and its sections to find one's way by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from maturity.report.formats.bundle import Bundle
from maturity.report.model import Report
from maturity.web.headers import allow
from maturity.web.reading.drawing import Drawing

STYLES = (
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='",
)
"""The style sheets that plotly.js puts into the page: an empty one, which it fills by script, and that of its
maps. They change with its version; tests/journeys/test_reading.py tells."""


@dataclass(frozen=True, slots=True)
class Sheet(Drawing):
    """One report on screen."""

    bundle: Bundle

    @property
    def shown(self) -> Bundle:
        """The report with its look."""
        return self.bundle

    @property
    def report(self) -> Report:
        """What stands in it."""
        return self.bundle.report

    def sections(self) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
        """The sections that are there: anchor, title, and what stands in them (dimensions only)."""
        dimensions = tuple((page.anchor, page.name) for page in self.report.dimensions)
        for anchor, title in self.report.front.contents:
            yield anchor, title, dimensions if anchor == "dimensions" else ()


def allow_charts() -> None:
    """Let plotly.js work on this page: its style sheet, and pictures that it makes for saving."""
    allow("style-src", *STYLES)
    allow("img-src", "blob:")
