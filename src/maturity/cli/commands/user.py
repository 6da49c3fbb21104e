"""`maturity user`: accounts from the command line, the first one above all."""

from __future__ import annotations

import sys

import click

from maturity.cli import outputs
from maturity.problems import N_, Problem, Problems

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
@click.option("--administrator", is_flag=True, help=N_("May change the whole installation."))
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
    password = sys.stdin.readline().rstrip("\n") if password_stdin else _ask()
    if len(password) < SHORTEST:
        raise Problems([Problem(N_("The password needs at least {least} characters"), {"least": SHORTEST})])
    from flask_security.utils import hash_password

    from maturity.settings import Settings
    from maturity.store import migrate, users, workspaces
    from maturity.web.app import create_app
    from maturity.web.sessions import database

    with create_app(Settings()).app_context():
        migrate.make_ready(database())
        with database().writing() as session:
            if users.find_by_email(session, email):
                raise Problems([Problem(N_("There is an account for {email} already"), {"email": email})])
            user = users.create(session, email, hash_password(password), name=name, language=language)
            if administrator:
                users.make_administrator(session, user)
            if workspace:
                workspaces.create(session, user, workspace, language=language)
        database().close()
    click.echo(f"{email} can sign in.")


def _ask() -> str:
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="The same again"))
