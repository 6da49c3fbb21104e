"""Where people see it differently: roles, spread, and an agenda for the conversation."""

from __future__ import annotations

from maturity.advice.model import AgendaPoint
from maturity.problems import N_
from maturity.questionnaire.items import Agreement, Rubric
from maturity.report.charts.describe import SHAPES, Mark, RoleChart, RoleRow
from maturity.report.context import Context
from maturity.report.model import AgendaLine, Differences
from maturity.report.words import NOTHING
from maturity.scoring.result import DimensionResult, Gap

AGENDA = 6
"""The most points of an agenda for one meeting."""
GAPS = 5
"""The most gaps told in words; the rest stand in the tables."""


def make_differences(context: Context) -> Differences:
    """The differences in a result that is not withheld."""
    gaps = [gap for gap in context.result.gaps if gap.notable]
    finding = _finding(context, gaps)
    return Differences(
        finding=finding,
        chart=_chart(context, finding),
        remarks=_remarks(context),
        gaps=tuple(gap_sentence(context, gap) for gap in gaps[:GAPS]),
        agenda=tuple(_agenda_line(context, point) for point in context.advice.agenda[:AGENDA]),
    )


def _finding(context: Context, gaps: list[Gap]) -> str:
    words = context.words
    if not context.result.gaps:
        return words.say("There are too few people in each role to compare roles")
    if not gaps:
        return words.say("No two roles differ by more than the answers allow to say")
    distance = words.distance(gaps[0].difference)
    widest = [gap for gap in gaps if words.distance(gap.difference) == distance]
    higher, lower, shared = _sides(widest)
    return words.say(
        _WIDEST if shared else _ONE_OF_THE_WIDEST,
        dimension=words.name(widest[0].dimension),
        higher=words.language.join([words.inside(role) for role in higher]),
        lower=words.language.join([words.inside(role) for role in lower]),
        distance=distance,
    )


_WIDEST = N_("Widest gap: {dimension}, which {higher} place {distance} levels higher than {lower}")
_ONE_OF_THE_WIDEST = N_(
    "One of the widest gaps: {dimension}, which {higher} place {distance} levels higher than {lower}"
)


def _sides(widest: list[Gap]) -> tuple[list[str], list[str], bool]:
    """Who stands higher and who lower in gaps that are shown alike, and whether that is all of them. If they are not
    of the same dimension and of everybody on both sides, it is the first one's."""
    pairs = [_sides_of(gap) for gap in widest]
    higher, lower = (list(dict.fromkeys(side)) for side in zip(*pairs, strict=True))
    same = len({gap.dimension for gap in widest}) == 1
    if same and len(pairs) == len(higher) * len(lower):
        return higher, lower, True
    return [pairs[0][0]], [pairs[0][1]], False


def _sides_of(gap: Gap) -> tuple[str, str]:
    """The role that places it higher, and the one that places it lower."""
    return (gap.first, gap.second) if gap.difference > 0 else (gap.second, gap.first)


def gap_sentence(context: Context, gap: Gap) -> str:
    """A gap in one sentence with its interval and the number of items it rests on."""
    words = context.words
    higher, lower = _sides_of(gap)
    between = ""
    if gap.interval:
        ends = sorted((abs(gap.interval.low), abs(gap.interval.high)))
        between = f"{words.distance(ends[0])}–{words.distance(ends[1])}"
    return words.say(
        "{dimension}: {higher} {distance} higher than {lower} ({between}), on the {count} items that both answered.",
        dimension=words.name(gap.dimension),
        higher=words.inside(higher),
        lower=words.inside(lower),
        distance=words.distance(gap.difference),
        between=between or NOTHING,
        count=len(gap.items),
    )


def _chart(context: Context, finding: str) -> RoleChart | None:
    rows = tuple(_row(context, d) for d in _leaves(context) if d.roles)
    if not rows:
        return None
    words, scale = context.words, context.questionnaire.scale
    return RoleChart(
        title=finding,
        description=words.say("Where each role places each dimension, on the items that the role was asked."),
        unit=words.say("Scale {scale}", scale=context.scale),
        rows=rows,
        levels=context.rings,
        scale_from=scale.from_,
        scale_to=scale.to,
        row_head=words.say("Dimension"),
    )


def _leaves(context: Context) -> list[DimensionResult]:
    return [context.result.dimension(leaf.id) for leaf in context.questionnaire.leaves]


def _row(context: Context, dimension: DimensionResult) -> RoleRow:
    order = {role: place for place, role in enumerate(context.questionnaire.role_ids)}
    marks = []
    for role in dimension.roles:
        label = role_group(context, role.roles)
        shape = SHAPES[order[role.roles[0]] % len(SHAPES)] if len(role.roles) == 1 else "cross"
        marks.append(Mark(label, label, shape, role.estimate.mean, context.words.score(role.estimate.mean)))
    return RoleRow(context.words.name(dimension.id), tuple(marks))


def role_group(context: Context, roles: tuple[str, ...]) -> str:
    """A reporting group's name: its role, or that several small ones are counted together."""
    return context.words.roles(roles) if len(roles) == 1 else context.words.say("Small groups together")


def _remarks(context: Context) -> tuple[str, ...]:
    words = context.words
    pooled = sorted({role.roles for d in _leaves(context) for role in d.roles if len(role.roles) > 1})
    told = [
        words.say(
            "“Small groups together” are {roles}: shown alone, one of them would be too small or give a smaller "
            "one away.",
            roles=words.language.join([words.inside(role) for role in roles]),
        )
        for roles in pooled[:1]
    ]
    disagreed = [
        item.id for item in context.result.items if item.spread and item.spread.verdict == "disagree"
    ]
    if disagreed:
        told.append(
            words.plural(
                "People disagree strongly on {count} item: {items}.",
                "People disagree strongly on {count} items: {items}.",
                len(disagreed),
                items=words.language.join([words.name(id_) for id_ in disagreed]),
            )
        )
    elif any(item.spread for item in context.result.items):
        told.append(words.say("On no item do people disagree strongly."))
    else:
        told.append(
            words.say("Whether people agree cannot be said: it takes at least two answers to the same item.")
        )
    if any(d.role_mix for d in context.result.dimensions):
        names = [words.name(d.id) for d in context.result.dimensions if d.role_mix]
        told.append(
            words.say(
                "Not every role answers every item. In {names} that moves the score noticeably: compare roles rather "
                "than totals there.",
                names=words.language.join(names),
            )
        )
    return tuple(told)


def _agenda_line(context: Context, point: AgendaPoint) -> AgendaLine:
    words = context.words
    item = context.questionnaire.items.get(point.about)
    texts = item.anchors if isinstance(item, Rubric) else item.labels if isinstance(item, Agreement) else {}
    return AgendaLine(
        title=words.name(point.about),
        dimension=words.name(point.dimension) if point.dimension != point.about else "",
        why=words.reasons(point.reasons),
        anchors=tuple((str(number), texts[number]) for number in point.anchors if number in texts),
        questions=point.questions,
    )
