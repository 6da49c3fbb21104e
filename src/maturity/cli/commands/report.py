"""`maturity report`: the report for the council table."""

from __future__ import annotations

from pathlib import Path

import click

from maturity.cli import options, outputs
from maturity.problems import N_, Problem, Problems


@click.command(
    name="report",
    help=N_("Score ANSWERS and write the report."),
    epilog=(
        "maturity report answers.yaml -o report.pdf --lang sv\n"
        'maturity report answers.csv -o summary.pdf --summary --colour "#005ea8"'
    ),
)
@options.answers
@options.output(
    help_text=N_(
        "The file to write: .pdf, .html, .xlsx, .csv, .json, .docx (decision paper) or .pptx (slides); "
        "- for PDF on standard output."
    )
)
@options.questionnaire
@options.lang
@click.option("--summary", is_flag=True, help=N_("Only the one page that can stand alone: .pdf or .html."))
@click.option("--colour", metavar="#RRGGBB", help=N_("The municipality's own colour instead of the green."))
@outputs.tells_problems
def command(
    answers: str, target: str, questionnaire: str | None, lang: str, summary: bool, colour: str | None
) -> None:
    """Score ANSWERS and write the report."""
    from maturity.report.formats import ENDINGS

    ending = ".pdf" if target == "-" else Path(target).suffix.lower()
    if ending not in ENDINGS:
        message = N_("A report is written as {known}, not as {ending}")
        raise Problems([Problem(message, {"known": ", ".join(ENDINGS), "ending": ending or target})])
    if summary and ending not in (".pdf", ".html"):
        raise Problems(
            [Problem(N_("A summary is written as .pdf or .html, not as {ending}"), {"ending": ending})]
        )
    data, warnings = make_report(answers, questionnaire, lang, ending, summary=summary, colour=colour)
    outputs.print_problems(warnings, lang)
    outputs.write_bytes(target, data)


def make_report(
    answers: str,
    questionnaire: str | None,
    lang: str,
    ending: str,
    *,
    summary: bool = False,
    colour: str | None = None,
) -> tuple[bytes, tuple[Problem, ...]]:
    """The report of a file of answers as bytes, and what is odd about the answers."""
    if ending == ".pdf":
        from maturity.report.pdf import Renderer, RenderError

        with Renderer() as renderer:  # starts to import while the rest is computed
            html, warnings = make_report(
                answers, questionnaire, lang, ".html", summary=summary, colour=colour
            )
            try:
                with outputs.working("PDF"):
                    return renderer.render(html.decode("utf-8")), warnings
            except RenderError as error:
                raise Problems(
                    [Problem(N_("The PDF could not be made: {why}"), {"why": str(error)})]
                ) from None
    from maturity.advice import advise
    from maturity.cli.inputs import read_answers
    from maturity.language import language
    from maturity.report.build import build_report
    from maturity.report.formats import writer
    from maturity.report.formats.bundle import Bundle
    from maturity.report.theme import theme
    from maturity.scoring import score

    look = theme(colour)
    asked, assessment, warnings = read_answers(answers, questionnaire, lang)
    result = score(asked, assessment)
    advice = advise(asked, result)
    spoken = language(lang)
    report = build_report(asked, result, advice, spoken)
    return writer(ending)(Bundle(asked, result, advice, report, spoken, look, summary)), warnings
