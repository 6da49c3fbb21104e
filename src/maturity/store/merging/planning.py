"""Working out what becomes of two organisations that are made one, before anybody decides.

The one that is kept says who they are; what it does not know is filled in from the other. Of two decisions
about being compared the more cautious one stands."""

from __future__ import annotations

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from maturity.answers.words import fold
from maturity.comparison.benchmark import CONSENTS
from maturity.comparison.benchmark.entry import identity_of
from maturity.problems import N_, Problem
from maturity.store import organisations
from maturity.store.codes import folded_code
from maturity.store.merging import belongings
from maturity.store.merging.model import Decision, Facts, Plan
from maturity.store.tables import Assessment, Organisation, Respondent


def plan(session: Session, kept: Organisation, other: Organisation) -> Plan:
    """What would become of two organisations of a workspace if `other` were merged into `kept`."""
    facts = _facts(kept, other)
    marks, marks_twice = belongings.marks_of(session, kept, other)
    reports, reports_twice = belongings.reports_of(session, kept, other)
    return Plan(
        kept=kept.id,
        other=other.id,
        facts=facts,
        decision=_decision(kept, other),
        link_moves=kept.consent_key is None and other.consent_key is not None,
        link_ends=kept.consent_key is not None and other.consent_key is not None,
        rounds=belongings.rounds_of(session, kept, other),
        aims=belongings.aims_of(session, kept, other),
        marks=marks,
        marks_twice=marks_twice,
        reports=reports,
        reports_twice=reports_twice,
        groups=belongings.groups_of(session, kept, other, facts),
        codes_end=_has_answers(session, other),
        unlike=_unlike(kept, other),
        problems=_problems(session, kept, other, facts),
    )


def _facts(kept: Organisation, other: Organisation) -> Facts:
    tags = {tag.casefold(): tag for tag in (*other.tags, *kept.tags)}
    order = dict.fromkeys(tag.casefold() for tag in (*kept.tags, *other.tags))
    return Facts(
        name=kept.name,
        country=kept.country or other.country,
        code=kept.code or other.code,
        population=kept.population or other.population,
        tags=tuple(tags[tag] for tag in order),
        language=kept.language or other.language,
        also=_other_names(kept, other),
    )


def _other_names(kept: Organisation, other: Organisation) -> tuple[str, ...]:
    names = {fold(name): name for name in (other.name, *other.also, *kept.also)}
    order = dict.fromkeys(fold(name) for name in (*kept.also, other.name, *other.also))
    return tuple(names[name] for name in order if name != fold(kept.name))


def _decision(kept: Organisation, other: Organisation) -> Decision:
    """The more cautious of two decisions; one that nobody has made is none. Of two that are the same, the
    municipality's own. What it decided itself, at its most cautious, goes on binding members."""
    made = [one for one in (kept, other) if one.consent_by is not None] or [kept]
    stands = max(made, key=lambda one: (_caution(one.consent), one.consent_by == "itself"))
    own = [one.consent_own for one in (kept, other) if one.consent_own is not None]
    bound = max(own, key=_caution, default=None)
    return Decision(stands.consent, stands.consent_by, stands.consent_at, bound)


def _caution(consent: str) -> int:
    order: tuple[str, ...] = CONSENTS
    return order.index(consent)


def _has_answers(session: Session, one: Organisation) -> bool:
    """Whether answers of people are kept: which of them chose a code is nobody's to know."""
    mine = select(Respondent.id).join(Assessment).where(Assessment.organisation_id == one.id)
    return bool(session.scalar(select(exists(mine))))


def _unlike(kept: Organisation, other: Organisation) -> tuple[str, ...]:
    codes = {folded_code(one.code) for one in (kept, other) if one.code}
    countries = {one.country for one in (kept, other) if one.country}
    return tuple(name for name, said in (("code", codes), ("country", countries)) if len(said) > 1)


def _problems(session: Session, kept: Organisation, other: Organisation, facts: Facts) -> tuple[Problem, ...]:
    """In a benchmark no third one may be the same as the two are then."""
    sought = identity_of(facts.name, facts.country, facts.code)
    known = organisations.of_workspace(session, kept.workspace_id or "")
    third = (one for one in known if one.id not in (kept.id, other.id))
    same = next((one for one in third if identity_of(one.name, one.country, one.code) == sought), None)
    if same is None:
        return ()
    message = N_("{name} would then be the same municipality too. Merge it with {other} first")
    return (Problem(message, {"name": same.name, "other": kept.name}),)
