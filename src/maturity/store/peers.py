"""How many organisations a choice of peers has, and what its benchmark would withhold: said before anything is
compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Choice, Member, Table
from maturity.comparison.benchmark.foreseeing import foresee
from maturity.comparison.benchmark.overlap import too_near
from maturity.problems import Problems
from maturity.store import groups, organisations
from maturity.store.entries import table_of
from maturity.store.tables import Organisation, PeerGroup


@dataclass(frozen=True, slots=True)
class Near:
    """Another group of the same questionnaire that differs by so few that they could be found."""

    name: str
    between: int
    """How many municipalities that do not want to be named are in one of the two only."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many organisations fit, of how many, and what can be compared."""

    every: int
    fit: int
    excluded: int
    """Of those that fit: not included, by decision."""
    comparable: int
    """Of those that fit: included, and with a result that can be compared."""
    withheld: Literal["few", "rest"] | None
    """Why its benchmark would have no statistics."""
    near: tuple[Near, ...]


class Counting:
    """Counts what choices of peers in a workspace amount to today. What is read is read once."""

    def __init__(self, session: Session, workspace_id: str) -> None:
        self.session, self.workspace_id = session, workspace_id
        self.known = organisations.of_workspace(session, workspace_id)
        self.groups = groups.of_workspace(session, workspace_id)
        self.tables: dict[str, Table | None] = {}

    def of_group(self, group: PeerGroup) -> Count:
        """What a saved group amounts to."""
        return self.of(group.questionnaire, groups.choice_of(group), group.threshold, group.id)

    def of(self, questionnaire: str, choice: Choice, threshold: int, own_id: str = "") -> Count:
        """What a choice amounts to. `own_id` is the group's that has it, which is near itself."""
        fitting = [one for one in self.known if choice.fits(member_of(one))]
        table = self._table(questionnaire)
        members = table.members if table else ()
        others = [one for one in self.groups if one.questionnaire == questionnaire and one.id != own_id]
        return Count(
            every=len(self.known),
            fit=len(fitting),
            excluded=sum(one.consent == "not-included" for one in fitting),
            comparable=sum(map(choice.fits, members)),
            withheld=foresee(table, choice, threshold).withheld if table else "few",
            near=_near(members, choice, threshold, others),
        )

    def _table(self, questionnaire: str) -> Table | None:
        if questionnaire not in self.tables:
            try:
                found = table_of(self.session, self.workspace_id, questionnaire, "en")
                self.tables[questionnaire] = found.table
            except Problems:  # there is no result yet
                self.tables[questionnaire] = None
        return self.tables[questionnaire]


def _near(
    members: Sequence[Member], choice: Choice, threshold: int, others: Sequence[PeerGroup]
) -> tuple[Near, ...]:
    found = []
    for one in others:
        between = too_near(members, choice, groups.choice_of(one), max(threshold, one.threshold))
        if between:
            found.append(Near(one.name, between))
    return tuple(found)


def member_of(one: Organisation) -> Member:
    """An organisation as a choice looks at it; of its results nothing is said."""
    facts = {"organisation": one.name, "country": one.country, "code": one.code, "population": one.population}
    return Member(
        **facts,  # type: ignore[arg-type]
        date="",
        version="",
        respondents=0,
        consent="anonymous",
        tags=tuple(one.tags),
        key="",
    )
