"""How answers are spread over the choices of an item, as bars: those of the round, and those of the room.

What may not be shown has no bars, and says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from maturity.advice.model import AgendaPoint
from maturity.problems import N_
from maturity.questionnaire.items import Item
from maturity.scoring.result import ItemResult
from maturity.store.live import UNKNOWN
from maturity.store.tables import LiveItem
from maturity.web.meeting.board import Board
from maturity.web.meeting.options import Option, options_of
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


def spread_of(board: Board, item: Item, result: ItemResult | None, point: AgendaPoint | None) -> Spread:
    """How the answers of the round are spread, as far as they may be shown."""
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
