"""Options and arguments that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from maturity.cli.speaking import said, terminals
from maturity.language import is_supported, resolve
from maturity.problems import N_

F = TypeVar("F", bound=Callable[..., Any])


def _language(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str:
    if value is not None and not is_supported(value):
        raise click.BadParameter(said(N_("{tag} is none of en, sv, da, nb")).format(tag=value))
    return resolve(value or terminals())


lang = click.option(
    "--lang",
    callback=_language,
    metavar=N_("LANGUAGE"),
    help=N_("Language of what is written: en, sv, da or nb. If not given, that of your terminal."),
)
as_json = click.option("--json", "as_json", is_flag=True, help=N_("Print data as JSON."))
questionnaire = click.option(
    "-q",
    "--questionnaire",
    metavar=N_("FOLDER"),
    help=N_(
        "The questionnaire: a folder, or the name of one that comes with the program. "
        "If not given, the one that the answers name."
    ),
)
answers = click.argument("answers", metavar=N_("ANSWERS"))


def output(
    required: bool = True, help_text: str = N_("The file to write; - for standard output.")
) -> Callable[[F], F]:
    """The option for where to write."""
    return click.option("-o", "--output", "target", required=required, metavar=N_("FILE"), help=help_text)
