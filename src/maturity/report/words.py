"""A result's ids and numbers as its readers write them: names, scores, levels, intervals, and the reasons of advice."""

from __future__ import annotations

from collections.abc import Iterable

from maturity.advice.model import Count, Distance, Name, Rating, Reason, Score, Share, Value
from maturity.language import Language
from maturity.problems import N_
from maturity.questionnaire.model import Dimension, Questionnaire
from maturity.scoring.result import Estimate, Interval

NOTHING = "–"
LEAST_P = 0.01
"""The least p that is told as a number: nothing is impossible, as "0.00" would say."""

MODES = {"do": N_("Do"), "talk-first": N_("Talk first"), "ask": N_("Ask first")}
EFFORTS = {
    "small": N_("Small: weeks, no new money"),
    "medium": N_("Medium: a budget year, some hours"),
    "large": N_("Large: reorganises or costs"),
}
KINDS = {
    "example": N_("Example"),
    "lesson": N_("Lesson"),
    "research": N_("Expert voice"),
    "figure": N_("Figure"),
}
AGGREGATIONS = {
    "arithmetic": N_("arithmetic mean"),
    "geometric": N_("geometric mean"),
    "minimum": N_("the lowest"),
}
VERDICTS = {
    "agree": N_("agree"),
    "broadly-agree": N_("broadly agree"),
    "disagree": N_("disagree"),
}


class Words:
    """One questionnaire in one language, as a report speaks of it."""

    def __init__(self, questionnaire: Questionnaire, language: Language) -> None:
        self.questionnaire = questionnaire
        self.language = language
        self.say = language.say
        self.plural = language.plural
        self._number = {level.id: place for place, level in enumerate(questionnaire.levels, 1)}

    def asked(self, version: str) -> str:
        """The questionnaire by its title, and the version that was answered."""
        title = self.questionnaire.title
        return self.say("Questionnaire {id}, version {version}", id=title, version=version)

    def score(self, value: float | None) -> str:
        """A score with the scale's decimals, or a dash."""
        return NOTHING if value is None else self.language.number(value, self.questionnaire.scale.decimals)

    def distance(self, value: float) -> str:
        """A distance on the scale, without sign; one more decimal where the scale's would show nothing."""
        decimals = self.questionnaire.scale.decimals
        small = round(abs(value), decimals) == 0
        return self.language.number(abs(value), decimals + small)

    def interval(self, interval: Interval | None) -> str:
        """An interval ("2.8–3.4"), or nothing."""
        return f"{self.score(interval.low)}–{self.score(interval.high)}" if interval else ""

    def estimate(self, estimate: Estimate | None) -> str:
        """A score with its interval in brackets."""
        if estimate is None:
            return NOTHING
        between = self.interval(estimate.interval)
        return f"{self.score(estimate.mean)} ({between})" if between else self.score(estimate.mean)

    def p(self, value: float | None) -> float | str | None:
        """A p value for a table: in words ("<0.01") where two decimals would say that something is
        impossible."""
        small = value is not None and value < LEAST_P
        return f"<{self.language.number(LEAST_P, 2)}" if small else value

    def status(self, told: str, *, overdue: bool) -> str:
        """How an action stands, and whether its day has passed."""
        late = self.say("overdue")
        return f"{told} · {late}" if overdue else told

    def percent(self, share: float | None) -> str:
        """A share as whole per cent, or a dash."""
        return NOTHING if share is None else self.language.percent(share)

    def level_number(self, id_: str | None) -> int | None:
        """A level's place, the lowest being 1."""
        return self._number.get(id_) if id_ else None

    def level(self, id_: str | None) -> str:
        """A level with its number and name: "3 · Established"."""
        return f"{self._number[id_]} · {self.questionnaire.name_of(id_)}" if id_ else NOTHING

    def roles(self, ids: Iterable[str]) -> str:
        """Roles by their plural names, as a list."""
        plurals = {role.id: role.plural or role.name for role in self.questionnaire.roles}
        return self.language.join([plurals.get(id_, id_) for id_ in ids])

    def inside(self, role: str) -> str:
        """A role's plural name inside a sentence: a common noun, with a small letter in every language here."""
        name = self.roles((role,))
        return name if name[:2].isupper() else name[:1].lower() + name[1:]

    def name(self, id_: str) -> str:
        """What people call a dimension, an item or a role; an item with its code."""
        if id_ in self.questionnaire.role_ids:
            return self.roles((id_,))
        if id_ in self.questionnaire.all_items:
            code = self.questionnaire.all_items[id_].code
            return f"{code} {self.questionnaire.name_of(id_)}" if code else self.questionnaire.name_of(id_)
        return self.questionnaire.name_of(id_)

    def reason(self, reason: Reason) -> str:
        """A reason as a sentence."""
        told = self.say(reason.message, **{name: self.value(value) for name, value in reason.values.items()})
        return told[:1].upper() + told[1:]

    def reasons(self, reasons: Iterable[Reason]) -> str:
        """Reasons as sentences, one after the other."""
        return " ".join(self.reason(reason).rstrip(".") + "." for reason in reasons)

    def value(self, value: Value) -> str:
        """A reason's value as it is written."""
        match value:
            case Score(value=number):
                return self.score(number)
            case Distance(value=number):
                return self.distance(number)
            case Rating(value=number):
                return self.language.number(number, 1)
            case Share(value=number):
                return self.percent(number)
            case Count(value=count):
                return str(count)
            case Name(ids=ids):
                roles = self.questionnaire.role_ids
                return self.language.join(
                    [self.inside(id_) if id_ in roles else self.name(id_) for id_ in ids]
                )

    def path(self, dimension: Dimension) -> str | None:
        """The titles of the dimensions above one, or None at the top."""
        above = [
            node.title
            for node in self.questionnaire.nodes.values()
            if node is not dimension and any(part is dimension for part in node.walk())
        ]
        return " › ".join(above) or None
