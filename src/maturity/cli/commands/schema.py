"""`maturity schema`: the JSON Schema for editors."""

from __future__ import annotations

from typing import Literal

import click

from maturity.cli import outputs
from maturity.problems import N_

KINDS = ("questionnaire", "recommendations", "cases", "translation")


@click.command(
    name="schema",
    help=N_("Print the JSON Schema of one of a questionnaire's files."),
    epilog="maturity schema recommendations > recommendations.schema.json",
)
@click.argument("kind", type=click.Choice(KINDS), default="questionnaire")
def command(kind: Literal["questionnaire", "recommendations", "cases", "translation"]) -> None:
    """Print the JSON Schema of one of a questionnaire's files."""
    from maturity.questionnaire import schema

    outputs.print_json(schema(kind))
