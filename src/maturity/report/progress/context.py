"""What every section of a report about progress is made from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from maturity.comparison.progress.model import Change, Comparison, DimensionChange, Progress
from maturity.questionnaire.model import Questionnaire
from maturity.report.charts.describe import Ring
from maturity.report.words import NOTHING, Words
from maturity.scoring.result import Interval, Result
from maturity.scoring.rounding import rounded


@dataclass(frozen=True, slots=True)
class Context:
    """The latest questionnaire in one language, the progress, and the words to tell it in."""

    questionnaire: Questionnaire
    progress: Progress
    words: Words
    earlier: tuple[Questionnaire, ...] = ()
    """The questionnaires of the rounds before, in the same language: what they had may be gone since."""

    def part(self, id_: str) -> str:
        """What an item or dimension is called in the latest questionnaire that has it."""
        known = (self.questionnaire, *reversed(self.earlier))
        found = next((one for one in known if id_ in one.nodes or id_ in one.all_items), self.questionnaire)
        return Words(found, self.words.language).name(id_)

    @property
    def now(self) -> Result:
        """The latest result."""
        return self.progress.rounds[-1]

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The levels as named places on the scale."""
        return tuple(
            Ring(level.at, level.name, str(at)) for at, level in enumerate(self.questionnaire.levels, 1)
        )

    @property
    def least(self) -> float:
        """The least difference that is called a change, on the scale."""
        return self.questionnaire.conventions.change * self.questionnaire.scale.length

    @property
    def unit(self) -> str:
        """The scale in words."""
        number = self.words.language.number
        low, high = (number(at, 0 if at == int(at) else 1) for at in (self.scale[0], self.scale[1]))
        return self.words.say("Scale {scale}", scale=self.words.say("{low} to {high}", low=low, high=high))

    @property
    def scale(self) -> tuple[float, float]:
        """Where the scale begins and ends."""
        return self.questionnaire.scale.from_, self.questionnaire.scale.to

    def tops(self, comparison: Comparison) -> tuple[DimensionChange, ...]:
        """The top dimensions of a comparison."""
        return tuple(comparison.dimension(id_) for id_ in self.now.top)

    def name_of(self, at: int) -> str:
        """What a round is called: its label, or its month."""
        result = self.progress.rounds[at]
        return result.label or self.words.language.date(result.date, "MMMM y")

    def short_name(self, at: int) -> str:
        """A round on an axis: its year if that tells it from the others, else month and year."""
        rounds = self.progress.rounds
        years = [one.date[:4] for one in rounds]
        if len(set(years)) == len(years):
            return years[at]
        return self.words.language.date(rounds[at].date, "MMM y")

    def signed(self, value: float | None, decimals: int | None = None) -> str:
        """A difference with its sign, or a dash."""
        shown = self.questionnaire.scale.decimals if decimals is None else decimals
        return NOTHING if value is None else self.words.language.signed(value, shown)

    def adds_up(self, change: Change) -> bool:
        """Whether the difference is the one that a reader finds, with the decimals in which scores are shown."""
        decimals = self.questionnaire.scale.decimals
        before, after, size = (rounded(one, decimals) for one in (change.before, change.after, change.size))
        return after - before == size

    def between(self, interval: Interval | None) -> str:
        """An interval of a difference: "−0.1 to +0.6"; one more decimal where an end would look like 0."""
        if interval is None:
            return ""
        decimals = self.questionnaire.scale.decimals
        hidden = any(end and not round(end, decimals) for end in (interval.low, interval.high))
        low, high = (self.signed(end, decimals + hidden) for end in (interval.low, interval.high))
        return self.words.say("{low} to {high}", low=low, high=high)

    def verdict(self, change: Change | None) -> str:
        """What may be concluded about one difference, in a few words."""
        say = self.words.say
        if change is None:
            return NOTHING
        if change.changed:
            return say("risen") if change.size > 0 else say("fallen")
        return say("too small to call a change") if change.reliable else say("no reliable change")


def years(date: datetime.date | str) -> float:
    """A day as a place in time, in years."""
    day = datetime.date.fromisoformat(date) if isinstance(date, str) else date
    return day.year + (day.timetuple().tm_yday - 1) / 366
