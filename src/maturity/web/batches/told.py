"""How far a batch is, and each of its reports, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from maturity.language import Language
from maturity.problems import N_
from maturity.store import batches
from maturity.store.batches import Counts
from maturity.store.tables import Batch, BatchReport

STATES = {
    "waiting": N_("waits"),
    "making": N_("is being made"),
    "done": N_("ready"),
    "failed": N_("could not be made"),
}
WITHHELD = {
    "few": N_("Too few are compared: it says so, and shows no numbers of others"),
    "rest": N_("Those who were not chosen are too few: it says so, and shows no numbers of others"),
}
EACH = 1.0
"""Seconds that a report takes, with two made at a time on a small server."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a batch is: waiting, running, stopped (its work broke off), partly or ready; and in words."""

    name: str
    text: str

    @property
    def ended(self) -> bool:
        """Whether nothing more happens by itself."""
        return self.name not in ("waiting", "running")


def state_of(batch: Batch, counts: Counts, tongue: Language) -> State:
    """How far a batch is."""
    if batches.is_running(batch):
        if batch.job and batch.job.state == "waiting" and not counts.done:
            return State("waiting", tongue.say("The reports wait for their turn"))
        done = counts.total - counts.left
        return State(
            "running", tongue.say("{done} of {total} reports are made", done=done, total=counts.total)
        )
    if counts.left:
        return State("stopped", _why_stopped(batch, tongue))
    if counts.failed:
        text = tongue.say("{done} of {total} reports are ready", done=counts.done, total=counts.total)
        return State("partly", text)
    return State("ready", tongue.plural("The report is ready", "All {count} reports are ready", counts.total))


def _why_stopped(batch: Batch, tongue: Language) -> str:
    error = batch.job.error if batch.job else None
    return tongue.say(error or N_("The work was broken off. What has been made is kept"))


def report_state(report: BatchReport, tongue: Language) -> str:
    """How far one report is."""
    return tongue.say(STATES[report.state])


def remark(report: BatchReport, tongue: Language) -> str:
    """Why a report could not be made, or why there are no statistics in it; nothing if all is well."""
    if report.error:
        return tongue.say(report.error, **report.error_values)
    return tongue.say(WITHHELD[report.withheld]) if report.withheld else ""


def whose(report: BatchReport, tongue: Language) -> str:
    """Whose report it is."""
    return report.organisation.name if report.organisation else tongue.say("The whole group")


def kept_until(batch: Batch) -> datetime:
    """When it is deleted."""
    return batch.created_at + timedelta(days=batches.KEPT_DAYS)


def minutes(count: int) -> int:
    """About how long so many reports take, in minutes and at least one."""
    return max(1, round(count * EACH / 60))
