"""Saved choices of peers: whom a benchmark compares, and from how many on it says anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from maturity.comparison.benchmark import Choice
from maturity.problems import N_, Problem, Problems
from maturity.store.tables import PeerGroup, TargetProfile

LEAST_THRESHOLD = 3
USUAL_THRESHOLD = 5


class Facts(TypedDict):
    """What a group is, beside its questionnaire; see `maturity.store.tables.groups.PeerGroup`."""

    name: str
    countries: list[str]
    population_from: int | None
    population_to: int | None
    codes: list[str]
    tags: list[str]
    threshold: int
    profile: TargetProfile | None


def of_workspace(session: Session, workspace_id: str) -> Sequence[PeerGroup]:
    """The groups of a workspace, by name."""
    query = select(PeerGroup).where(PeerGroup.workspace_id == workspace_id)
    ordered = query.order_by(func.lower(PeerGroup.name), PeerGroup.id)
    return session.scalars(ordered.options(joinedload(PeerGroup.profile))).all()


def find(session: Session, workspace_id: str, id_: str) -> PeerGroup | None:
    """A group of this workspace; None if it is another's."""
    query = select(PeerGroup).where(PeerGroup.id == id_, PeerGroup.workspace_id == workspace_id)
    return session.scalar(query.options(joinedload(PeerGroup.profile)))


def choice_of(group: PeerGroup) -> Choice:
    """The rule by which the group's peers are chosen."""
    return Choice(
        countries=tuple(group.countries),
        population=(group.population_from, group.population_to),
        codes=tuple(group.codes),
        tags=tuple(group.tags),
    )


def target_of(group: PeerGroup) -> dict[str, float] | None:
    """The scores by top dimension that the group is held against; None without a profile."""
    return dict(group.profile.scores) if group.profile else None


def add(session: Session, workspace_id: str, questionnaire: str, **facts: Unpack[Facts]) -> PeerGroup:
    """A new group for the questionnaire with this id. Raises Problems with everything that is wrong."""
    check(questionnaire, facts)
    found = PeerGroup(workspace_id=workspace_id, questionnaire=questionnaire, **facts)
    session.add(found)
    session.flush()
    return found


def change(session: Session, group: PeerGroup, **facts: Unpack[Facts]) -> None:
    """Change a group. Its questionnaire stays. Raises Problems with everything that is wrong."""
    check(group.questionnaire, facts)
    for column, value in facts.items():
        setattr(group, column, value)
    session.flush()


def delete(session: Session, group: PeerGroup) -> None:
    """Delete a group. Reports that were made of it stay."""
    session.delete(group)
    session.flush()


def check(questionnaire: str, facts: Facts) -> None:
    """Raises Problems if such a group would make no sense, or protect nobody."""
    problems = []
    if facts["threshold"] < LEAST_THRESHOLD:
        message = N_("At least {least} municipalities must stand behind a number")
        problems.append(Problem(message, {"least": LEAST_THRESHOLD}))
    least, most = facts["population_from"], facts["population_to"]
    if least is not None and most is not None and least > most:
        problems.append(Problem(N_("The least number of inhabitants is greater than the most")))
    profile = facts["profile"]
    if profile is not None and profile.questionnaire != questionnaire:
        message = N_("The target profile {name} is for another questionnaire")
        problems.append(Problem(message, {"name": profile.name}))
    if problems:
        raise Problems(problems)
