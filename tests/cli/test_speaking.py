"""The help of every command is in the reader's language: no text in it stands outside the catalogue."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract_from_dir

import maturity.cli
from maturity.cli import COMMANDS, main
from maturity.cli.speaking import language_of, said, speaking, told

HERE = Path(maturity.cli.__file__).parent
SIGNS = re.compile(
    r"""maturity\ [^\n]*        # an example
    | (?<![\w-])--?[a-z][a-z-]*  # an option
    | \[[a-z|-]+\]              # a choice
    | \#RRGGBB
    | :\s+(?!maturity\ )[^\s;\]]+   # a default
    """,
    re.VERBOSE,
)


def paths() -> Iterator[tuple[str, ...]]:
    """Every command with the groups before it."""
    yield ()
    for name in sorted(COMMANDS):
        yield (name,)
        command = import_module(f"maturity.cli.commands.{name}").command
        if isinstance(command, click.Group):
            yield from ((name, below) for below in command.commands)


@pytest.fixture
def crossed_out(monkeypatch):
    """Gettext that crosses every letter of a known text out, but for what is filled in later."""
    found = extract_from_dir(HERE, [("**.py", "python")], {}, {"N_": None})
    known = {message for _, _, message, _, _ in found}

    def crossed(_domain: str, message: str) -> str:
        if message not in known:
            return message
        return "".join(
            part if part.startswith("{") else re.sub(r"\w", "·", part)
            for part in re.split(r"(\{[^}]*\})", message)
        )

    monkeypatch.setattr(gettext, "dgettext", crossed)


@pytest.mark.parametrize("path", list(paths()), ids=" ".join)
@pytest.mark.usefixtures("crossed_out")
def test_no_text_of_the_help_is_outside_the_catalogue(run, path):
    shown = run(*path, "--help").output.replace(" ".join(("main", *path)), "", 1)
    commands = "|".join(("create", "forget-second-step", *COMMANDS))
    left = re.sub(rf"^  ({commands})(?=  )", "", SIGNS.sub("", shown), flags=re.MULTILINE)
    assert "·" in shown
    assert re.findall(r"[^\W\d_]{2,}", left) == []


@pytest.mark.usefixtures("crossed_out")
@pytest.mark.parametrize(
    "words", [("score",), ("no-such",), ("report", "a"), ("score", "--no-such"), ("user",)]
)
def test_what_click_says_when_it_does_not_understand_is_in_the_catalogue(run, words):
    said_by_click = run(*words).output
    assert not re.search(r"Usage|Error|Missing|No such|Try", said_by_click)


def test_the_language_is_the_one_asked_for_or_the_terminals(monkeypatch):
    monkeypatch.setenv("LANG", "nn_NO.UTF-8")
    assert language_of(["score", "a.yaml"]) == "nb"
    assert language_of(["score", "--lang", "sv", "a.yaml"]) == "sv"
    assert language_of(["score", "--lang=da"]) == "da"
    assert language_of(["score", "--lang", "xx"]) == "nb"
    assert language_of(["score", "--lang"]) == "nb"


def test_nothing_of_a_language_is_left_behind(monkeypatch):
    monkeypatch.delenv("LANGUAGE", raising=False)
    with speaking("sv"):
        assert said("Cancel") != "Cancel"
    assert "LANGUAGE" not in os.environ
    assert said("Cancel") == "Cancel"
    assert said("") == said(None) == ""


def test_a_command_is_not_changed_by_being_told():
    command = import_module("maturity.cli.commands.score").command
    before = (command.help, command.epilog, [param.metavar for param in command.params])
    with speaking("da"):
        assert told(command) is not command
    assert (command.help, command.epilog, [param.metavar for param in command.params]) == before


def test_the_help_is_printed_in_two_languages_by_one_process(run, monkeypatch):
    monkeypatch.setattr(gettext, "dgettext", lambda _, text: f"{os.environ['LANGUAGE']} {text}")
    assert "sv Options" in run("score", "--lang", "sv", "--help").output
    assert "nb Options" in run("score", "--lang", "nb", "--help").output
    assert main.params[0].help == "Show the version and exit."
