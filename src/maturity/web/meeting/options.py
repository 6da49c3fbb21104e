"""The answers that can be chosen to an item, lowest first, as pages and forms want them."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.language import Language
from maturity.problems import N_
from maturity.questionnaire.items import Agreement, Checklist, Choice, Item, Rubric, YesNo
from maturity.web.languages import as_written


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: the mark that forms send, its number if it has one, and its words."""

    mark: str
    number: str
    text: str

    @property
    def told(self) -> str:
        """The answer in one line: "3: Some of us have"."""
        return ": ".join(part for part in (self.number, self.text) if part)


def options_of(item: Item, language: Language) -> tuple[Option, ...]:
    """The answers, one of which is chosen; none for items that are ticked or written."""
    if isinstance(item, Rubric):
        return tuple(Option(str(n), str(n), text) for n, text in sorted(item.anchors.items()))
    if isinstance(item, Agreement):
        return tuple(Option(str(n), str(n), item.labels.get(n, "")) for n in range(1, item.steps + 1))
    if isinstance(item, YesNo):
        return (Option("no", "", language.say(N_("No"))), Option("yes", "", language.say(N_("Yes"))))
    if isinstance(item, Choice):
        return tuple(Option(option.id, "", option.text) for option in item.options)
    return ()


def mark_of(value: object) -> str:
    """The mark of a given answer."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def in_words(item: Item, value: object, language: Language) -> str:
    """An agreed answer as a person reads it."""
    if isinstance(item, Checklist) and isinstance(value, list | tuple):
        ticked = [option.text for option in item.options if option.id in value]
        return "; ".join(ticked) or language.say(N_("None of these"))
    if isinstance(value, float):
        return language.number(value, 0) if value == int(value) else as_written(value, language)
    told = {option.mark: option.told for option in options_of(item, language)}
    return told.get(mark_of(value), str(value))
