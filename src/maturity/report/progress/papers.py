"""What the decision paper and the slides about progress say."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from maturity.comparison.progress.given import UNFINISHED
from maturity.language import Language
from maturity.report.charts.describe import TrendChart
from maturity.report.office.content import decided_earlier, decision, with_status
from maturity.report.office.forms import facts, kind, sections
from maturity.report.office.model import Block, Deck, Grid, Paper, Picture, Points, Slide, Text
from maturity.report.progress.formats import Bundle
from maturity.report.progress.model import ActionBox, ActionLine, RoundLine, Since
from maturity.report.sections.plan import proposal
from maturity.report.words import NOTHING, Words

_IN_A_ROW = 5
"""The most lines over time that stand side by side on a slide: more would be too narrow to read."""


def paper_of(bundle: Bundle) -> Paper:
    """The decision paper: what moved, what it means, and what is proposed."""
    front, now, language = bundle.report.front, bundle.progress.rounds[-1], bundle.language
    parts: dict[str, tuple[Block, ...]] = {
        "decision": tuple(decision(language, _proposals(bundle))),
        "summary": (Text(front.finding),),
        "matter": tuple(_matter(bundle)),
        "assessment": tuple(_assessment(bundle)),
        "documents": tuple(_documents(bundle)),
    }
    return Paper(
        language=language.tag,
        kind=kind(language),
        title=language.say("{title}: {when}", title=front.questionnaire, when=front.when),
        organisation=front.organisation,
        date=now.date,
        facts=facts(language, front.organisation, now.date),
        sections=sections(language, now.country, parts),
        theme=bundle.theme,
    )


def _proposals(bundle: Bundle) -> tuple[str, ...]:
    """What is decided now, and what is gone on with: what is finished already needs no decision."""
    return tuple(
        proposal(bundle.language, one.title, one.owner, one.due, carried=one.carried)
        for one in (*bundle.progress.decided, *bundle.progress.continued)
        if one.status in UNFINISHED
    )


def _matter(bundle: Bundle) -> Iterator[Block]:
    say, front = bundle.language.say, bundle.report.front
    yield Grid(
        say("The rounds"),
        (say("Round"), say("Date"), say("People"), say("Who answered")),
        tuple((one.name, one.when, str(one.people), one.roles) for one in front.rounds),
    )
    earlier = tuple(with_status(box.title, box.status) for box in bundle.report.loop)
    yield from decided_earlier(bundle.language, earlier)
    yield from (Text(remark, quiet=True) for remark in (front.note, front.notice) if remark)


def _assessment(bundle: Bundle) -> Iterator[Block]:
    since = bundle.report.whole or bundle.report.latest
    if since is None:
        return
    yield Text(f"{since.title}:")
    yield Points(_sentences(since))  # words first: a picture under the heading would leave half a page empty
    yield Picture(since.chart)
    yield Text(bundle.report.front.reading[-1], quiet=True)


def _documents(bundle: Bundle) -> Iterator[Block]:
    language, now = bundle.language, bundle.progress.rounds[-1]
    yield Points(
        (
            language.say("The report about progress with all numbers, {date}", date=language.date(now.date)),
            Words(bundle.questionnaire, language).asked(now.version),
        )
    )


def slides_of(bundle: Bundle) -> Deck:
    """The slides: eight to ten with the title, if there are three rounds with actions and targets."""
    front = bundle.report.front
    return Deck(
        language=bundle.language.tag,
        title=bundle.language.say(
            "{title}: {organisation}", title=front.title, organisation=front.organisation
        ),
        subtitle=f"{front.questionnaire} · {front.when}",
        organisation=front.organisation,
        date=bundle.progress.rounds[-1].date,
        slides=tuple(_slides(bundle)),
        theme=bundle.theme,
    )


def _slides(bundle: Bundle) -> Iterator[Slide]:
    report, say = bundle.report, bundle.language.say
    rounds = tuple(_round(bundle.language, one) for one in report.front.rounds)
    yield Slide(say("The rounds"), rounds, notes=(report.front.protection,))
    if report.loop:
        yield Slide(
            say("What you decided before"),
            tuple(map(_told, report.loop)),
            notes=(report.front.reading[-1],),
        )
    for since in (report.whole, report.latest):
        if since:
            yield Slide(since.finding, chart=since.chart, notes=_sentences(since))
    since = report.whole or report.latest
    if since:
        yield Slide(
            say("{since}: is the difference real, and where does it come from?", since=since.title),
            _points(bundle, since),
            notes=_sentences(since),
        )
    if report.trends:
        yield Slide(report.trends.title, chart=side_by_side(report.trends))
    if report.radar and not report.whole:
        yield Slide(report.radar.title, chart=report.radar)
    if report.targets:
        lines = tuple(
            f"{one.name}: {one.now} → {one.target}, {one.by}. {one.remark}." for one in report.targets
        )
        yield Slide(say("Targets"), lines)
    if proposals := _proposals(bundle):
        yield Slide(say("What do we decide?"), proposals)
    yield Slide(say("What to keep in mind"), report.limits)


def _round(language: Language, one: RoundLine) -> str:
    """A round on a slide: how many people answered, and of which roles."""
    people = language.plural("{count} person", "{count} people", one.people)
    return f"{one.name}: {people} · {one.roles}"


def side_by_side(chart: TrendChart) -> TrendChart:
    """The same in as few rows as a slide has room for, each as long as the next."""
    rows = math.ceil(len(chart.panels) / _IN_A_ROW)
    return replace(chart, columns=math.ceil(len(chart.panels) / rows))


def _told(box: ActionBox) -> str:
    moved = "; ".join(map(_line, box.lines))
    return f"{box.title.rstrip('.')} · {box.status}" + (f". {moved}" if moved else "")


def _line(line: ActionLine) -> str:
    numbers = "" if line.change == NOTHING else f" {line.before} → {line.after}"
    return f"{line.name}{numbers}: {line.verdict}"


def _sentences(since: Since) -> tuple[str, ...]:
    return tuple(f"{one.sentence} {one.where}".strip() for one in since.told)


def _points(bundle: Bundle, since: Since) -> tuple[str, ...]:
    parts = {row[0]: row[1:] for row in since.parts.rows}
    broken = {row.label for row in since.chart.rows if row.change == NOTHING}
    say, signed = bundle.language.say, bundle.language.signed
    lines = []
    for one in since.told:
        if one.name in parts and one.name not in broken:
            total, you, who, asked = (float(value or 0.0) for value in parts[one.name])
            lines.append(
                say(
                    "{name}: {verdict}. {total} = you {you}, who answered {who}, the questionnaire {asked}",
                    name=one.name,
                    verdict=one.verdict,
                    total=signed(total, 2),
                    you=signed(you, 2),
                    who=signed(who, 2),
                    asked=signed(asked, 2),
                )
            )
        else:
            lines.append(f"{one.name}: {one.verdict}")
    return tuple(lines)
