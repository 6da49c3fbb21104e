"""`maturity user`: accounts from the command line: the first one, and one whose owner lost the second step."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from maturity.cli import outputs
from maturity.cli.speaking import said
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from maturity.settings import Settings

SHORTEST = 12


@click.group(
    name="user",
    help=N_("Accounts: the first administrator is made here; others are invited on the pages."),
    epilog="maturity user create anna@example.org --administrator",
)
def command() -> None:
    """Accounts: the first administrator is made here; others are invited on the pages."""


@command.command(
    help=N_("Make an account for EMAIL. The password is asked for, and never stands on the command line."),
    epilog='maturity user create anna@example.org --administrator --workspace "Example municipality"',
)
@click.argument("email", metavar=N_("EMAIL"))
@click.option("--name", metavar=N_("NAME"), default="", help=N_("What others see."))
@click.option(
    "--administrator",
    is_flag=True,
    help=N_("May make workspaces where MATURITY_OPEN_WORKSPACES is false, and nothing else."),
)
@click.option(
    "--workspace", metavar=N_("NAME"), help=N_("Also make a workspace of this name, which they own.")
)
@click.option(
    "--language",
    default="en",
    type=click.Choice(["en", "sv", "da", "nb"]),
    show_default=True,
    help=N_("The language of their mails and pages."),
)
@click.option(
    "--password-stdin", is_flag=True, help=N_("Read the password from standard input instead of asking.")
)
@outputs.tells_problems
def create(
    email: str, name: str, administrator: bool, workspace: str | None, language: str, password_stdin: bool
) -> None:
    """Make an account for EMAIL. The password is asked for, and never stands on the command line."""
    from flask_security.utils import hash_password

    from maturity.environment import read_settings
    from maturity.store import users, workspaces

    settings = read_settings()
    password = sys.stdin.readline().rstrip("\n") if password_stdin else _ask()
    if len(password) < SHORTEST:
        raise Problems([Problem(N_("The password needs at least {least} characters"), {"least": SHORTEST})])
    with _accounts(settings) as session:
        if users.find_by_email(session, email):
            raise Problems([Problem(N_("There is an account for {email} already"), {"email": email})])
        user = users.create(session, email, hash_password(password), name=name, language=language)
        if administrator:
            users.make_administrator(session, user)
        if workspace:
            workspaces.create(session, user, workspace, language=language)
    click.echo(f"{email} can sign in.")


@command.command(
    name="forget-second-step",
    help=N_(
        "Let EMAIL sign in with the password alone: for whoever lost the second step and the recovery codes. Both are "
        "taken away; passkeys stay. Make sure first that it is they who ask."
    ),
    epilog="maturity user forget-second-step anna@example.org",
)
@click.argument("email", metavar=N_("EMAIL"))
@outputs.tells_problems
def forget_second_step(email: str) -> None:
    """Let EMAIL sign in with the password alone."""
    from maturity.environment import read_settings
    from maturity.store import users
    from maturity.web.accounts import second_step

    with _accounts(read_settings()) as session:
        user = users.find_by_email(session, email)
        if user is None:
            raise Problems([Problem(N_("There is no account for {email}"), {"email": email})])
        if not second_step.is_on(user):
            raise Problems([Problem(N_("The second step of {email} is not on"), {"email": email})])
        second_step.forget(user)
    click.echo(said(N_("{email} signs in with the password alone.")).format(email=email))


@contextmanager
def _accounts(settings: Settings) -> Iterator[Session]:
    """The application's session, which Flask-Security uses too: what is done in it is kept if all goes well."""
    from maturity.store import migrate
    from maturity.web.app import create_app
    from maturity.web.sessions import database, db

    app = create_app(settings)
    try:
        with app.app_context():
            migrate.make_ready(database())
            yield db
            db.commit()
    finally:
        app.extensions["maturity-database"].close()


def _ask() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="The same again"))
