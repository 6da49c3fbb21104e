"""What the decision paper and the slides of one assessment say, from the same report as the PDF."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.language import Language
from maturity.report.formats.bundle import Bundle
from maturity.report.model import Differences, Front, Profile
from maturity.report.office.forms import facts, kind, sections
from maturity.report.office.model import Block, Deck, Grid, Paper, Picture, Points, Slide, Text


def paper_of(bundle: Bundle) -> Paper:
    """The decision paper of one assessment."""
    report, result, language = bundle.report, bundle.result, bundle.language
    parts: dict[str, tuple[Block, ...]] = {
        "summary": tuple(_summary(bundle)),
        "matter": tuple(_matter(bundle)),
        "documents": tuple(_documents(bundle)),
    }
    if report.profile:
        parts |= {
            "decision": tuple(decision(language, tuple(_with_steps(bundle)))),
            "assessment": tuple(_assessment(bundle, report.profile)),
        }
    return Paper(
        language=language.tag,
        kind=kind(language),
        title=report.front.title,
        organisation=result.organisation,
        date=result.date,
        facts=facts(language, result.organisation, result.date),
        sections=sections(language, result.country, parts),
        theme=bundle.theme,
    )


def _summary(bundle: Bundle) -> Iterator[Block]:
    profile = bundle.report.profile
    if profile is None:
        yield Text(bundle.language.say("Too few people answered for a report."))
        return
    yield Text(f"{profile.finding}. {profile.bottleneck or ''}".strip())


def _matter(bundle: Bundle) -> Iterator[Block]:
    front = bundle.report.front
    roles = [f"{role.name} {role.n}" for role in front.roles if role.n]
    yield Text(f"{front.about} {front.when}. {front.answered} {bundle.language.join(roles)}.")
    yield from decided_earlier(bundle.language, tuple(_decided(bundle)))
    if front.note:
        yield Text(front.note, quiet=True)
    if front.notice:
        yield Text(front.notice, quiet=True)


def _decided(bundle: Bundle) -> Iterator[str]:
    """What was decided last time, each with its status."""
    found = bundle.report.last_time
    for line in found.lines if found else ():
        yield with_status(line.action, line.status)


def with_status(action: str, status: str) -> str:
    """An action, and how it stands."""
    return f"{action.rstrip('.')} ({status.lower()})"


def decided_earlier(language: Language, told: tuple[str, ...]) -> Iterator[Block]:
    """What was decided before; nothing if there is none."""
    if told:
        yield Text(language.say("Decided earlier:"))
        yield Points(told)


def _with_steps(bundle: Bundle) -> Iterator[str]:
    for told, step in bundle.report.proposals:
        yield bundle.language.say("{title} First step: {step}", title=told, step=step) if step else told


def decision(language: Language, proposals: tuple[str, ...]) -> Iterator[Block]:
    """The result is noted, and what is proposed; or room to write it."""
    yield Points((language.say("The result is noted."), *proposals), numbered=True)
    if not proposals:
        told = language.context("paper", "Write here what is proposed, who does it and by when.")
        yield Text(told, quiet=True)


def _assessment(bundle: Bundle, profile: Profile) -> Iterator[Block]:
    say = bundle.language.say
    yield Grid(
        say("Score, interval and level"),
        (say("Dimension"), say("Score"), say("Interval"), say("Level")),
        tuple((line.name, line.score, line.interval or "–", line.level) for line in profile.lines),
    )
    yield Picture(profile.radar, 10.5)
    kept = [one.title for one in profile.strengths]
    if kept:
        yield Text(say("Worth keeping: {names}.", names=bundle.language.join(kept)))
    if bundle.report.differences:
        yield Text(f"{bundle.report.differences.finding}.")


def _documents(bundle: Bundle) -> Iterator[Block]:
    language, result = bundle.language, bundle.result
    yield Points(
        (
            language.say("The report with all numbers, {date}", date=language.date(result.date)),
            bundle.report.front.questionnaire,
            language.say("Fingerprint of the answers: {print}", print=result.answers_hash[:16]),
        )
    )


def slides_of(bundle: Bundle) -> Deck:
    """The slides of one assessment: eight to ten with the title."""
    front = bundle.report.front
    return Deck(
        language=bundle.language.tag,
        title=front.title,
        subtitle=f"{front.organisation} · {front.when}",
        organisation=front.organisation,
        date=bundle.result.date,
        slides=tuple(_slides(bundle, front)),
        theme=bundle.theme,
    )


def _slides(bundle: Bundle, front: Front) -> Iterator[Slide]:
    say, profile, differences = bundle.language.say, bundle.report.profile, bundle.report.differences
    roles = tuple(f"{role.name}: {role.n}" for role in front.roles if role.n)
    yield Slide(say("Who answered"), (front.answered, *roles), notes=(front.protection,))
    if profile is None:
        yield Slide(say("Too few people answered for a report."))
        return
    if bundle.report.last_time:
        notes = (bundle.report.last_time.caution,)
        yield Slide(say("What you decided last time"), tuple(_decided(bundle)), notes=notes)
    yield from _profile(bundle, profile)
    if differences:
        yield from _differences(bundle, differences)
    first = tuple(f"{one.title}: {one.first_step}" for one in profile.priorities)
    yield Slide(say("What to take on first"), first, notes=tuple(one.why for one in profile.priorities))
    yield Slide(say("What to keep in mind"), bundle.report.method.limits, notes=profile.overall)
    proposals = tuple(told for told, _ in bundle.report.proposals)
    yield Slide(say("What do we decide?"), proposals or (say("The result is noted."),))


def _profile(bundle: Bundle, profile: Profile) -> Iterator[Slide]:
    say = bundle.language.say
    yield Slide(profile.finding, chart=profile.radar)
    lines = [f"{line.name}: {line.score} · {line.level}" for line in profile.lines]
    if profile.bottleneck:
        lines.append(profile.bottleneck)
    kept = [f"{one.title} ({one.score})" for one in profile.strengths]
    why = tuple(one.why for one in profile.strengths)
    if bundle.report.last_time:  # one slide more already: ten are enough
        if kept:
            lines.append(say("Worth keeping: {names}.", names=bundle.language.join(kept)))
        yield Slide(say("Score and level"), tuple(lines), notes=why)
        return
    yield Slide(say("Score and level"), tuple(lines))
    yield Slide(say("What to keep"), tuple(kept) or (say("Nothing stands out yet."),), notes=why)


def _differences(bundle: Bundle, differences: Differences) -> Iterator[Slide]:
    say = bundle.language.say
    if differences.chart:
        yield Slide(differences.finding, chart=differences.chart, notes=differences.gaps)
    if differences.agenda:
        points = tuple(f"{one.title} ({one.dimension})" for one in differences.agenda[:5])
        notes = tuple(question for one in differences.agenda[:5] for question in one.questions)
        yield Slide(say("What to talk about"), points, notes=notes)
