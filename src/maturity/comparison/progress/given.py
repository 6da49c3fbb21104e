"""What progress is made from: the rounds of one organisation, what was decided after them, what happened meanwhile,
and where it wants to be."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from maturity.answers.model import Assessment
from maturity.questionnaire.model import Questionnaire
from maturity.scoring.result import Result

Status = Literal["planned", "started", "done", "dropped"]
UNFINISHED: tuple[Status, ...] = ("planned", "started")


@dataclass(frozen=True, slots=True)
class Reading:
    """What an action's measure showed on a day."""

    date: datetime.date
    value: float
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """Something that the team decided to do. `about` are ids of what it was meant to move."""

    title: str
    about: tuple[str, ...] = ()
    owner: str | None = None
    decided: datetime.date | None = None
    due: datetime.date | None = None
    status: Status = "planned"
    note: str | None = None
    measure: str | None = None
    baseline: float | None = None
    target: float | None = None
    readings: tuple[Reading, ...] = ()
    carried: bool = False
    """Whether it goes on with one of an earlier round, where it is followed up."""

    def is_late(self, day: datetime.date) -> bool:
        """Whether it was to be done before a day and is neither done nor dropped."""
        return self.due is not None and self.due < day and self.status in UNFINISHED


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened between rounds, such as an election."""

    date: datetime.date
    text: str


@dataclass(frozen=True, slots=True)
class Target:
    """Where a dimension is to be, and by when."""

    dimension: str
    score: float
    by: datetime.date


@dataclass(frozen=True, slots=True)
class Round:
    """One round: the questionnaire that was answered, its result, and what was decided after it.

    `assessment` is needed only where private codes are to link people; without it waves are independent.
    """

    questionnaire: Questionnaire
    result: Result
    assessment: Assessment | None = None
    actions: tuple[Action, ...] = ()
    original: Questionnaire | None = None
    """The same questionnaire in the language that it was written in, if it is at hand in another."""

    @property
    def written(self) -> Questionnaire:
        """The questionnaire by which rounds are compared. A translation may not have followed a change of
        the text yet, and what is comparable is the same for every reader."""
        return self.original or self.questionnaire

    @property
    def date(self) -> datetime.date:
        """The day of the round."""
        return datetime.date.fromisoformat(self.result.date)
