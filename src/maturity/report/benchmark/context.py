"""What every section of a benchmark's report is made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from maturity.comparison.benchmark.entry import Choice, Mark
from maturity.comparison.benchmark.model import Benchmark, Percentile, Range, Row, Standing
from maturity.language import Language
from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire
from maturity.report.charts.describe import Ring
from maturity.report.words import NOTHING, Words
from maturity.scoring.result import Interval

MARK_NAMES: dict[Mark, str] = {
    "few": N_("few respondents"),
    "role-missing": N_("a role is missing"),
    "stale": N_("older than 24 months"),
    "version": N_("another version"),
    "edition": N_("another edition"),
}
MARK_MEANINGS: dict[Mark, str] = {
    "few": N_("fewer people answered than a grade B asks for, so that its scores are less sure"),
    "role-missing": N_("nobody in one of the roles answered, so that one view is not in its scores"),
    "stale": N_("more than 24 months older than the newest result, so that it may no longer hold"),
    "version": N_("another version of the questionnaire: only what means the same is compared"),
    "edition": N_("the same version number with another content, which is not at hand: taken for the same"),
}


@dataclass(frozen=True, slots=True)
class Context:
    """The questionnaire in one language, a benchmark, and the words to tell it in."""

    questionnaire: Questionnaire
    benchmark: Benchmark
    words: Words
    name: str | None = None
    """What the group is called."""

    @property
    def scale(self) -> tuple[float, float]:
        """Where the scale begins and ends."""
        return self.questionnaire.scale.from_, self.questionnaire.scale.to

    @property
    def rings(self) -> tuple[Ring, ...]:
        """The levels as named places on the scale."""
        levels = enumerate(self.questionnaire.levels, 1)
        return tuple(Ring(level.at, level.name, str(place)) for place, level in levels)

    @property
    def unit(self) -> str:
        """The scale in words."""
        number = self.words.language.number
        low, high = (number(end, 0 if end == int(end) else 1) for end in self.scale)
        return self.words.say("Scale {scale}", scale=self.words.say("{low} to {high}", low=low, high=high))

    @property
    def tops(self) -> tuple[Standing, ...]:
        """The top dimensions."""
        return tuple(self.benchmark.standing(id_) for id_ in self.benchmark.top)

    @property
    def for_client(self) -> bool:
        """Whether this is one client's benchmark."""
        return self.benchmark.client is not None

    def middle(self, standing: Standing) -> str:
        """The middle half ("2.4–3.2"), or a dash."""
        return self.words.interval(standing.middle) or NOTHING

    def place(self, found: Percentile | None) -> str:
        """A range of percentiles ("40–70 %"), or a dash."""
        if found is None:
            return NOTHING
        percent = self.words.language.percent
        if found.low == found.high:
            return percent(found.low)
        low = self.words.language.number(found.low * 100, 0)
        return f"{low}–{percent(found.high)}"

    def ranks(self, found: Range | None) -> str:
        """A range of ranks ("2–5"), or a dash."""
        if found is None:
            return NOTHING
        return str(found.low) if found.low == found.high else f"{found.low}–{found.high}"

    def row_name(self, row: Row) -> str:
        """What a row is called: its name if it agreed to that, else a code."""
        return row.name or self.words.say("Anonymous {code}", code=row.code)

    def marks(self, marks: Iterable[Mark]) -> str:
        """Marks in a few words, or nothing."""
        return self.words.language.join([self.words.say(MARK_NAMES[mark]) for mark in marks])

    def some(self, names: Sequence[str], most: int = 12) -> str:
        """Names as a list; of many the first ones and how many more."""
        if len(names) <= most:
            return self.words.language.join(list(names))
        told = ", ".join(names[:most])
        return self.words.say("{names} and {count} more", names=told, count=len(names) - most)

    def signed(self, difference: float) -> str:
        """A difference with its sign."""
        return self.words.language.signed(difference, self.questionnaire.scale.decimals)

    def level_of(self, score: float | None) -> int | None:
        """The number of the level that a score lies in."""
        return None if score is None else self.words.level_number(self.questionnaire.level_at(score).id)

    def choice(self) -> str:
        """Which organisations were chosen, in words; empty for everybody."""
        told = told_choice(self.benchmark.choice, self.words.language)
        by_code = self.words.say("chosen by their official codes") if self.benchmark.chosen_by_code else ""
        return "; ".join(part for part in (told, by_code) if part)


def told_choice(choice: Choice, language: Language) -> str:
    """Which organisations a choice takes, in words; empty for everybody."""
    say = language.say
    told = []
    if choice.countries:
        told.append(language.join([language.country(code) for code in choice.countries]))
    least, most = choice.population
    if least is not None or most is not None:
        told.append(_population(least, most, language))
    if choice.codes:
        told.append(say("official codes {codes}", codes=", ".join(choice.codes)))
    if choice.tags:
        told.append(say("tagged {tags}", tags=", ".join(choice.tags)))
    return "; ".join(told)


def _population(least: int | None, most: int | None, language: Language) -> str:
    say, number = language.say, language.number
    if least is None:
        return say("up to {most} inhabitants", most=number(most or 0, 0))
    if most is None:
        return say("{least} inhabitants or more", least=number(least, 0))
    return say("{least} to {most} inhabitants", least=number(least, 0), most=number(most, 0))


def ends(interval: Interval | None) -> tuple[float, float] | None:
    """An interval as a pair."""
    return (interval.low, interval.high) if interval else None
