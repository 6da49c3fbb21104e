"""One answer, checked against its item: a value, unknown or not applicable."""

from __future__ import annotations

from maturity.answers.lexicon import Lexicon
from maturity.answers.model import Agreed, Answer, State
from maturity.answers.notes import NO_GRADE, Notes
from maturity.answers.place import Mark
from maturity.answers.raw import RawAnswer
from maturity.answers.words import STATE_OF, fold
from maturity.problems import N_
from maturity.questionnaire.items import AnswerError, Checklist, Item
from maturity.questionnaire.items.base import Value

_NO_ANSWER = N_("There is no answer here, so what stands with it is left out")


def read_answer(raw: RawAnswer, item: Item, lexicon: Lexicon, notes: Notes) -> Answer | None:
    """The answer, or None if it is missing or wrong."""
    evidence = _grade(raw.evidence, lexicon, notes)
    comment, reason = clean(raw.comment, notes), clean(raw.reason, notes)
    if raw.value.empty:
        if comment or reason or evidence is not None:
            notes.warning(raw.value.place, N_("There is no answer here, so what stands with it is left out"))
        return None
    state, given_reason = state_of(raw.value, item)
    if state == "value":
        value = _value(raw.value, item, lexicon, notes)
        return None if value is None else Answer("value", value, None, evidence, comment)
    if state == "unknown":
        return Answer("unknown", None, None, evidence, comment)
    reason = reason or given_reason
    if reason is None:
        notes.warning(raw.value.place, N_("Say why {item} is not applicable"), item=item.id)
    return Answer("not-applicable", None, reason, evidence, comment)


def read_agreed(raw: RawAnswer, item: Item, lexicon: Lexicon, notes: Notes) -> Agreed | None:
    """The agreed level of an item on the questionnaire's scale, or None if there is none or it is wrong."""
    evidence = _grade(raw.evidence, lexicon, notes)
    reason = clean(raw.reason, notes) or clean(raw.comment, notes)
    if raw.value.empty:
        notes.warning(raw.value.place, _NO_ANSWER)
        return None
    if not item.scored:
        message = N_("{item} is not scored, so there is no level to agree on")
        notes.error(raw.item.place, message, item=item.id)
        return None
    if state_of(raw.value, item)[0] != "value":
        message = N_("An agreed level must be an answer; leave {item} out if there is none")
        notes.error(raw.value.place, message, item=item.id)
        return None
    value = _value(raw.value, item, lexicon, notes)
    if value is None:
        return None
    scale = lexicon.questionnaire.scale
    return Agreed(scale.from_ + item.attain(value) * scale.length, value, reason, evidence)


def state_of(mark: Mark, item: Item) -> tuple[State, str | None]:
    """The state that the words of an answer mean, and the reason if one follows a colon.

    "n/a: we have no such service" has a reason, except in an open question, where it is what somebody wrote.
    """
    if not isinstance(mark.value, str):
        return "value", None
    found = STATE_OF.get(fold(mark.value))
    if found is not None:
        return _STATES[found], None
    word, colon, reason = mark.value.partition(":")
    if colon and reason.strip() and item.scored and STATE_OF.get(fold(word)) == "not-applicable":
        return "not-applicable", reason.strip()
    return "value", None


_STATES: dict[str, State] = {"unknown": "unknown", "not-applicable": "not-applicable"}


def clean(mark: Mark | None, notes: Notes) -> str | None:
    """A text without blanks around it; None if there is none, or if it could not be written to a file."""
    if mark is None or mark.empty:
        return None
    if isinstance(mark.value, list | dict):
        notes.error(mark.place, N_("A text is expected here"))
        return None
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in mark.text):
        notes.error(mark.place, N_("The text holds half a character, which cannot be stored"))
        return None
    return mark.text


def _value(mark: Mark, item: Item, lexicon: Lexicon, notes: Notes) -> Value | None:
    if isinstance(mark.value, dict) or (isinstance(mark.value, list) and not isinstance(item, Checklist)):
        notes.error(mark.place, N_("One answer is expected here, not a list"))
        return None
    raw = [part.text for part in mark.value] if isinstance(mark.value, list) else mark.value
    try:
        value = item.parse(lexicon.answer(item.id, raw))
    except AnswerError as error:
        notes.error(mark.place, error.message, **error.values)
        return None
    return clean(Mark(value, mark.place), notes) if isinstance(value, str) else value


def _grade(mark: Mark | None, lexicon: Lexicon, notes: Notes) -> int | None:
    if mark is None or mark.empty:
        return None
    if lexicon.questionnaire.evidence is None:
        notes.error(mark.place, N_("This questionnaire has no evidence grades"))
        return None
    grade = lexicon.grade(mark.text)
    if grade is None:
        known = ", ".join(grade.id for grade in lexicon.questionnaire.evidence.grades)
        notes.misspelt(mark, NO_GRADE, lexicon.grade_words(), known=known)
    return grade
