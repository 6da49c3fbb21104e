"""`maturity check`: everything that is wrong with a questionnaire folder, at once."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maturity.cli import options, outputs
from maturity.problems import N_

if TYPE_CHECKING:
    from maturity.language import Language
    from maturity.problems import Problem
    from maturity.questionnaire import Checked, Coverage

SHOWN = 5
"""How many addresses of texts are named when more than these wait for a translator; --json names all."""


@click.command(
    name="check",
    help=N_(
        "Check the questionnaire in FOLDER: keys, ids, weights, rules, recommendations, cases and "
        "translations."
    ),
    epilog=(
        "maturity check questionnaires/innovation-capacity\n"
        "maturity check my-questionnaire --lang sv\n"
        "maturity check my-questionnaire --translate fi"
    ),
)
@click.argument("folder", metavar=N_("FOLDER"))
@options.lang
@options.as_json
@click.option("--strict", is_flag=True, help=N_("Warnings count as errors."))
@click.option(
    "--stamp",
    metavar=N_("LANGUAGE"),
    help=N_("Say that this translation is up to date with the source texts."),
)
@click.option(
    "--translate",
    metavar=N_("LANGUAGE"),
    help=N_("Begin a translation: write its file with every text to fill in."),
)
@outputs.tells_problems
def command(
    folder: str, lang: str, as_json: bool, strict: bool, stamp: str | None, translate: str | None
) -> None:
    """Check the questionnaire in FOLDER: keys, ids, weights, rules, recommendations, cases and translations."""
    from maturity import resources
    from maturity.cli.inputs import folder_of
    from maturity.language import language
    from maturity.questionnaire import check, skeleton
    from maturity.questionnaire import stamp as stamped

    place = folder_of(folder)
    files = resources.read_folder(place)
    for wanted, make in ((stamp, stamped), (translate, skeleton)):
        if wanted:
            outputs.write_bytes(str(place / "translations" / f"{wanted}.yaml"), make(files, wanted))
            files = resources.read_folder(place)
    checked = check(files)
    if as_json:
        outputs.print_json(_as_data(checked, language(lang)))
    else:
        outputs.print_problems(checked.problems, lang, every_warning=True)
        _print_summary(checked, language(lang))
    if checked.errors or (strict and checked.problems):
        sys.exit(1)


def _as_data(checked: Checked, words: Language) -> dict[str, object]:
    def told(p: Problem) -> dict[str, object]:
        return {
            "severity": p.severity,
            "file": p.file,
            "line": p.line,
            "column": p.column,
            "message": words.say(p.message, **p.values),
        }

    return {
        "problems": [told(problem) for problem in checked.problems],
        "coverage": [asdict(coverage) for coverage in checked.coverage],
    }


def _print_summary(checked: Checked, words: Language) -> None:
    for coverage in checked.coverage:
        _print_coverage(coverage, words)
    errors = len(checked.errors)
    warnings = len(checked.problems) - errors
    counted = (
        words.plural("{count} error", "{count} errors", errors),
        words.plural("{count} warning", "{count} warnings", warnings),
    )
    click.echo(", ".join(counted))


def _print_coverage(coverage: Coverage, words: Language) -> None:
    click.echo(
        words.say(
            "{language}: {translated} of {texts} texts translated",
            language=coverage.language,
            translated=coverage.translated,
            texts=coverage.total,
        )
    )
    lines = (
        (words.say("not translated: {texts}", texts=_some(coverage.missing)), coverage.missing),
        (
            words.say("to be read again, as their source has changed: {texts}", texts=_some(coverage.stale)),
            coverage.stale,
        ),
    )
    for line, addresses in lines:
        if addresses:
            click.echo(f"  {line}")


def _some(addresses: tuple[str, ...]) -> str:
    more = len(addresses) - SHOWN
    return ", ".join(addresses[:SHOWN]) + (f", … (+{more})" if more > 0 else "")
