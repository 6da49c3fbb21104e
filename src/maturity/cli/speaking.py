"""The help of the command line in the reader's language.

Texts are marked where they stand (`N_`) and said when a command is looked up: a module that is imported once
may be read in several languages. Click's own words ("Options", "Missing argument") come from our catalogues as
well: click asks the standard library's gettext, which is told where they are and which language is spoken.
"""

from __future__ import annotations

import copy
import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise

import click

from maturity import resources
from maturity.language import is_supported, resolve
from maturity.problems import N_

CLICKS_OWN = (
    N_("Usage:"),
    N_("Options"),
    N_("Commands"),
    N_("[OPTIONS]"),
    N_("COMMAND [ARGS]..."),
    N_("Show this message and exit."),
    N_("Show the version and exit."),
    N_("default: {default}"),
    N_("required"),
    N_("Aborted!"),
    N_("Error: {message}"),
    N_("Try '{command} {option}' for help."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing command."),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
)
"""What click says in its help, and when a command is not understood."""


def language_of(words: Sequence[str]) -> str:
    """The language that `--lang` among the words asks for, else the terminal's."""
    asked = [after for before, after in pairwise(words) if before == "--lang"]
    asked += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    return resolve(next((tag for tag in reversed(asked) if is_supported(tag)), terminals()))


def terminals() -> str | None:
    """The language of the terminal, as the environment names it."""
    return os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Let gettext speak a language, and forget it afterwards."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("maturity", str(resources.catalogues()))
    gettext.textdomain("maturity")
    os.environ["LANGUAGE"] = tag
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before


def said(text: str | None) -> str:
    """A text in the language that is spoken; nothing stays nothing."""
    return gettext.gettext(text) if text else ""


def told(command: click.Command) -> click.Command:
    """A command with its texts said, and its examples (its epilog) below what it does."""
    found = copy.copy(command)
    found.help = said(command.help) + _examples(command.epilog)
    found.epilog = None
    found.options_metavar = said(command.options_metavar)
    found.params = [_told(param) for param in command.params]
    if isinstance(found, click.Group) and isinstance(command, click.Group):
        found.subcommand_metavar = said(command.subcommand_metavar)
        found.commands = {name: told(one) for name, one in command.commands.items()}
    return found


def _told(param: click.Parameter) -> click.Parameter:
    found = copy.copy(param)
    found.metavar = said(param.metavar) or None
    if isinstance(found, click.Option):
        found.help = said(found.help) or None
    return found


def _examples(lines: str | None) -> str:
    """Examples below each other, as they stand: nothing in them is wrapped."""
    if not lines:
        return ""
    head = said(N_("Example:")) + "  "
    first, *rest = lines.splitlines()
    return "\n\n\b\n" + "\n".join([head + first, *(" " * len(head) + line for line in rest)])
