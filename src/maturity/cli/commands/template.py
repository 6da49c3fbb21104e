"""`maturity template`: an empty file of answers."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import click

from maturity.cli import options, outputs
from maturity.problems import N_


@click.command(
    name="template",
    help=N_("Write an empty file of answers for QUESTIONNAIRE: .csv or .xlsx, by the ending of the file."),
    epilog="maturity template innovation-capacity -o svar.xlsx --lang sv",
)
@click.argument("questionnaire", metavar=N_("QUESTIONNAIRE"))
@options.output()
@options.lang
@click.option(
    "--long", "long_shape", is_flag=True, help=N_("One row for each answer, not for each respondent (.csv).")
)
@click.option(
    "--respondents", metavar=N_("NUMBER"), default=24, show_default=True, help=N_("How many rows to prepare.")
)
@outputs.tells_problems
def command(questionnaire: str, target: str, lang: str, long_shape: bool, respondents: int) -> None:
    """Write an empty file of answers for QUESTIONNAIRE: .csv or .xlsx, by the ending of the file."""
    from maturity.answers import template
    from maturity.cli.inputs import load_questionnaire

    ending = Path(target).suffix.lower() or ".csv"
    shape: Literal["long", "wide"] = "long" if long_shape else "wide"
    outputs.write_bytes(
        target,
        template(load_questionnaire(questionnaire, lang), ending, shape=shape, respondents=respondents),
    )
