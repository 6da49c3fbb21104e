"""`maturity worker`: does the long work beside the pages. `maturity serve` starts one by itself."""

from __future__ import annotations

import click

from maturity.cli import outputs
from maturity.problems import N_


@click.command(
    name="worker",
    help=N_(
        "Do the long work: reports, imports, and keeping the house once a day. SIGTERM ends it at once, and "
        "Ctrl-C when what it has begun is done; the next worker goes on with what is left."
    ),
    epilog="maturity worker",
)
@click.option(
    "--threads",
    metavar=N_("NUMBER"),
    default=2,
    show_default=True,
    type=click.IntRange(1, 32),
    help=N_("Jobs done at a time."),
)
@outputs.tells_problems
def command(threads: int) -> None:
    """Do the long work, until it is told to end."""
    import logging

    from maturity.environment import read_settings
    from maturity.jobs.worker import work

    logging.basicConfig(level=logging.WARNING)
    work(read_settings(), threads)
