"""Reading what a command is given: a questionnaire folder, a file of answers, standard input."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from maturity import resources
from maturity.cli.outputs import refusal
from maturity.problems import N_, Problem, Problems, nearest

if TYPE_CHECKING:
    from maturity.answers import Assessment
    from maturity.questionnaire.model import Questionnaire

_SHEETS = (".xlsx", ".csv", ".tsv")
DEFAULT = "innovation-capacity"
"""What answers that name no questionnaire are read by."""


def folder_of(name: str) -> Path:
    """The questionnaire folder of this path or name. Problems if there is none."""
    try:
        return resources.find_questionnaire(name)
    except FileNotFoundError:
        known = resources.questionnaire_names()
        guess = nearest(name, known)
        values: dict[str, object] = {"name": name, "guess": guess, "known": ", ".join(known)}
        message = N_("There is no questionnaire {name}. Did you mean {guess}?")
        if guess is None:
            message = N_(
                "There is no questionnaire {name}. Give a folder with a questionnaire.yaml, "
                "or one of: {known}"
            )
        raise Problems([Problem(message, values)]) from None


def load_questionnaire(name: str, lang: str | None = None) -> Questionnaire:
    """A questionnaire in a language, by path or name."""
    from maturity.questionnaire import load

    return load(resources.read_folder(folder_of(name)), lang)


def read_bytes(name: str) -> bytes:
    """A file's bytes, or standard input's for "-". Problems if it cannot be read."""
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        guess = _beside(Path(name)) if isinstance(error, FileNotFoundError) else None
        if guess:
            message = N_("There is no such file. Did you mean {guess}?")
            raise Problems([Problem(message, {"guess": guess}, name)]) from None
        raise Problems([refusal(error, name)]) from None


def _beside(path: Path) -> str | None:
    """A file in the same folder whose name was probably meant."""
    folder = path.parent
    names = [one.name for one in folder.iterdir() if one.is_file()] if folder.is_dir() else []
    return nearest(path.name, names)


def read_answers(
    name: str, questionnaire: str | None, lang: str
) -> tuple[Questionnaire, Assessment, tuple[Problem, ...]]:
    """A questionnaire in a language, the answers to it, and what is odd about them.

    Answers from standard input are YAML (JSON is YAML as well).
    """
    from maturity.answers import read_with_warnings

    data = read_bytes(name)
    asked, others = _editions(name, asked_by(data, name, questionnaire), lang)
    assessment, warnings = read_with_warnings(data, _label(name), asked, others)
    return asked, assessment, warnings


def asked_by(data: bytes, name: str, questionnaire: str | None) -> str:
    """What a file of answers is read by: this questionnaire, else the one that it names."""
    return questionnaire or _named_in(data, name)


def parse_several(
    data: bytes, name: str, questionnaire: str, lang: str
) -> tuple[Questionnaire, list[Assessment], tuple[Problem, ...]]:
    """As `read_answers`, from a file's bytes, with every assessment of a table that has several. Raises Problems with
    everything that is wrong with any of them."""
    from maturity.answers import Lexicon, read_several

    asked, others = _editions(name, questionnaire, lang)
    readings = read_several(data, _label(name), Lexicon(asked, others))
    problems = tuple(problem for one in readings for problem in one.problems)
    if any(one.assessment is None for one in readings):
        raise Problems(problems)
    return asked, [one.assessment for one in readings if one.assessment], problems


def _editions(name: str, questionnaire: str, lang: str) -> tuple[Questionnaire, list[Questionnaire]]:
    """A questionnaire in a language; and in the others, if a file of this name may speak any."""
    from maturity.questionnaire import languages, load

    files = resources.read_folder(folder_of(questionnaire))
    others = [load(files, other) for other in languages(files)] if name.lower().endswith(_SHEETS) else []
    return load(files, lang), others


def _label(name: str) -> str:
    return "stdin.yaml" if name == "-" else name


def _named_in(data: bytes, name: str) -> str:
    """The questionnaire that answers name: a folder beside them or one that comes along; else the default."""
    from maturity.answers.naming import named_in

    found = named_in(data, name).questionnaire or DEFAULT
    beside = Path(name).parent / found
    return str(beside) if (beside / "questionnaire.yaml").is_file() else found
