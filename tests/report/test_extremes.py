"""The finding over a profile never calls one of two equal scores the strongest."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from maturity.language import language
from maturity.report.sections.extremes import told_extremes
from maturity.report.words import Words

TEXTS = {
    "none": "No dimension has enough answers for a score",
    "same": "Every dimension scores {score}",
    "both": "{best} is the strongest ({best_score}) and {weakest} the weakest ({weakest_score})",
}


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ({}, "No dimension has enough answers for a score"),
        ({"trust": None}, "No dimension has enough answers for a score"),
        ({"trust": 2.0, "money": None}, "trust scores 2.0"),
        ({"trust": 2.01, "money": 2.04}, "Every dimension scores 2.0"),
        ({"trust": 3.0, "money": 2.0}, "trust is the strongest (3.0) and money the weakest (2.0)"),
        (
            {"trust": 3.0, "money": 2.01, "time": 1.99},
            "Strongest: trust (3.0). Weakest: money and time (2.0)",
        ),
        (
            {"trust": 3.0, "tools": 3.0, "money": 2.0, "time": 2.0, "people": 2.0},
            "Strongest: trust and tools (3.0). Weakest: several (2.0)",
        ),
    ],
)
def test_the_extremes_are_told_only_where_they_differ(make: SimpleNamespace, scores: dict, told: str) -> None:
    words = Words(make.asked(make.theme_of("other")), language("en"))
    assert told_extremes(words, scores.items(), **TEXTS) == told
