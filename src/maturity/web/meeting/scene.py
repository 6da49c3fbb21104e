"""What the meeting sees of one item: how the answers are spread, where roles stand, and what to talk about.

All numbers come from the protected result; what is not in it is not shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from maturity.advice.model import AgendaPoint
from maturity.problems import N_
from maturity.questionnaire.items import Item
from maturity.report.charts.describe import SHAPES, Shape
from maturity.report.charts.svg.shapes import mark
from maturity.report.sections.differences import role_group
from maturity.report.words import VERDICTS
from maturity.scoring.result import ItemResult
from maturity.store.live import UNKNOWN
from maturity.store.tables import AgreedLevel, LiveItem
from maturity.web.meeting.board import Board
from maturity.web.meeting.options import Option, in_words, options_of
from maturity.web.rounds.bringing import level_told
from maturity.web.theme import palette


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer and how many gave it; `count` None: not shown. `tone` is empty for what is not a level."""

    option: Option
    count: int | None
    width: float
    """Of all answers, in per cent."""
    tone: str
    disputed: bool = False
    """Whether the answers are divided here."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How the answers to one item are spread."""

    bars: tuple[Bar, ...]
    people: int
    withheld: str = ""
    """Why the bars have no counts."""

    @property
    def divided(self) -> tuple[str, str] | None:
        """The lowest and the highest of the answers that people are divided between."""
        numbers = [bar.option.number for bar in self.bars if bar.disputed]
        return (numbers[0], numbers[-1]) if len(numbers) > 1 else None

    @property
    def most(self) -> float:
        """The widest bar, in per cent of all answers."""
        return max((bar.width for bar in self.bars), default=0.0)

    @property
    def told(self) -> str:
        """The counts in one line, for those who listen."""
        return "; ".join(f"{bar.option.number or bar.option.text}: {bar.count}" for bar in self.bars)


@dataclass(frozen=True, slots=True)
class RoleMark:
    """Where one group of roles stands."""

    name: str
    sign: Markup
    """The shape that stands for it."""
    place: float
    """On the scale, in per cent of its length."""
    shown: str


@dataclass(frozen=True)
class Scene:
    """One item as the meeting sees it."""

    item: Item
    name: str
    dimension: str
    why: str
    """Why it is to be talked about first; empty if it is not."""
    questions: tuple[str, ...]
    spread: Spread
    score: str
    verdict: str
    """How far people agree."""
    roles: tuple[RoleMark, ...]
    agreed: AgreedLevel | None
    agreed_told: str
    last: str
    """What the round before came to; empty if there was none that can be compared."""
    grade: str
    """The evidence that the agreed level rests on."""
    live: LiveItem | None
    """What the room said."""
    room: Spread | None


def make_scene(board: Board, item: Item) -> Scene:
    """One item with everything that may be shown of it."""
    result = board.result_of(item)
    point = board.points.get(item.id)
    row = board.agreed.get(item.id)
    live = board.live.get(item.id)
    verdict = VERDICTS[result.spread.verdict] if result and result.spread else ""
    return Scene(
        item=item,
        name=board.words.name(item.id),
        dimension=board.words.name(board.asked.leaf_of[item.id]),
        why=board.words.reasons(board.reasons(item.id)),
        questions=item.questions,
        spread=_spread(board, item, result, point),
        score=board.words.score(result.score) if result and result.score is not None else "",
        verdict=board.words.say(verdict) if verdict else "",
        roles=_roles(board, result) if result else (),
        agreed=row,
        agreed_told=in_words(item, row.value, board.words.language) if row else "",
        last=_last(board, item),
        grade=_grade(board, row),
        live=live,
        room=room_spread(board, item, live) if live else None,
    )


def _spread(board: Board, item: Item, result: ItemResult | None, point: AgendaPoint | None) -> Spread:
    options = options_of(item, board.words.language)
    divided = {str(number) for number in point.anchors} if point else set()
    counts, counted = (result.distribution, result.counts) if result else (None, None)
    if not counts or counted is None or len(counts) != len(options):
        bars = tuple(Bar(option, None, 0.0, "", option.mark in divided) for option in options)
        people = result.estimate.n if result and result.estimate else 0
        return Spread(bars, people, board.words.say(_why_withheld(board, item, result)))
    told = dict(zip((option.mark for option in options), counts, strict=True))
    return _bars(board, options, told | {UNKNOWN: counted.unknown}, divided)


def _why_withheld(board: Board, item: Item, result: ItemResult | None) -> str:
    if board.result is None:
        return ""
    if result is None or result.withheld or result.estimate is None:
        return N_("Too few have answered this to show anything about it.")
    if item.points is None:
        return N_("How the answers are spread is not shown for this kind of question.")
    return N_("Too few answers to show how they are spread.")


def room_spread(board: Board, item: Item, live: LiveItem) -> Spread:
    """How the answers of the room are spread, as far as they may be shown."""
    options = options_of(item, board.words.language)
    if live.people == 0:
        return Spread(tuple(Bar(option, None, 0.0, "") for option in options), 0)
    return _bars(board, options, live.counts, set())


def _bars(board: Board, options: tuple[Option, ...], counts: Mapping[str, int], divided: set[str]) -> Spread:
    people = sum(counts.values())
    tones = palette().ramp(len(options))
    bars = [
        Bar(
            option,
            counts.get(option.mark, 0),
            _share(counts.get(option.mark, 0), people),
            tone,
            option.mark in divided,
        )
        for option, tone in zip(options, tones, strict=True)
    ]
    unknown = counts.get(UNKNOWN, 0)
    if unknown:
        known = Option(UNKNOWN, "", board.words.say(N_("I don’t know")))
        bars.append(Bar(known, unknown, _share(unknown, people), ""))
    return Spread(tuple(bars), people)


def _share(count: int, people: int) -> float:
    return round(100 * count / people, 2) if people else 0.0


def _roles(board: Board, result: ItemResult) -> tuple[RoleMark, ...]:
    """Each group that may be shown; a single one says no more than the score."""
    if len(result.groups) < 2:
        return ()
    scale, order = board.asked.scale, board.asked.role_ids
    return tuple(
        RoleMark(
            role_group(board.context, group.roles),
            Markup(mark(_shape(group.roles, order), (0.0, 10.0), palette())),
            round(100 * (group.mean - scale.from_) / scale.length, 2),
            board.words.score(group.mean),
        )
        for group in sorted(result.groups, key=lambda group: -group.mean)
    )


def _shape(roles: tuple[str, ...], order: tuple[str, ...]) -> Shape:
    """The same shape as in the report."""
    return SHAPES[order.index(roles[0]) % len(SHAPES)] if len(roles) == 1 else "cross"


def _last(board: Board, item: Item) -> str:
    """Last time's mean and agreed level, as far as they are known."""
    found, words = board.last.get(item.id), board.words
    if found is None:
        return ""
    if found.agreed is None:
        return words.say(N_("Last time {score}"), score=words.score(found.score))
    agreed = level_told(words, found.agreed)
    if found.score is None:
        return words.say(N_("Last time agreed {agreed}"), agreed=agreed)
    return words.say(N_("Last time {score}, agreed {agreed}"), score=words.score(found.score), agreed=agreed)


def _grade(board: Board, row: AgreedLevel | None) -> str:
    evidence = board.asked.evidence
    if row is None or row.evidence is None or evidence is None:
        return ""
    return evidence.grades[row.evidence].name if row.evidence < len(evidence.grades) else ""
