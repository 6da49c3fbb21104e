from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from maturity.cli import COMMANDS
from maturity.problems import Problem, Problems

HEAVY = {
    "pydantic",
    "numpy",
    "yaml",
    "weasyprint",
    "babel",
    "rich",
    "jinja2",
    "flask",
    "sqlalchemy",
    "openpyxl",
}
IMPORTED = """
import sys
from maturity.cli import main
try:
    main(sys.argv[1:])
except SystemExit as left:
    print(left.code, *sorted(sys.modules), file=sys.stderr)
"""


def imported_by(*words: str) -> tuple[str, set[str]]:
    """The exit status, and the packages that were imported."""
    run = subprocess.run(
        [sys.executable, "-c", IMPORTED, *words], capture_output=True, text=True, check=True, env=os.environ
    )
    status, *modules = run.stderr.split()
    return status, {module.partition(".")[0] for module in modules}


def test_help_answers_without_importing_what_it_does_not_need() -> None:
    status, modules = imported_by("--help")
    assert status == "0"
    assert modules & HEAVY == set()


def test_every_command_stands_in_the_help_with_what_it_does(run) -> None:
    shown = " ".join(run("--help").output.split())
    for name, help_text in COMMANDS.items():
        assert name in shown
        assert help_text in shown


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_the_help_of_every_command_shows_an_example(run, name: str) -> None:
    for flag in ("--help", "-h"):
        result = run(name, flag)
        assert result.exit_code == 0
        assert f"Example:  maturity {name}" in result.output


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_is_a_module_of_its_name(name: str) -> None:
    command = import_module(f"maturity.cli.commands.{name}").command
    assert command.name == name
    assert command.help


def test_the_version_is_told(run) -> None:
    from maturity import __version__

    assert run("--version").output == f"maturity {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [
        ("no-such-command",),
        ("--no-such-option",),
        ("score",),
        ("report", "a.yaml"),
        ("schema", "no-such-kind"),
        ("score", "a.yaml", "--lang", "fi"),
        ("template", "x", "-o", "y.csv", "--respondents", "many"),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(run, words: tuple[str, ...]) -> None:
    assert run(*words).exit_code == 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, EOFError])
def test_an_interrupt_ends_quietly(run, monkeypatch, answers: Path, error: type[BaseException]) -> None:
    def interrupted(_: str) -> bytes:
        raise error

    monkeypatch.setattr("maturity.cli.inputs.read_bytes", interrupted)
    result = run("score", answers)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.strip() == "Aborted!"


def test_what_the_system_refuses_is_told(run, monkeypatch, answers: Path) -> None:
    def full(_: str) -> bytes:
        raise OSError(28, "No space left on device", "a.yaml")

    monkeypatch.setattr("maturity.cli.inputs.read_bytes", full)
    result = run("score", answers)
    assert result.exit_code == 1
    assert result.stderr == "a.yaml: The system refuses: No space left on device\n"


def test_problems_are_told_one_on_a_line_in_the_language_of_the_terminal(run, monkeypatch, answers) -> None:
    def wrong(_: str) -> bytes:
        raise Problems([Problem("There is no such file", {}, "a.yaml", 1, 2), Problem("The file is empty")])

    monkeypatch.setattr("maturity.cli.inputs.read_bytes", wrong)
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    lines = run("score", answers).stderr.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("a.yaml:1:2: ")
    assert "There is no such file" not in lines[0]


@pytest.mark.parametrize(
    "words", [("serve",), ("worker",), ("user", "create", "a@b.se"), ("user", "forget-second-step", "a@b.se")]
)
def test_wrong_settings_are_told_all_at_once_in_the_language_of_the_terminal(run, monkeypatch, words) -> None:
    monkeypatch.setenv("LANG", "sv_SE.UTF-8")
    monkeypatch.setenv("MATURITY_TRIAL_DAYS", "0")
    monkeypatch.setenv("MATURITY_AUDIT_DAYS", "sju")
    monkeypatch.setenv("MATURITY_BASE_URL", "http://localhost:8000")  # which serve leaves behind otherwise
    result = run(*words)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "MATURITY_TRIAL_DAYS: 0 måste vara minst 1",
        "MATURITY_AUDIT_DAYS: Här ska det stå ett heltal, inte sju",
    ]
