"""`maturity benchmark`: several organisations side by side, or one among its peers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from maturity.cli import options, outputs
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from maturity.comparison.benchmark import Choice


@click.command(
    name="benchmark",
    help=N_(
        "Compare FILES: answers of every format, of one or of several municipalities; result files "
        "(see `maturity result`); folders and ZIPs of them."
    ),
    epilog=(
        "maturity benchmark results/ -o group.pdf\n"
        "maturity benchmark all.xlsx -o group.xlsx --consent named\n"
        "maturity benchmark results/ -o uppby.pdf --client Uppby --lang sv\n"
        "maturity benchmark *.json -o small.xlsx --population -15000 --country SE"
    ),
)
@click.argument("files", nargs=-1, required=True, metavar=N_("FILES..."))
@options.output(help_text=N_("The file to write: .pdf, .html, .xlsx, .csv or .json by its ending."))
@options.questionnaire
@options.lang
@click.option("--client", metavar=N_("NAME"), help=N_("One organisation, by name or code, among the others."))
@click.option(
    "--country",
    "countries",
    multiple=True,
    metavar=N_("CODE"),
    help=N_("Peers from this country (SE, DK, NO ...)."),
)
@click.option(
    "--population",
    metavar=N_("FROM-TO"),
    help=N_("Peers with so many inhabitants, such as 10000-30000 or 50000-."),
)
@click.option("--code", "codes", multiple=True, metavar=N_("CODE"), help=N_("Peers with this official code."))
@click.option("--tag", "tags", multiple=True, metavar=N_("WORD"), help=N_("Peers with this tag."))
@click.option("--name", metavar=N_("NAME"), help=N_("What the group is called."))
@click.option(
    "--target", "aim", type=float, metavar=N_("SCORE"), help=N_("A target to draw beside the dimensions.")
)
@click.option(
    "--older", multiple=True, metavar=N_("FOLDER"), help=N_("The questionnaire of an older version.")
)
@click.option(
    "--consent",
    type=click.Choice(["named", "anonymous"]),
    default="anonymous",
    show_default=True,
    help=N_("What those agreed to whose answers (not results) are given."),
)
@click.option(
    "--threshold",
    metavar=N_("NUMBER"),
    type=int,
    default=5,
    show_default=True,
    help=N_("The fewest organisations behind a statistic."),
)
@click.option(
    "--draws",
    metavar=N_("NUMBER"),
    type=click.IntRange(0, 20_000),
    default=1000,
    show_default=True,
    help=N_("Draws for ranks and percentiles."),
)
@click.option(
    "--working-copy",
    is_flag=True,
    help=N_("Show anonymous organisations one by one, without names: not to be passed on."),
)
@click.option("--colour", metavar="#RRGGBB", help=N_("Another colour instead of the green."))
@outputs.tells_problems
def command(
    files: tuple[str, ...],
    target: str,
    questionnaire: str | None,
    lang: str,
    client: str | None,
    countries: tuple[str, ...],
    population: str | None,
    codes: tuple[str, ...],
    tags: tuple[str, ...],
    name: str | None,
    aim: float | None,
    older: tuple[str, ...],
    consent: str,
    threshold: int,
    draws: int,
    working_copy: bool,
    colour: str | None,
) -> None:
    """Compare FILES: answers of one or of several municipalities, result files, folders and ZIPs of them."""
    from maturity.cli.gathering import gather, told_left_out
    from maturity.comparison.benchmark import Consent, benchmark, tabulate
    from maturity.language import language
    from maturity.report.benchmark.build import build_benchmark
    from maturity.report.benchmark.formats import FORMATS, Bundle
    from maturity.report.theme import theme

    ending = Path(target).suffix.lower()
    if ending not in FORMATS:
        message = N_("A report is written as {known}, not as {ending}")
        raise Problems([Problem(message, {"known": ", ".join(FORMATS), "ending": ending or target})])
    look, spoken = theme(colour), language(lang)
    choice = _choice(countries, population, codes, tags)
    agreed: Consent = next(one for one in get_args(Consent) if one == consent)
    gathered = gather(files, questionnaire, older, lang, agreed)
    table = tabulate(gathered.questionnaire, gathered.entries, gathered.others)
    outputs.print_problems((*gathered.warnings, *told_left_out(table)), lang)
    found = benchmark(
        gathered.questionnaire,
        table,
        client=client,
        peers=choice,
        target=aim,
        threshold=threshold,
        draws=draws,
        working_copy=working_copy,
    )
    report = build_benchmark(gathered.questionnaire, found, spoken, name)
    with outputs.working(ending):
        data = FORMATS[ending](Bundle(found, report, spoken, look))
    outputs.write_bytes(target, data)


def _choice(
    countries: tuple[str, ...], population: str | None, codes: tuple[str, ...], tags: tuple[str, ...]
) -> Choice:
    from maturity.comparison.benchmark import Choice

    band = _band(population) if population else (None, None)
    return Choice(tuple(code.upper() for code in countries), band, codes, tags)


def _band(text: str) -> tuple[int | None, int | None]:
    """The least and the most of "10000-30000", "50000-" or "-9999"."""
    least, dash, most = (part.strip() for part in text.partition("-"))
    if not dash or not all(part == "" or part.isdigit() for part in (least, most)):
        message = N_("{text} is no range of inhabitants such as 10000-30000, 50000- or -9999")
        raise Problems([Problem(message, {"text": text})])
    return (int(least) if least else None), (int(most) if most else None)
