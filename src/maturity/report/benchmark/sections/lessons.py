"""Where a peer could learn from the client, where it could learn, and from whom."""

from __future__ import annotations

from maturity.comparison.benchmark.model import Lesson
from maturity.report.benchmark.context import Context
from maturity.report.benchmark.model import LessonLine, Lessons

MOST = 6
"""The most items told on either side; the tables have all."""


def make_lessons(context: Context) -> Lessons | None:
    """Strengths and lessons of a client's benchmark; None for a group."""
    client, found = context.benchmark.client, context.benchmark
    if client is None:
        return None
    say = context.words.say
    if client.consent != "named":
        remark = say(
            "From whom you could learn is told only to those who have agreed to be named themselves."
        )
    elif not found.named:
        remark = say("None of your peers has agreed to be named.")
    elif any(one.named for one in found.lessons[:MOST]):
        remark = say(
            "Named are peers who have agreed to it and who stand clearly higher. Ask them how they do it."
        )
    else:
        remark = ""
    return Lessons(
        strengths=tuple(_line(context, one) for one in found.strengths[:MOST]),
        lessons=tuple(_line(context, one) for one in found.lessons[:MOST]),
        remark=remark,
    )


def _line(context: Context, lesson: Lesson) -> LessonLine:
    words, one = context.words, context.benchmark.standing(lesson.id)
    why = words.say(
        "You {score}, median {median} ({difference}).",
        score=words.score(one.client),
        median=words.score(one.median),
        difference=context.signed(lesson.difference),
    )
    if one.percentile:
        why += " " + words.say("{share} of the others stand below you.", share=context.place(one.percentile))
    return LessonLine(
        title=words.name(lesson.id),
        dimension=words.name(context.questionnaire.leaf_of[lesson.id]),
        why=why,
        named=words.language.join(list(lesson.named)),
    )
