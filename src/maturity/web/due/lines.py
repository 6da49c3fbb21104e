"""What is due as the page lists it: what is late, then what is near, each with where to go."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import url_for

from maturity.problems import N_
from maturity.store.due import Due, Kind
from maturity.web.access import may
from maturity.web.languages import spoken

KINDS: dict[Kind, str] = {
    "round": N_("New round"),
    "closing": N_("Answering"),
    "action": N_("Action"),
    "target": N_("Target"),
}
TODO: dict[Kind, str] = {
    "round": N_("Begin it from the last one: questions, people and actions come along."),
    "closing": N_("Remind those who have not answered, or close the answering."),
    "action": N_("Say how far it has come, or give it another day."),
    "target": N_("A round on that day or later tells whether it is met."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is due, and the page on which it is seen to."""

    due: Due
    address: str

    @property
    def name(self) -> str:
        """What it is called."""
        if self.due.kind == "round" and self.due.title:
            return spoken().say(N_("A new round after {label}"), label=self.due.title)
        return self.due.title or self.due.organisation.name

    @property
    def over(self) -> str:
        """Its kind, as a catalogue text."""
        return KINDS[self.due.kind]

    @property
    def todo(self) -> str:
        """What to do, as a catalogue text."""
        return TODO[self.due.kind]


def lines(
    workspace_id: str, found: Sequence[Due], today: datetime.date
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """What is late, and what is near."""
    every = [Line(one, _ADDRESSES[one.kind](workspace_id, one)) for one in found]
    late = tuple(line for line in every if line.due.is_late(today))
    return late, tuple(line for line in every if not line.due.is_late(today))


def _round(workspace_id: str, due: Due) -> str:
    endpoint = "rounds.again" if may("facilitator") else "rounds.overview"
    return url_for(endpoint, workspace_id=workspace_id, assessment_id=due.assessment)


def _closing(workspace_id: str, due: Due) -> str:
    return url_for("rounds.overview", workspace_id=workspace_id, assessment_id=due.assessment)


def _action(workspace_id: str, due: Due) -> str:
    round_ = due.assessment
    return url_for("actions.show", workspace_id=workspace_id, assessment_id=round_, action_id=due.subject)


def _target(workspace_id: str, due: Due) -> str:
    return url_for("progress.targets", workspace_id=workspace_id, organisation_id=due.organisation.id)


_ADDRESSES: dict[Kind, Callable[[str, Due], str]] = {
    "round": _round,
    "closing": _closing,
    "action": _action,
    "target": _target,
}
