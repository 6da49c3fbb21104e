"""Writing what a command makes: problems to standard error, data to standard output or a file."""

from __future__ import annotations

import errno
import functools
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from maturity.cli.speaking import terminals
from maturity.language import explain, language, resolve
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from rich.console import Console

F = TypeVar("F", bound=Callable[..., Any])


def tells_problems(command: F) -> F:
    """Tell Problems in the reader's language, a line for each, and what the system refuses: status 1.

    Click itself tells what was interrupted, and nobody is told that a pipe was closed.
    """

    @functools.wraps(command)
    def told(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except Problems as found:
            print_problems(found.problems, kwargs.get("lang") or readers())
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            print_problems([refusal(error)], kwargs.get("lang") or readers())
        sys.exit(1)

    return told  # type: ignore[return-value]


def readers() -> str:
    """The language of whoever sits at the terminal."""
    return resolve(terminals())


def refusal(error: OSError, name: str = "") -> Problem:
    """What the file system refused, as a problem with a file of this name."""
    message = N_("The system refuses: {why}")
    for kind, known in REFUSALS.items():
        if isinstance(error, kind):
            message = known
    return Problem(message, {"why": error.strerror or str(error)}, name or str(error.filename or ""))


REFUSALS: dict[type[OSError], str] = {
    IsADirectoryError: N_("This is a folder. Give a file"),
    NotADirectoryError: N_("This is a file where a folder is wanted"),
    FileExistsError: N_("This is a file where a folder is wanted"),
    FileNotFoundError: N_("There is no such file"),
    PermissionError: N_("You are not allowed to read or write this"),
}


REPEATED = 5
"""How often the same warning is told before the rest are only counted."""


def print_problems(problems: Iterable[Problem], lang: str, *, every_warning: bool = False) -> None:
    """Print problems to standard error: place, what is wrong, what is right. Warnings say that they are.

    Warnings come first, or hundreds of them would bury what must be mended. Errors are told every one.
    """
    words = language(lang)
    warnings: dict[str, list[Problem]] = {}
    errors: list[Problem] = []
    for problem in problems:
        (warnings.setdefault(problem.message, []) if problem.severity == "warning" else errors).append(
            problem
        )
    for alike in warnings.values():
        told = alike if every_warning else alike[:REPEATED]
        for problem in told:
            click.echo(words.say("{problem} (a warning)", problem=explain(problem, lang)), err=True)
        if len(told) < len(alike):
            rest = words.plural(
                "… and {count} more like it (a warning)",
                "… and {count} more like it (warnings)",
                len(alike) - len(told),
            )
            click.echo(rest, err=True)
    for problem in errors:
        click.echo(explain(problem, lang), err=True)


def print_json(data: object) -> None:
    """Print data as JSON, indented, in the order given."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False))


def write_bytes(target: str, data: bytes) -> None:
    """Write to a file, or to standard output for "-". A file is replaced whole or not at all.

    Raises Problems if it cannot be written.
    """
    if target == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        if path.exists() and not path.is_file():  # a device, a pipe; a folder refuses
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise Problems([refusal(error, target)]) from None


def _replace(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".part")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def console(stderr: bool = False) -> Console:
    """A terminal to write to: colours only if it is one."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False)


@contextmanager
def working(message: str) -> Iterator[None]:
    """Show that something is going on, on a terminal, for as long as it lasts."""
    if not sys.stderr.isatty():
        yield
        return
    with console(stderr=True).status(message):
        yield
