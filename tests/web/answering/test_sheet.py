"""One person's questionnaire: its pages, what is asked, and how far they have come."""

from __future__ import annotations

import pytest

from maturity import questionnaire as room
from maturity import resources
from maturity.answers import Answer
from maturity.web.answering.sheet import Sheet, minutes_for, most_minutes


@pytest.fixture(scope="module")
def asked():
    return room.load(resources.read_folder(resources.find_questionnaire("innovation-capacity")))


def test_there_is_a_page_for_each_dimension_and_one_at_the_end(asked):
    parts = Sheet(asked, "executive", {}).parts
    assert [part.number for part in parts] == [1, 2, 3, 4, 5, 6]
    assert [part.is_closing for part in parts] == [False] * 5 + [True]


def test_a_role_meets_only_what_it_is_asked(asked):
    user = Sheet(asked, "user", {})
    assert all(item.asked_of("user") for item in user.all_items)
    assert len(user.all_items) < len(Sheet(asked, "executive", {}).all_items)


def test_progress_counts_what_needs_an_answer(asked):
    everything = Sheet(asked, "executive", {})
    answers = {item.id: Answer("unknown") for item in everything.parts[0].items}
    begun = Sheet(asked, "executive", answers)
    assert begun.progress.answered == len(answers)
    assert begun.progress.total == everything.progress.total == 30
    assert 0 < begun.progress.minutes < everything.progress.minutes
    assert begun.next_page() == 2


def test_what_does_not_apply_without_a_word_why_is_told(asked):
    first, second = Sheet(asked, "executive", {}).parts[0].items[:2]
    answers = {first.id: Answer("not-applicable"), second.id: Answer("not-applicable", reason="None here")}
    ((_, items),) = Sheet(asked, "executive", answers).without_reason
    assert [item.id for item in items] == [first.id]


def test_nothing_left_takes_no_time(asked):
    assert minutes_for([]) == 0
    assert most_minutes(asked) >= 15
