"""`maturity explain`: one number of the result taken apart, step by step, down to the groups of people."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from maturity.cli import options, outputs
from maturity.problems import N_, Problem, Problems, nearest

if TYPE_CHECKING:
    from maturity.questionnaire.model import Questionnaire
    from maturity.report.words import Words
    from maturity.scoring.receipt import Receipt

OVERALL = "overall"


@click.command(
    name="explain",
    help=N_(
        "Say how a number of the result of ANSWERS came about.\n\n"
        "NUMBER is a dimension or an item, by its id or its code; without it, it is the overall "
        "number."
    ),
    epilog=(
        "maturity explain answers.yaml\n"
        "maturity explain answers.yaml political-ownership\n"
        "maturity explain answers.yaml PO1 --lang sv"
    ),
)
@options.answers
@click.argument("number", metavar=N_("[NUMBER]"), default=OVERALL)
@click.option("--all", "everything", is_flag=True, help=N_("Take the parts apart as well, down to the last."))
@options.questionnaire
@options.lang
@options.as_json
@outputs.tells_problems
def command(
    answers: str, number: str, everything: bool, questionnaire: str | None, lang: str, as_json: bool
) -> None:
    """Say how a number of the result of ANSWERS came about."""
    from maturity.cli.inputs import read_answers
    from maturity.language import language
    from maturity.report.words import Words
    from maturity.scoring import explain, score

    asked, assessment, _ = read_answers(answers, questionnaire, lang)
    receipt = explain(asked, score(asked, assessment), id_of(asked, number))
    words = Words(asked, language(lang))
    if as_json:
        outputs.print_json(_as_data(receipt, words))
        return
    _print_receipt(receipt, words, everything)
    if receipt.parts and not everything:
        parts = ", ".join(_called(asked, part.id) for part in receipt.parts)
        click.echo("\n" + words.say("In the same way you can ask for: {parts}", parts=parts))


def id_of(questionnaire: Questionnaire, word: str) -> str:
    """The id of what is called so: by id, or by code in small or large letters. Problems if nothing is."""
    known = {OVERALL: OVERALL} | {id_: id_ for id_ in questionnaire.nodes}
    known |= {item.id: item.id for item in questionnaire.scored_items}
    parts = (*questionnaire.nodes.values(), *questionnaire.scored_items)
    codes = {part.code.lower(): part.id for part in parts if part.code}
    found = known.get(word) or codes.get(word.lower()) or known.get(word.lower())
    if found:
        return found
    guess = nearest(word.lower(), [*known, *codes])
    if guess is None:
        raise Problems([Problem(N_("There is no dimension or item called {id}"), {"id": word})])
    message = N_("There is no dimension or item called {id}; did you mean {guess}?")
    raise Problems([Problem(message, {"id": word, "guess": _called(questionnaire, codes.get(guess, guess))})])


def _called(questionnaire: Questionnaire, id_: str) -> str:
    part = questionnaire.nodes.get(id_) or questionnaire.items.get(id_)
    return part.code if part and part.code else id_


def _print_receipt(receipt: Receipt, words: Words, everything: bool) -> None:
    from rich.text import Text

    from maturity.cli.receipts import told_inputs, told_step

    terminal = outputs.console()
    name = words.say("Overall") if receipt.kind == OVERALL else words.name(receipt.id)
    terminal.print(Text(f"{name}: {words.score(receipt.value)}", "bold"))
    for number, step in enumerate(receipt.steps, 1):
        terminal.print(Text(f"  {number}. {told_step(step, words)}"), soft_wrap=True)
        for line in told_inputs(step, words):
            terminal.print(Text(f"       {line}", "dim"), soft_wrap=True)
    for part in receipt.parts if everything else ():
        terminal.print()
        _print_receipt(part, words, everything)


def _as_data(receipt: Receipt, words: Words) -> dict[str, object]:
    from maturity.cli.receipts import told_step

    steps = [
        {"kind": step.kind, "text": told_step(step, words), "values": step.values}
        | {"inputs": [_filled(asdict(one)) for one in step.inputs]}
        for step in receipt.steps
    ]
    own = {"kind": receipt.kind, "id": receipt.id, "value": receipt.value, "steps": steps}
    return own | {"parts": [_as_data(part, words) for part in receipt.parts]}


def _filled(data: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value not in (None, "", ())}
