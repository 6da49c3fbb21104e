"""Which reports of a group can be ordered: for whom, in which language, what they would hold, and who gets
none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Choice, Member
from maturity.comparison.benchmark.entry import Identity, identity_of
from maturity.comparison.benchmark.foreseeing import Foreseen, foresee
from maturity.problems import N_
from maturity.store import batches, groups, organisations
from maturity.store.entries import Compared, table_of
from maturity.store.tables import Organisation, PeerGroup, Workspace

NO_RESULT = N_("It has no result of this questionnaire yet")
_WHY = {
    "not-included": N_("It is not included, by its own decision"),
    "withheld": N_("Too few people answered for a result that can be shown"),
    "no-score": N_("Too few answers for a score"),
    "unknown": N_("The questionnaire of its result is not at hand"),
    "not-comparable": N_("Nothing in its version of the questionnaire means the same"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A client's report that can be ordered."""

    organisation: Organisation
    language: str
    """The one that it would be in, unless another is chosen."""
    belongs: bool
    """Whether the client is one of the group, too."""
    peers: int
    withheld: Literal["few", "rest"] | None
    """Why there would be no statistics in it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """An organisation that gets no report, and why."""

    organisation: Organisation
    why: str
    """A catalogue text."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Everything that can be ordered of a group, by name, and who gets nothing."""

    group: Foreseen
    clients: tuple[Offer, ...]
    refused: tuple[Refused, ...]


def offers_of(session: Session, workspace: Workspace, group: PeerGroup) -> Offers:
    """What can be ordered of a group as things are now. Raises Problems if there is no result at all."""
    compared = table_of(session, workspace.id, group.questionnaire, workspace.language)
    choice = groups.choice_of(group)
    known = organisations.of_workspace(session, workspace.id)
    clients = [one for one in known if one.id in compared.organisations]
    return Offers(
        group=foresee(compared.table, choice, group.threshold),
        clients=tuple(_offer(one, workspace, group, choice, compared) for one in clients),
        refused=tuple(
            Refused(one, _why(one, compared)) for one in known if one.id not in compared.organisations
        ),
    )


def _offer(
    organisation: Organisation, workspace: Workspace, group: PeerGroup, choice: Choice, compared: Compared
) -> Offer:
    member = _member(organisation, compared)
    found = foresee(compared.table, choice, group.threshold, member.identity)
    language = batches.language_of(organisation, workspace)
    return Offer(organisation, language, choice.fits(member), found.organisations, found.withheld)


def _member(organisation: Organisation, compared: Compared) -> Member:
    identity = _identity(organisation)
    return next(one for one in compared.table.members if one.identity == identity)


def _why(organisation: Organisation, compared: Compared) -> str:
    if organisation.consent == "not-included":
        return _WHY["not-included"]
    identity = _identity(organisation)
    left_out = (one.reason for one in compared.table.left_out if one.identity == identity)
    return _WHY.get(next(left_out, ""), NO_RESULT)


def _identity(organisation: Organisation) -> Identity:
    return identity_of(organisation.name, organisation.country, organisation.code)
