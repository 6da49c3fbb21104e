"""The report about progress as its page on screen needs it: the same `ProgressReport` that paper is made
from, its charts drawn and as figures."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.report.model import Table
from maturity.report.progress.formats import Bundle
from maturity.report.progress.model import ProgressReport, Since
from maturity.web.reading.drawing import Drawing


@dataclass(frozen=True, slots=True)
class ProgressSheet(Drawing):
    """One organisation's progress on screen."""

    bundle: Bundle

    @property
    def shown(self) -> Bundle:
        """The report with its look."""
        return self.bundle

    @property
    def report(self) -> ProgressReport:
        """What stands in it."""
        return self.bundle.report

    @property
    def comparisons(self) -> tuple[Since, ...]:
        """Since last time, and since the first."""
        return tuple(one for one in (self.report.latest, self.report.whole) if one is not None)

    def receipt(self, since: Since) -> Table | None:
        """Where every item's difference in a comparison comes from, down to groups of roles."""
        id_ = f"{since.anchor}-receipts"
        return next((one for one in self.report.receipts if one.id == id_ and one.rows), None)
