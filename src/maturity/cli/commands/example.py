"""`maturity example`: the example answers and their report."""

from __future__ import annotations

from pathlib import Path

import click

from maturity import resources
from maturity.cli import options, outputs
from maturity.problems import N_


@click.command(
    name="example",
    help=N_(
        "Write the answers of a made-up municipality, and the report of its latest round as PDF and HTML."
    ),
    epilog="maturity example -o my-example --lang sv",
)
@click.option(
    "-o",
    "--output",
    "target",
    default="maturity-example",
    show_default=True,
    metavar=N_("FOLDER"),
    help=N_("The folder to write."),
)
@options.lang
@outputs.tells_problems
def command(target: str, lang: str) -> None:
    """Write the answers of a made-up municipality, and the report of its latest round as PDF and HTML."""
    from maturity.cli.commands.report import make_report
    from maturity.language import language

    folder = Path(target)
    for example in sorted(resources.examples().glob("*.yaml")):
        outputs.write_bytes(str(folder / example.name), example.read_bytes())
    latest = folder / "exempelkoping-2026.yaml"
    for ending in (".pdf", ".html"):
        data, _ = make_report(str(latest), None, lang, ending)
        outputs.write_bytes(str(folder / f"report{ending}"), data)
    click.echo(language(lang).say("The example report: {path}", path=str((folder / "report.pdf").resolve())))
    click.echo(language(lang).say("The answers it rests on: {path}", path=str(latest.resolve())))
