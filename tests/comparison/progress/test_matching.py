"""By which texts and settings two questionnaires are put side by side."""

from __future__ import annotations

from dataclasses import replace

from maturity.comparison.progress import progress
from maturity.comparison.progress.matching import match
from maturity.questionnaire.settings import Privacy

from .conftest import dimension, item, questionnaire, round_from, same


def test_privacy_that_an_assessment_chose_is_its_own():
    known = {"fingerprint": "the same"}
    asked = questionnaire().model_copy(update=known)
    stricter = asked.model_copy(update={"privacy": Privacy(threshold=7, distribution=12)})
    messages = [[one.message for one in match(asked, new).diff.settings] for new in (stricter, asked)]
    assert messages == [["Privacy changed: other groups may be shown"], []]


def test_rounds_are_compared_by_the_texts_as_they_were_written():
    """A translation that has not followed a change of the original changes nothing."""
    changed = item("a", anchors={n: f"Another {n}" for n in range(1, 6)})
    old = round_from(questionnaire(), {"manager": same(6)}, 2022)
    new = round_from(
        questionnaire(dimension("one", changed, "b", "c"), version="2.0.0"), {"manager": same(6)}
    )
    stale = replace(new, questionnaire=questionnaire(version="2.0.0"), original=new.questionnaire)
    found = progress([old, stale])
    assert found.latest.item("a").verdict == "not-comparable"
    assert found == progress([old, new])
