"""The plan in the report: what the team took on, or what to fill in."""

from __future__ import annotations

import datetime
from types import SimpleNamespace

import pytest

from maturity.language import language
from maturity.report.build import build_report
from maturity.report.html import render_html
from maturity.report.model import Before, PlanLine, Report, Taken

LATE = Taken(
    "Meet <monthly>",
    "Head of development",
    datetime.date(2026, 3, 1),
    "Under way",
    True,
    "Ask for dates",
    "Two notes",
    "Meetings: 4 (1 Feb 2026), target 8",
)


def with_actions(made: SimpleNamespace, *actions: Taken, tag: str = "en") -> Report:
    """A report with a plan."""
    return build_report(made.questionnaire, made.result, made.advice, language(tag), actions)


def test_actions_stand_in_the_plan_instead_of_what_is_advised(make: SimpleNamespace) -> None:
    report = with_actions(make.example("en"), LATE, Taken("Another"))
    assert report.plan[0] == PlanLine(
        "Meet <monthly>",
        "Ask for dates",
        "Head of development",
        "1 March 2026",
        "Under way · overdue",
        "Two notes",
        "Meetings: 4 (1 Feb 2026), target 8",
    )
    assert [line.action for line in report.plan] == ["Meet <monthly>", "Another", "", "", ""]


def proposed(
    made: SimpleNamespace, *actions: Taken, before: Before | None = None
) -> tuple[tuple[str, str], ...]:
    """What a council is asked to decide."""
    return build_report(
        made.questionnaire, made.result, made.advice, language("en"), actions, before
    ).proposals


def test_a_council_is_asked_for_what_was_taken_on_and_is_not_finished(make: SimpleNamespace) -> None:
    done, going_on = Taken("Count", finished=True), Taken("Ask users.", carried=True)
    assert proposed(make.example("en"), LATE, done, going_on) == (
        ("Meet <monthly>. Responsible: Head of development. Done by 1 March 2026.", ""),
        ("Go on with: Ask users.", ""),
    )
    assert proposed(make.example("en"), done) == ()


def test_without_actions_a_council_is_asked_for_what_is_advised_and_told_what_is_not_new(
    make: SimpleNamespace,
) -> None:
    made = make.example("en")
    plain = proposed(made)
    assert [step for _, step in plain] == [line.first_step for line in made.report.plan if line.action]
    first, second = (chosen.recommendation for chosen in made.advice.priorities[:2])
    taken = (Taken("Whatever", recommendation=first), Taken("Other", recommendation=second, finished=True))
    again = proposed(made, before=Before("2024", taken, datetime.date(2026, 3, 1)))
    assert again[0] == (f"Go on with: {plain[0][0]}", plain[0][1])
    assert again[1:] == plain[1:]


def test_a_long_plan_has_one_empty_line(make: SimpleNamespace) -> None:
    report = with_actions(make.example("en"), *[LATE] * 6)
    assert [line.action for line in report.plan[5:]] == ["Meet <monthly>", ""]


@pytest.mark.parametrize("tag", ["sv", "da", "nb"])
def test_the_page_tells_owner_date_and_status(make: SimpleNamespace, tag: str) -> None:
    html = render_html(with_actions(make.example(tag), LATE, tag=tag), language(tag))
    assert "Meet &lt;monthly&gt;" in html
    assert "Head of development" in html
    assert "Under way" in html
    assert "Meetings: 4 (1 Feb 2026), target 8<br>Two notes" in html


def test_a_report_without_actions_is_as_it_was(make: SimpleNamespace) -> None:
    made = make.example("en")
    assert with_actions(made) == made.report
