"""`maturity progress`: what moved between rounds, whether it is real, and where it comes from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from maturity.cli import options, outputs
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from maturity.comparison.progress import Plans, Round
    from maturity.questionnaire import Questionnaire
    from maturity.report.progress.formats import Bundle


@click.command(
    name="progress",
    help=N_(
        "Compare the rounds of one municipality, in the order of their dates: a file of answers for each, or a "
        "table with a column for the date."
    ),
    epilog=(
        "maturity progress 2022.yaml 2024.yaml 2026.yaml -o progress.pdf --lang sv\n"
        "maturity progress 2024.csv 2026.csv -o paper.docx --actions actions.yaml\n"
        "maturity progress every-round.xlsx -o progress.xlsx"
    ),
)
@click.argument("files", nargs=-1, required=True, metavar=N_("FILES..."))
@options.output(
    help_text=N_(
        "The file to write: .pdf, .html, .xlsx, .csv, .json, .docx (decision paper) or .pptx (slides); "
        "- for PDF on standard output."
    )
)
@click.option(
    "-q",
    "--questionnaire",
    "questionnaires",
    multiple=True,
    metavar=N_("FOLDER"),
    help=N_("The questionnaire, if not the one that the answers name. Give it once for each version."),
)
@click.option(
    "--actions", metavar=N_("FILE"), help=N_("What was decided: a YAML file with actions, targets and marks.")
)
@click.option(
    "--marks",
    metavar=N_("FILE"),
    help=N_("What happened meanwhile, such as elections, if it stands in another file."),
)
@options.lang
@click.option("--colour", metavar="#RRGGBB", help=N_("The municipality's own colour instead of the green."))
@outputs.tells_problems
def command(
    files: tuple[str, ...],
    target: str,
    questionnaires: tuple[str, ...],
    actions: str | None,
    marks: str | None,
    lang: str,
    colour: str | None,
) -> None:
    """Compare the rounds of one municipality, in the order of their dates."""
    from maturity.report.progress.formats import WRITERS

    ending = ".pdf" if target == "-" else Path(target).suffix.lower()
    if ending not in WRITERS:
        message = N_("A report is written as {known}, not as {ending}")
        raise Problems([Problem(message, {"known": ", ".join(WRITERS), "ending": ending or target})])
    if ending == ".pdf":
        data = _pdf(lambda: make_bundle(files, questionnaires, actions, marks, lang, colour))
    else:
        data = WRITERS[ending](make_bundle(files, questionnaires, actions, marks, lang, colour))
    outputs.write_bytes(target, data)


def _pdf(make: Callable[[], Bundle]) -> bytes:
    """The report as PDF; the renderer starts while the rest is computed."""
    from maturity.report.pdf import Renderer, RenderError

    with Renderer() as renderer:
        from maturity.report.progress.formats import html

        page = html(make()).decode("utf-8")
        try:
            with outputs.working("PDF"):
                return renderer.render(page)
        except RenderError as error:
            raise Problems([Problem(N_("The PDF could not be made: {why}"), {"why": str(error)})]) from None


def make_bundle(
    files: Sequence[str],
    questionnaires: Sequence[str] = (),
    actions: str | None = None,
    marks: str | None = None,
    lang: str = "en",
    colour: str | None = None,
) -> Bundle:
    """Everything that a format needs, from files of answers. What is odd about them is told on the way."""
    from maturity.comparison.progress import place_actions, progress
    from maturity.language import language
    from maturity.report.progress.build import build_progress
    from maturity.report.progress.formats import Bundle
    from maturity.report.theme import theme

    look = theme(colour)
    rounds = sorted(_read_all(files, questionnaires, lang), key=lambda one: one.date)
    asked = [one.questionnaire for one in rounds]
    plans = [_plans(name, asked) for name in dict.fromkeys((actions, marks)) if name]
    found = progress(
        place_actions(rounds, [action for one in plans for action in one.actions]),
        marks=[mark for one in plans for mark in one.marks],
        targets=[target for one in plans for target in one.targets],
    )
    spoken = language(lang)
    report = build_progress(asked[-1], found, spoken, asked[:-1])
    return Bundle(asked[-1], found, report, spoken, look)


def _read_all(files: Sequence[str], questionnaires: Sequence[str], lang: str) -> list[Round]:
    """The rounds in all files. Raises Problems with everything that is wrong with any of them."""
    rounds: list[Round] = []
    problems: list[Problem] = []
    for name in files:
        try:
            rounds += _read(name, questionnaires, lang)
        except Problems as found:
            problems += [one if one.file else replace(one, file=name) for one in found.problems]
    if problems:
        raise Problems(problems)
    return rounds


def _read(name: str, questionnaires: Sequence[str], lang: str) -> list[Round]:
    """The rounds in a file of answers: one, or in a table with a column for the date several. With the
    questionnaire in the version that was answered, if one of them has it."""
    from maturity.cli import inputs
    from maturity.comparison.progress import round_of

    versions = {inputs.load_questionnaire(folder, lang).version: folder for folder in questionnaires}
    data = inputs.read_bytes(name)
    folder = inputs.asked_by(data, name, questionnaires[-1] if questionnaires else None)
    asked, found, warnings = inputs.parse_several(data, name, folder, lang)
    answered = found[0].version  # stands above a table, so that it is the same for all in it
    if answered != asked.version and answered in versions:
        folder = versions[answered]
        asked, found, warnings = inputs.parse_several(data, name, folder, lang)
    outputs.print_problems(warnings, lang)
    original = inputs.load_questionnaire(folder)
    return [round_of(asked, one, original=original) for one in found]


def _plans(name: str, questionnaires: Sequence[Questionnaire]) -> Plans:
    from maturity.cli.inputs import read_bytes
    from maturity.comparison.progress import read_plans

    return read_plans(read_bytes(name), name, questionnaires)
