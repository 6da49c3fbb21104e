"""The first page: what this is, who answered, and how to read it."""

from __future__ import annotations

from maturity.report.context import Context
from maturity.report.model import Front, RoleLine
from maturity.scoring.result import RoleCount


def make_front(context: Context, contents: tuple[tuple[str, str], ...]) -> Front:
    """The first page from a result."""
    result, questionnaire, words = context.result, context.questionnaire, context.words
    return Front(
        organisation=result.organisation,
        title=questionnaire.title,
        when=" · ".join(part for part in (result.label, words.language.date(result.date)) if part),
        questionnaire=words.asked(result.version),
        note=result.note,
        about=questionnaire.description or "",
        notice=questionnaire.notice,
        answered=words.plural("{count} person answered.", "{count} people answered.", result.respondents),
        roles=tuple(_role_line(context, role) for role in result.roles),
        protection=_protection(context),
        reading=_reading(context),
        contents=contents,
    )


def _role_line(context: Context, role: RoleCount) -> RoleLine:
    say = context.words.say
    if role.n == 0:
        remark = say("Nobody answered")
    elif role.shown and context.result.respondents == 1:
        remark = say("One person’s own view")
    elif role.shown:
        remark = say("Shown as a group")
    elif role.n < context.result.threshold:
        remark = say("Too few to show alone")
    elif _stands_alone(context, role.role):
        remark = say("Shown as a group where that gives no smaller group away")
    else:
        remark = say("Counted together with smaller groups, which could be worked out otherwise")
    return RoleLine(context.words.roles((role.role,)), role.n, remark)


def _stands_alone(context: Context, role: str) -> bool:
    """Whether any dimension shows the role for itself: not everybody is asked everything."""
    return any(shown.roles == (role,) for dimension in context.result.dimensions for shown in dimension.roles)


def _protection(context: Context) -> str:
    threshold = context.result.threshold
    if threshold == 1 and context.result.respondents == 1:
        return context.words.say("One person answered, so that every number here is that person’s own view.")
    if threshold == 1:
        return context.words.say(
            "The answers are facts about the organisation, so that no group is too small to show."
        )
    return context.words.say(
        "No score here rests on fewer than {threshold} people. Answers belong to people; this report belongs to "
        "the team.",
        threshold=threshold,
    )


def _reading(context: Context) -> tuple[str, ...]:
    say = context.words.say
    confidence = context.words.percent(context.questionnaire.scoring.confidence)
    balanced = context.questionnaire.scoring.respondents == "role-balanced"
    return (
        say("Scores run from {scale}. Each role weighs the same, however many answered.", scale=context.scale)
        if balanced
        else say("Scores run from {scale}. Each person weighs the same.", scale=context.scale),
        say(
            "The range after a score ({confidence} interval) says how much it would vary with other people of the same "
            "kind. Two scores whose ranges overlap may be the same.",
            confidence=confidence,
        ),
        say("“Don’t know” is never counted as a low score. It is reported for itself."),
    )
