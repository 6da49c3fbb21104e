"""The benchmark of a saved group: the same for the screen, for files and for jobs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Choice, benchmark
from maturity.comparison.benchmark.entry import identity_of
from maturity.comparison.benchmark.selecting import NO_RESULT, NOT_INCLUDED
from maturity.language import language
from maturity.problems import Problem, Problems
from maturity.report.benchmark.build import build_benchmark
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.formats import Bundle
from maturity.report.stored import look_of
from maturity.report.theme import Theme
from maturity.report.words import Words
from maturity.store import groups
from maturity.store.entries import Compared, table_of
from maturity.store.tables import Organisation, PeerGroup, Workspace


@dataclass(frozen=True, slots=True)
class Asked:
    """What a benchmark is asked for. It can be kept apart from the group, which may change."""

    name: str
    """What the group is called."""
    choice: Choice
    threshold: int
    target: Mapping[str, float] | None = None
    theme: Theme = field(default_factory=Theme)


def asked_of(session: Session, group: PeerGroup) -> Asked:
    """What a saved group asks for, in its workspace's colour."""
    choice, target = groups.choice_of(group), groups.target_of(group)
    return Asked(group.name, choice, group.threshold, target, look_of(session, group))


def context_of(compared: Compared, bundle: Bundle, asked: Asked) -> Context:
    """What else can be told of a benchmark: grids and small profiles, which are only on screen."""
    return Context(
        compared.questionnaire, bundle.benchmark, Words(compared.questionnaire, bundle.language), asked.name
    )


def bundle_of(
    session: Session,
    workspace: Workspace,
    group: PeerGroup,
    tag: str,
    client: Organisation | None = None,
    *,
    working_copy: bool = False,
) -> Bundle:
    """The benchmark of a saved group, or of one client among it, from what is stored now. Raises Problems if
    there is no result, or none of the client."""
    compared = table_of(session, workspace.id, group.questionnaire, tag)
    return bundle_from(compared, asked_of(session, group), tag, client, working_copy=working_copy)


def bundle_from(
    compared: Compared,
    asked: Asked,
    tag: str,
    client: Organisation | None = None,
    *,
    working_copy: bool = False,
) -> Bundle:
    """The same from results that were read before. `compared` is in the language of `tag`."""
    if client is not None and client.id not in compared.organisations:
        message = NOT_INCLUDED if client.consent == "not-included" else NO_RESULT
        raise Problems([Problem(message, {"name": client.name})])
    found = benchmark(
        compared.questionnaire,
        compared.table,
        client=identity_of(client.name, client.country, client.code) if client else None,
        peers=asked.choice,
        target=asked.target,
        threshold=asked.threshold,
        working_copy=working_copy,
    )
    report = build_benchmark(compared.questionnaire, found, language(tag), asked.name)
    return Bundle(found, report, language(tag), asked.theme)
