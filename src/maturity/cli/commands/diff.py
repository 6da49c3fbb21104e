"""`maturity diff`: what changed between two versions of a questionnaire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from maturity.cli import options, outputs
from maturity.problems import N_

if TYPE_CHECKING:
    from maturity.language import Language
    from maturity.questionnaire import Change, Reason

VERDICTS = {
    "same": N_("the same"),
    "comparable": N_("comparable"),
    "not-comparable": N_("not comparable"),
    "added": N_("new"),
    "removed": N_("gone"),
}


@click.command(
    name="diff",
    help=N_(
        "Say for each item and dimension whether it is the same in OLD and NEW, comparable or not, and why."
    ),
    epilog="maturity diff questionnaires/mine-1.0 questionnaires/mine-1.1",
)
@click.argument("old", metavar=N_("OLD"))
@click.argument("new", metavar=N_("NEW"))
@options.lang
@options.as_json
@outputs.tells_problems
def command(old: str, new: str, lang: str, as_json: bool) -> None:
    """Say for each item and dimension whether it is the same in OLD and NEW, comparable or not, and why."""
    from maturity.cli.inputs import load_questionnaire
    from maturity.language import language
    from maturity.questionnaire import diff

    words = language(lang)
    # In the language it is written in: a translation may not have followed the change yet.
    found = diff(load_questionnaire(old), load_questionnaire(new))
    changes = (found.overall, *found.dimensions, *found.items)
    if as_json:
        outputs.print_json(
            {
                "old": found.old,
                "new": found.new,
                "settings": [_reason(reason, words) for reason in found.settings],
                "changes": [_as_data(change, words) for change in changes],
            }
        )
        return
    for reason in found.settings:
        click.echo(_reason(reason, words))
    for change in changes:
        if change.verdict != "same":
            why = " ".join(_reason(reason, words) + "." for reason in change.reasons)
            click.echo(f"{change.id}: {words.say(VERDICTS[change.verdict])}. {why}".rstrip())
    same = sum(change.verdict == "same" for change in changes)
    click.echo(words.plural("{count} part is the same.", "{count} parts are the same.", same))


def _as_data(change: Change, words: Language) -> dict[str, object]:
    return {
        "kind": change.kind,
        "id": change.id,
        "verdict": change.verdict,
        "replaces": change.before,
        "reasons": [_reason(reason, words) for reason in change.reasons],
    }


def _reason(reason: Reason, words: Language) -> str:
    return words.say(reason.message, **reason.values)
