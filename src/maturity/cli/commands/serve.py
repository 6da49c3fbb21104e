"""`maturity serve`: the whole server in one command: tables brought up to date, pages, and the worker beside
them."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click

from maturity.cli import outputs
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from maturity.settings import Settings


@click.command(
    name="serve",
    help=N_(
        "Run the server until it is told to end (Ctrl-C).\n\n"
        "Settings are environment variables; see docs/settings.md."
    ),
    epilog="maturity serve --demo",
)
@click.option(
    "--host",
    metavar=N_("ADDRESS"),
    default="127.0.0.1",
    show_default=True,
    help=N_("The address to listen on."),
)
@click.option(
    "--port",
    metavar=N_("NUMBER"),
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help=N_("The port to listen on."),
)
@click.option(
    "--workers",
    metavar=N_("NUMBER"),
    default=2,
    show_default=True,
    type=click.IntRange(1, 64),
    help=N_("Processes for pages."),
)
@click.option(
    "--threads",
    metavar=N_("NUMBER"),
    default=8,
    show_default=True,
    type=click.IntRange(1, 64),
    help=N_("Threads in each of them."),
)
@click.option("--demo", is_flag=True, help=N_("Fill an example municipality, and print the sign-in for it."))
@outputs.tells_problems
def command(host: str, port: int, workers: int, threads: int, demo: bool) -> None:
    """Run the server until it is told to end (Ctrl-C)."""
    from maturity.environment import read_settings

    os.environ.setdefault("MATURITY_BASE_URL", f"http://{host}:{port}")
    settings = read_settings()
    if demo and settings.environment == "production":
        raise Problems([Problem(N_("The example is not for a server in production"))])
    password = _prepare(settings, demo)
    lines = [f"Open {settings.base_url}"]
    if password:
        from maturity.store.demo import EMAIL

        lines.append(f"Sign in as {EMAIL} with the password {password}")
    beside = subprocess.Popen([sys.executable, "-m", "maturity", "worker"])
    try:
        _run({"bind": f"{host}:{port}", "workers": workers, "threads": threads}, lines)
    finally:
        beside.terminate()
        beside.wait()


def _prepare(settings: Settings, demo: bool) -> str | None:
    """Bring the tables up to date; with the example, the password of its account."""
    from flask_security.utils import hash_password

    from maturity.store import migrate
    from maturity.store.demo import fill
    from maturity.web.app import create_app
    from maturity.web.sessions import database

    password = secrets.token_urlsafe(12) if demo else None
    with create_app(settings).app_context():
        migrate.make_ready(database())
        if password:
            with database().writing() as session:
                fill(session, hash_password(password), settings.secret())
        database().close()
    return password


def _run(options: dict[str, Any], lines: list[str]) -> None:
    """Run gunicorn here. There is no access log: addresses of pages hold people's links."""
    from gunicorn.app.base import BaseApplication

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            common = {"worker_class": "gthread", "timeout": 60, "graceful_timeout": 20, "loglevel": "warning"}
            told = {"when_ready": lambda _server: click.echo("\n".join(lines))}
            for name, value in {**common, **told, **options}.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            from maturity.web.app import create_app, settle

            app = create_app()
            settle()
            return app

    Server().run()
