"""`maturity score`: the profile in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.cli import options, outputs
from maturity.problems import N_

if TYPE_CHECKING:
    from rich.table import Table

    from maturity.questionnaire.settings import Scale
    from maturity.report.words import Words
    from maturity.scoring.result import DimensionResult, Result

LONGEST, SHORTEST = 30, 12
"""Characters of a full bar, on a wide terminal and on a narrow one."""


@click.command(
    name="score",
    help=N_("Score ANSWERS and print the profile: each dimension with its bar, score, interval and level."),
    epilog="maturity score answers.yaml\nmaturity score answers.yaml --json > result.json",
)
@options.answers
@options.questionnaire
@options.lang
@options.as_json
@outputs.tells_problems
def command(answers: str, questionnaire: str | None, lang: str, as_json: bool) -> None:
    """Score ANSWERS and print the profile: each dimension with its bar, score, interval and level."""
    from maturity.cli.inputs import read_answers
    from maturity.language import language
    from maturity.report.words import Words
    from maturity.scoring import score, to_json

    asked, assessment, warnings = read_answers(answers, questionnaire, lang)
    outputs.print_problems(warnings, lang)
    result = score(asked, assessment)
    if as_json:
        click.echo(to_json(result))
        return
    print_profile(result, Words(asked, language(lang)))


def print_profile(result: Result, words: Words) -> None:
    """Prints a result: each dimension, the overall number, and the bottleneck."""
    from rich.text import Text

    from maturity.report.sections.extremes import names_of_weakest

    terminal = outputs.console()
    when = words.language.date(result.date)
    terminal.print(
        Text(" · ").join([Text(result.organisation, "bold"), Text(words.questionnaire.title), Text(when)])
    )
    if result.note:
        terminal.print(Text(result.note))
    answered = words.plural("{count} person answered.", "{count} people answered.", result.respondents)
    if result.withheld:
        terminal.print(answered + " " + words.say("Too few people answered for a report."))
        return
    terminal.print(answered)
    terminal.print(_table(result, words, terminal.width))
    if result.overall:
        overall = words.say("Overall {score}", score=words.score(result.overall.score))
        between = words.interval(result.overall.interval)
        terminal.print(Text(overall + (f" ({between})" if between else "")))
    weakest = names_of_weakest(words, result)
    if weakest:
        terminal.print(Text(words.say("The bottleneck is {name}.", name=words.language.join(weakest))))


def _table(result: Result, words: Words, width: int) -> Table:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table
    from rich.text import Text

    scale, say = words.questionnaire.scale, words.say
    rows = [_row(dimension, words) for dimension in result.dimensions]
    heads = (say("Dimension"), say("Score"), say("Interval"), say("Level"))
    widest = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    bar = min(max(width - sum(widest) - 3 * len(widest) - 3, SHORTEST), LONGEST)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column(heads[0], overflow="fold")
    table.add_column(say("Scale {scale}", scale=f"{scale.from_:g}–{scale.to:g}"), min_width=bar, no_wrap=True)
    for head in heads[1:3]:
        table.add_column(head, justify="right", no_wrap=True)
    table.add_column(heads[3], overflow="fold")
    for dimension, (name, *rest) in zip(result.dimensions, rows, strict=True):
        drawn = Text(_bar(dimension, scale, bar), "green")
        table.add_row(Text(name), drawn, *map(Text, rest))
    return table


def _row(dimension: DimensionResult, words: Words) -> tuple[str, str, str, str]:
    path = words.path(words.questionnaire.nodes[dimension.id])
    inside = "  " * (path.count("›") + 1) if path else ""
    between = words.interval(dimension.estimate.interval) if dimension.estimate else ""
    return (
        inside + words.name(dimension.id),
        words.score(dimension.score),
        between,
        words.level(dimension.level),
    )


def _bar(dimension: DimensionResult, scale: Scale, width: int) -> str:
    """The score as a bar from the bottom of the scale: solid up to the interval, shaded where that is."""
    if dimension.score is None:
        return ""

    def place(value: float) -> int:
        return round((value - scale.from_) / scale.length * width)

    interval = dimension.estimate.interval if dimension.estimate else None
    score = place(dimension.score)
    low, high = (place(interval.low), place(interval.high)) if interval else (score, score)
    return "█" * low + "▓" * (score - low) + "░" * (high - score) + "·" * (width - max(high, score))
