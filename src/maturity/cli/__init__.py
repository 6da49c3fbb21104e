"""The command line: a module for each command, imported when it is used, so that `--help` answers at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from maturity.cli.speaking import language_of, said, speaking, told
from maturity.problems import N_

COMMANDS = {
    "benchmark": N_(
        "Compare several organisations, or one with its peers: .pdf, .html, .xlsx, .csv or .json."
    ),
    "check": N_("Check a questionnaire folder and say everything that is wrong with it."),
    "diff": N_("Say what changed between two versions of a questionnaire."),
    "example": N_("Write the example answers and their report, to see what you get."),
    "explain": N_("Take a number of the result apart, down to the answers."),
    "progress": N_(
        "Say what moved between rounds, and why: .pdf, .html, .xlsx, .csv, .json, .docx or .pptx."
    ),
    "report": N_("Make the report: .pdf, .html, .xlsx, .csv, .json, .docx or .pptx."),
    "result": N_("Write the result without respondents, to be compared with others."),
    "schema": N_("Print the JSON Schema that editors use to complete and check."),
    "score": N_("Score a file of answers and print the profile."),
    "serve": N_("Run the server: pages for setting up, answering, meeting and reading."),
    "template": N_("Write an empty file of answers to fill in: .csv or .xlsx."),
    "user": N_("Make accounts: the first administrator."),
    "worker": N_("Do the long work beside the pages (serve starts one by itself)."),
}
"""The commands with their short help, so that listing them imports none of them."""


class Commands(click.Group):
    """The commands by name; a command's module is imported when it is called, its texts said as they are
    asked for."""

    def main(self, args: Sequence[str] | None = None, *more: Any, **named: Any) -> Any:
        """Do what the words ask for, in the reader's language."""
        words = sys.argv[1:] if args is None else list(args)
        with speaking(language_of(words)):
            return super().main(words, *more, **named)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every command's name, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command, or None if there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"maturity.cli.commands.{cmd_name}").command
        return told(command)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help, said in the reader's language."""
        click.Group.format_help(told(self), ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands."""
        with formatter.section(said("Commands")):
            formatter.write_dl([(name, said(text)) for name, text in COMMANDS.items()])


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=N_(
        "Measure how well a municipality is set up for innovation, and say what to do about it.\n\n"
        "Look at the example first; then make a file for your own answers, and their report.\n\n"
        "Exit status: 0 all went well, 1 something is wrong with what you gave, 2 the command was not understood."
    ),
    epilog=(
        "maturity example -o my-example\n"
        "maturity template innovation-capacity -o answers.xlsx --lang sv\n"
        "maturity report answers.xlsx -o report.pdf --lang sv"
    ),
)
@click.version_option(package_name="maturity", message="maturity %(version)s")
@click.help_option("-h", "--help", help=N_("Show this message and exit."))
def main() -> None:
    """Measure how well a municipality is set up for innovation, and say what to do about it."""
