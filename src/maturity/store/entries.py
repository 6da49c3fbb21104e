"""What there is to compare in a workspace: the frozen results of its closed rounds, with what each organisation
has decided and the facts that are known of it today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Consent, Digest, LeftOut, Table, tabulate
from maturity.comparison.benchmark.entry import identity_of
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.model import Questionnaire
from maturity.store import digests, organisations, questionnaires
from maturity.store.digests import Kept
from maturity.store.tables import Assessment, Organisation, QuestionnaireVersion, StoredResult
from maturity.store.versions import number_of


@dataclass(frozen=True, slots=True)
class Compared:
    """The organisations of a workspace side by side, and the questionnaire that they are compared by, in one
    language."""

    questionnaire: Questionnaire
    table: Table
    organisations: Mapping[str, str]
    """Those in the table: name by id, in the order of the alphabet."""
    version_id: str
    """Of the questionnaire."""
    results: tuple[str, ...] = ()
    """The ids of the stored results behind it. With them the same is read again, whatever has come since."""


@dataclass(frozen=True, slots=True)
class Comparable:
    """A questionnaire's id and title, and how many organisations have a result of it."""

    questionnaire: str
    title: str
    organisations: int


def table_of(
    session: Session,
    workspace_id: str,
    questionnaire_id: str,
    tag: str,
    results: Collection[str] | None = None,
) -> Compared:
    """All organisations of a workspace with a result of a questionnaire, compared by the newest version that
    has any. Only of these `results`, if they are named. Raises Problems if there is no result, or if scales
    differ."""
    versions = _versions(session, workspace_id, questionnaire_id, results)
    if not versions:
        raise Problems([Problem(N_("There is no result of a closed round to compare yet"))])
    known = {one.id: one for one in organisations.of_workspace(session, workspace_id)}
    written = questionnaires.languages_of(versions[0])[0]  # what is comparable is the same for every reader
    asked, *others = (questionnaires.load(one, written) for one in versions)
    kept = digests.of_closed_rounds(session, workspace_id, [one.id for one in versions], results)
    table = _tabulated(session, asked, others, kept, known)
    read = tuple(one.result_id for one in kept)
    told = questionnaires.load(versions[0], tag)
    return Compared(told, table, _names(known.values(), table), versions[0].id, read)


def retold(session: Session, compared: Compared, tag: str) -> Compared:
    """The same results in another language."""
    version = session.get_one(QuestionnaireVersion, compared.version_id)
    return replace(compared, questionnaire=questionnaires.load(version, tag))


def questionnaires_compared(session: Session, workspace_id: str) -> dict[str, int]:
    """How many organisations have a result to compare, by the questionnaire's id."""
    query = (
        select(QuestionnaireVersion.questionnaire, func.count(Assessment.organisation_id.distinct()))
        .join(Assessment, Assessment.questionnaire_version_id == QuestionnaireVersion.id)
        .where(*_closed(workspace_id))
        .group_by(QuestionnaireVersion.questionnaire)
    )
    return {id_: count for id_, count in session.execute(query)}  # noqa: C416 - dict() loses the types


def comparable(session: Session, workspace_id: str, tag: str) -> tuple[Comparable, ...]:
    """The questionnaires of which there are results to compare, by title."""
    found = (
        Comparable(id_, questionnaires.load(_versions(session, workspace_id, id_)[0], tag).title, count)
        for id_, count in questionnaires_compared(session, workspace_id).items()
    )
    return tuple(sorted(found, key=lambda one: one.title.casefold()))


def _versions(
    session: Session, workspace_id: str, questionnaire_id: str, results: Collection[str] | None = None
) -> Sequence[QuestionnaireVersion]:
    """The versions that results come from, the newest first."""
    used = select(Assessment.questionnaire_version_id).where(*_closed(workspace_id, results))
    query = select(QuestionnaireVersion).where(
        QuestionnaireVersion.questionnaire == questionnaire_id, QuestionnaireVersion.id.in_(used)
    )
    return sorted(
        session.scalars(query), key=lambda one: (number_of(one), one.created_at, one.id), reverse=True
    )


def _closed(workspace_id: str, results: Collection[str] | None = None) -> tuple[Any, ...]:
    """Closed rounds with a result that was kept, or with one of these."""
    kept = select(StoredResult.assessment_id)
    kept = kept if results is None else kept.where(StoredResult.id.in_(results))
    return Assessment.workspace_id == workspace_id, Assessment.state == "closed", Assessment.id.in_(kept)


def _tabulated(
    session: Session,
    asked: Questionnaire,
    others: Sequence[Questionnaire],
    kept: Sequence[Kept],
    known: Mapping[str, Organisation],
) -> Table:
    """The table of all results, of which only those are read that may count: of most organisations, the
    latest."""
    wanted = _latest(kept)
    found = _digests(session, wanted, known)
    table = tabulate(asked, found, others)
    missing = _without_row(known.values(), table)
    more = [one for one in kept if one.organisation_id in missing and one not in wanted]
    if more:  # nothing in their latest result can be compared: perhaps in an earlier one
        table = tabulate(asked, [*found, *_digests(session, more, known)], others)
    passed = set(kept) - set(wanted) - set(more)
    return replace(table, left_out=(*table.left_out, *_earlier(passed, known)))


def _latest(kept: Iterable[Kept]) -> list[Kept]:
    """The latest of each organisation, all of that day; and those whose date is not known."""
    rounds: dict[str, list[Kept]] = defaultdict(list)
    for one in kept:
        rounds[one.organisation_id].append(one)
    found = []
    for theirs in rounds.values():
        last = max((one.date for one in theirs if one.date), default=None)
        found += [one for one in theirs if one.date in (last, None)]
    return found


def _digests(session: Session, kept: Iterable[Kept], known: Mapping[str, Organisation]) -> list[Digest]:
    """What results say, with the organisation as it is today: its row is the truth, not the name that it had
    when it was scored."""
    places = {one.result_id: known[one.organisation_id] for one in kept}
    return [_of_today(digest, places[id_]) for id_, digest in digests.read(session, places).items()]


def _of_today(digest: Digest, place: Organisation) -> Digest:
    return replace(
        digest,
        organisation=place.name,
        country=place.country,
        code=place.code,
        population=place.population,
        consent=cast(Consent, place.consent),
        tags=tuple(place.tags),
    )


def _without_row(known: Iterable[Organisation], table: Table) -> set[str]:
    """Those who wish to be compared and are not in the table."""
    there = {member.identity for member in table.members}
    return {
        one.id
        for one in known
        if one.consent != "not-included" and identity_of(one.name, one.country, one.code) not in there
    }


def _earlier(passed: Iterable[Kept], known: Mapping[str, Organisation]) -> Iterator[LeftOut]:
    """The rounds that were not read; of those who wish not to be compared, for that reason."""
    for one in sorted(passed, key=lambda one: (known[one.organisation_id].name, str(one.date))):
        place = known[one.organisation_id]
        excluded = place.consent == "not-included"
        identity = identity_of(place.name, place.country, place.code)
        yield LeftOut(place.name, str(one.date), "not-included" if excluded else "earlier", identity)


def _names(known: Iterable[Organisation], table: Table) -> dict[str, str]:
    there = {member.identity for member in table.members}
    return {one.id: one.name for one in known if identity_of(one.name, one.country, one.code) in there}
