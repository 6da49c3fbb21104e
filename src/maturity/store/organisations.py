"""The organisations of a workspace: their facts, and what each decided about being compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from maturity.comparison.benchmark import CONSENTS, Consent
from maturity.comparison.benchmark.entry import identity_of
from maturity.problems import N_, Problem, Problems
from maturity.store.clock import now
from maturity.store.ids import key_for, looks_like_token, make_id, token_for
from maturity.store.tables import Assessment, Organisation

By = Literal["itself", "member"]


class Facts(TypedDict):
    """What is known of an organisation beside its name."""

    country: str | None
    code: str | None
    population: int | None
    tags: list[str]
    language: str | None
    also: NotRequired[list[str]]


def create(
    session: Session,
    workspace_id: str | None,
    name: str,
    country: str | None = None,
    code: str | None = None,
    population: int | None = None,
) -> Organisation:
    """A new organisation."""
    found = Organisation(
        workspace_id=workspace_id, name=name, country=country, code=code, population=population
    )
    session.add(found)
    session.flush()
    return found


def of_workspace(session: Session, workspace_id: str) -> Sequence[Organisation]:
    """The organisations of a workspace, by name."""
    query = select(Organisation).where(Organisation.workspace_id == workspace_id)
    return session.scalars(query.order_by(func.lower(Organisation.name))).all()


def rounds(session: Session, workspace_id: str) -> dict[str, int]:
    """How many rounds each organisation has, by its id; those without any are not in it."""
    query = select(Assessment.organisation_id, func.count()).where(Assessment.workspace_id == workspace_id)
    found: dict[str, int] = dict(session.execute(query.group_by(Assessment.organisation_id)).all())
    return found


def named(
    session: Session,
    workspace_id: str,
    name: str,
    country: str | None = None,
    code: str | None = None,
    population: int | None = None,
) -> Organisation:
    """The workspace's organisation of that country and code, or else of that name, or else also called so, as it
    is; or a new one with these facts."""
    known, sought = of_workspace(session, workspace_id), identity_of(name, country, code)
    found = next((one for one in known if identity_of(one.name, one.country, one.code) == sought), None)
    found = found or next((one for one in known if one.name == name), None)
    found = found or next((one for one in known if name in one.also), None)
    return found or create(session, workspace_id, name, country, code, population)


def find(session: Session, workspace_id: str, id_: str) -> Organisation | None:
    """An organisation of this workspace; None if it is another's."""
    found = session.get(Organisation, id_)
    return found if found and found.workspace_id == workspace_id else None


def add(session: Session, workspace_id: str, name: str, **facts: Unpack[Facts]) -> Organisation:
    """A new organisation with its facts. Raises Problems if there is one that is the same."""
    refuse_same(session, workspace_id, name, facts["country"], facts["code"])
    found = Organisation(workspace_id=workspace_id, name=name, **facts)
    session.add(found)
    session.flush()
    return found


def change(session: Session, organisation: Organisation, name: str, **facts: Unpack[Facts]) -> None:
    """Give an organisation other facts. Raises Problems if another one is the same then."""
    assert organisation.workspace_id is not None, "a trial's organisation is nobody's to change"
    refuse_same(session, organisation.workspace_id, name, facts["country"], facts["code"], own=organisation)
    organisation.name = name
    for column, value in facts.items():
        setattr(organisation, column, value)
    session.flush()


def refuse_same(
    session: Session,
    workspace_id: str,
    name: str,
    country: str | None,
    code: str | None,
    own: Organisation | None = None,
) -> None:
    """Raise Problems if another organisation than `own` has the same country and code (or, without a code, name): in
    a benchmark the two would be one, and no file could tell which is meant. If it is so already, `own` may stay what
    it is."""
    sought = identity_of(name, country, code)
    known = [
        one
        for one in of_workspace(session, workspace_id)
        if identity_of(one.name, one.country, one.code) == sought
    ]
    if own in known or not known:
        return
    found = known[0]
    if code:
        message = N_("{name} has the code {code} already")
        raise Problems([Problem(message, {"name": found.name, "code": code}, about="code")])
    message = N_("There is a municipality called {name} already. Tell the two apart by their official codes")
    raise Problems([Problem(message, {"name": found.name}, about="name")])


def decide(session: Session, organisation: Organisation, consent: Consent, by: By) -> bool:
    """Whether benchmarks that are made from now on may name it, show it anonymously, or not include it.

    Itself may decide anything at any time. A member of the workspace may be more cautious than what it
    decided itself, never less: Problems otherwise. Returns whether that changed anything."""
    if by == "member" and organisation.consent_own is not None:
        _refuse_less_cautious(organisation, consent)
    same = (organisation.consent, organisation.consent_by) == (consent, by)
    organisation.consent, organisation.consent_by = consent, by
    if by == "itself":
        organisation.consent_own = consent
    if not same:
        organisation.consent_at = now()
    session.flush()
    return not same


def standing(session: Session, workspace_id: str) -> dict[str, tuple[object, ...]]:
    """What each organisation of a workspace has decided, and what is known of it, by its id: as long as this
    is the same, benchmarks of the same results are."""
    columns = (
        Organisation.consent,
        Organisation.name,
        Organisation.country,
        Organisation.code,
        Organisation.population,
        Organisation.tags,
    )
    query = select(Organisation.id, *columns).where(Organisation.workspace_id == workspace_id)
    return {id_: tuple(facts) for id_, *facts in session.execute(query)}


def choices_of(organisation: Organisation) -> tuple[Consent, ...]:
    """What a member of the workspace may choose for it: at least as cautious as its own decision."""
    own = organisation.consent_own
    return CONSENTS if own is None else tuple(one for one in CONSENTS if _is_as_cautious(one, own))


def _refuse_less_cautious(organisation: Organisation, consent: Consent) -> None:
    if consent not in choices_of(organisation):
        message = N_("{name} has decided itself. You can be more cautious than that, and not less")
        raise Problems([Problem(message, {"name": organisation.name})])


def _is_as_cautious(one: str, as_this: str) -> bool:
    order: tuple[str, ...] = CONSENTS
    return order.index(one) >= order.index(as_this)


def bring_consent(session: Session, organisation: Organisation, consent: Consent) -> None:
    """Take over what a result file says. If somebody has decided before, the more cautious one stands; and what
    the municipality said binds members later, even if they are more cautious today."""
    decided, own = organisation.consent_by is not None, organisation.consent_own
    if not decided or not _is_as_cautious(organisation.consent, consent):
        decide(session, organisation, consent, "itself")
    elif own is None or not _is_as_cautious(own, consent):
        organisation.consent_own = consent
        session.flush()


def make_consent_link(session: Session, organisation: Organisation, secret: str) -> None:
    """Make the link by which it decides, or another one: an earlier one then opens nothing. Its token is
    `consent_token(organisation, secret)`."""
    organisation.consent_link = make_id()
    token = token_for("consent", organisation.consent_link, secret)
    organisation.consent_key = key_for("consent", token, secret)
    session.flush()


def consent_token(organisation: Organisation, secret: str) -> str | None:
    """The token of its link, made again; None if no link was made."""
    link = organisation.consent_link
    return token_for("consent", link, secret) if link else None


def find_by_consent_token(session: Session, token: str, secret: str) -> Organisation | None:
    """The organisation that decides by this link."""
    if not looks_like_token(token):
        return None
    query = select(Organisation).where(Organisation.consent_key == key_for("consent", token, secret))
    return session.scalar(query)
