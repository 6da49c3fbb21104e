"""Every kind of item through its fields: what the page sends is what is saved, and what is saved is shown."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from maturity.language import language
from maturity.questionnaire.items import AnswerError, Item
from maturity.store.saving import Draft, Kept, fields_of
from maturity.web.answering.given import Given, from_json, in_words, of_row, stamp, to_draft

OPTIONS = [{"id": "unknown", "text": "A", "points": 0}, {"id": "b", "text": "B", "points": 1}]
KINDS = {
    "rubric": ({"anchors": {1: "Low", 2: "High"}}, Given(("=2",)), 2, "2: High"),
    "agreement": ({"labels": {1: "No", 5: "Yes"}}, Given(("=4",)), 4, "4"),
    "yes-no": ({}, Given(("=no",)), False, "No"),
    "choice": ({"options": OPTIONS}, Given(("=unknown",)), "unknown", "A"),
    "checklist": ({"options": OPTIONS}, Given(("=unknown", "=b")), ("unknown", "b"), "A; B"),
    "number": ({"from": 0, "to": 9}, Given((), "2.5"), 2.5, "2.5"),
    "text": ({}, Given((), "Time"), "Time", "Time"),
}
NOTHING = Given(("none",))


def make(kind):
    return TypeAdapter(Item).validate_python({"id": "it", "type": kind, "text": "It", **KINDS[kind][0]})


def saved(draft: Draft) -> Kept:
    return Kept(**fields_of(draft), revision=1)


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_of_every_kind_survives_being_saved_and_shown(kind):
    item, (_, given, value, words) = make(kind), KINDS[kind]
    draft = to_draft(item, given, 0)
    assert draft == Draft("value", value)
    assert of_row(item, saved(draft), language("en")) == given
    assert in_words(item, given, language("en")) == words


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["unknown", "not-applicable"])
def test_not_knowing_and_not_applying_are_answers(kind, state):
    item = make(kind)
    draft = to_draft(item, Given((state,), "", "So it is"), 0)
    assert draft.state == state
    assert (draft.reason is not None) == (state == "not-applicable")
    assert of_row(item, saved(draft), language("en")).marks == (state,)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_no_answer(kind):
    assert to_draft(make(kind), Given(), 0) == Draft(None)


def test_ticking_nothing_on_purpose_is_an_answer():
    item = make("checklist")
    assert to_draft(item, NOTHING, 0) == Draft("value", ())
    assert of_row(item, saved(Draft("value", ())), language("en")) == NOTHING


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [(2.5, "en", "2.5"), (2.5, "sv", "2,5"), (1234567.0, "da", "1234567"), (1234.5678, "nb", "1234,5678")],
)
def test_a_number_is_shown_as_its_reader_writes_it_with_every_digit(value, tag, text):
    item = make("number")
    given = of_row(item, saved(Draft("value", value)), language(tag))
    assert given.text == text
    assert to_draft(item, given, 0) == Draft("value", value)


def test_an_evidence_grade_that_does_not_exist_is_none():
    item = make("rubric").model_copy(update={"ask_evidence": True})
    assert to_draft(item, Given(("=2",), evidence="3"), 4).evidence == 3
    assert to_draft(item, Given(("=2",), evidence="4"), 4).evidence is None
    assert to_draft(item, Given(("=2",), evidence="-1"), 4).evidence is None
    assert to_draft(item, Given(("=2",), evidence="9" * 5000), 4).evidence is None


def test_a_comment_has_an_end():
    with pytest.raises(AnswerError):
        to_draft(make("rubric"), Given(comment="a" * 2001), 0)


def test_whatever_else_is_sent_counts_as_empty():
    assert from_json({"marks": ["=1", 3, None], "text": 7, "comment": ["x"]}) == Given(("=1",))
    assert from_json({"marks": "=1"}) == Given()


def test_stamps_tell_fields_apart_and_not_the_order_of_ticks():
    assert stamp(Given(("=a", "=b"))) == stamp(Given(("=b", "=a")))
    assert stamp(Given(("=a",))) != stamp(Given(("=b",)))
    assert stamp(Given((), "a")) != stamp(Given((), "", "a"))
