"""`maturity result`: the aggregate-only file that may leave the house, for a comparison with others."""

from __future__ import annotations

import click

from maturity.cli import options, outputs
from maturity.problems import N_


@click.command(
    name="result",
    help=N_(
        "Score ANSWERS and write the result without respondents: scores, intervals, counts and "
        "hashes.\n\n"
        "Disclosure control has been applied before anything is written. A checksum notices a file "
        "that was changed or cut short. Who compares results reads the file with `maturity "
        "benchmark`."
    ),
    epilog=(
        "maturity result answers.xlsx -o result.json\n"
        "maturity result answers.yaml -o result.json --consent named --tag coast"
    ),
)
@options.answers
@options.output(help_text=N_("The file to write, such as result.json; - for standard output."))
@options.questionnaire
@options.lang
@click.option(
    "--consent",
    type=click.Choice(["named", "anonymous", "not-included"]),
    default="anonymous",
    show_default=True,
    help=N_("Whether others may see your name beside your scores, only your part in medians, or nothing."),
)
@click.option(
    "--tag", "tags", multiple=True, metavar=N_("WORD"), help=N_("A word to choose peers by; may be repeated.")
)
@outputs.tells_problems
def command(
    answers: str, target: str, questionnaire: str | None, lang: str, consent: str, tags: tuple[str, ...]
) -> None:
    """Score ANSWERS and write the result without respondents: scores, intervals, counts and hashes."""
    from typing import get_args

    from maturity.cli.inputs import read_answers
    from maturity.comparison.benchmark import Consent, Entry, write_entry
    from maturity.scoring import score

    asked, assessment, warnings = read_answers(answers, questionnaire, lang)
    outputs.print_problems(warnings, lang)
    chosen: Consent = next(one for one in get_args(Consent) if one == consent)
    entry = Entry(score(asked, assessment), chosen, tags)
    outputs.write_bytes(target, write_entry(entry).encode("utf-8"))
