"""Gathering many files for a comparison: answers of every format, result files, and folders of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from maturity import resources
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from maturity.comparison.benchmark import Consent, Entry, Table
    from maturity.questionnaire.model import Questionnaire

ENDINGS = (".json", ".yaml", ".yml", ".csv", ".tsv", ".xlsx")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The entries, the questionnaire that they are compared by, the others that they come from, and what is
    odd about them."""

    entries: tuple[Entry, ...]
    questionnaire: Questionnaire
    others: tuple[Questionnaire, ...]
    warnings: tuple[Problem, ...]


def gather(
    names: Iterable[str], questionnaire: str | None, older: Iterable[str], lang: str, consent: Consent
) -> Gathered:
    """Read every file, in folders too. `consent` is that of answer files; result files tell their own.

    Compared by `questionnaire`, or by the newest version that the files name. Raises Problems with everything
    that is wrong with any file.
    """
    from maturity.cli.inputs import load_questionnaire

    reader = _Reader(questionnaire, lang, consent)
    for name in expand(names):
        reader.take(name)
    if reader.problems:
        raise Problems(reader.problems)
    if not reader.entries:
        raise Problems([Problem(N_("There is no file of answers or results among what was given"))])
    known = {one.fingerprint: one for one in (load_questionnaire(name, lang) for name in older)}
    known |= reader.questionnaires
    ours = load_questionnaire(questionnaire, lang) if questionnaire else _newest(known.values())
    others = tuple(one for one in known.values() if one.fingerprint != ours.fingerprint)
    return Gathered(tuple(reader.entries), ours, others, tuple(reader.warnings))


def expand(names: Iterable[str]) -> Iterator[str]:
    """The files, with those of folders in the order of the alphabet. In folders, YAML without respondents
    (lists of actions, questionnaires) is passed over."""
    from maturity.answers.naming import may_hold_answers

    for name in names:
        if Path(name).is_dir():
            found = sorted(path for path in Path(name).iterdir() if path.suffix.lower() in ENDINGS)
            yield from (str(path) for path in found if may_hold_answers(path.read_bytes(), path.name))
        else:
            yield name


def told_left_out(table: Table) -> Iterator[Problem]:
    """Which results are not compared, and why: for whoever gathered them."""
    for one in table.left_out:
        values: dict[str, object] = {"organisation": one.organisation, "date": one.date}
        yield Problem(_LEFT_OUT[one.reason], values, severity="warning")


_LEFT_OUT = {
    "not-included": N_("{organisation} ({date}) is not included, by its own decision"),
    "withheld": N_("{organisation} ({date}) is left out: too few people answered"),
    "unknown": N_(
        "{organisation} ({date}) is left out: its questionnaire is not at hand. Give it with --older"
    ),
    "not-comparable": N_("{organisation} ({date}) is left out: nothing in its version means the same"),
    "earlier": N_("{organisation} ({date}) is left out: there is a later result"),
}


class _Reader:
    """Files as they come, and what is wrong with any of them."""

    def __init__(self, questionnaire: str | None, lang: str, consent: Consent) -> None:
        self.questionnaire = questionnaire
        self.lang = lang
        self.consent = consent
        self.entries: list[Entry] = []
        self.questionnaires: dict[str, Questionnaire] = {}
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def take(self, name: str) -> None:
        """Read one file, or note all that is wrong with it."""
        from maturity.cli.inputs import read_bytes

        try:
            text = read_bytes(name).decode("utf-8", "replace") if name.lower().endswith(".json") else ""
            self._take_result(text, name) if self._is_result(text) else self._take_answers(name)
        except Problems as found:
            self.problems += [one if one.file else replace(one, file=name) for one in found.problems]

    @staticmethod
    def _is_result(text: str) -> bool:
        from maturity.comparison.benchmark import is_result_file

        return is_result_file(text)

    def _take_result(self, text: str, name: str) -> None:
        from maturity.cli.inputs import load_questionnaire
        from maturity.comparison.benchmark import read_entry

        entry = read_entry(text, name)
        self.entries.append(entry)
        if entry.result.questionnaire in resources.questionnaire_names():
            self._know(load_questionnaire(entry.result.questionnaire, self.lang))

    def _take_answers(self, name: str) -> None:
        from maturity.cli.inputs import read_answers
        from maturity.comparison.benchmark import Entry
        from maturity.scoring import score

        asked, assessment, warnings = read_answers(name, self.questionnaire, self.lang)
        self._know(asked)
        self.warnings += warnings
        self.entries.append(Entry(score(asked, assessment), self.consent))

    def _know(self, questionnaire: Questionnaire) -> None:
        self.questionnaires.setdefault(questionnaire.fingerprint, questionnaire)


def _newest(known: Iterable[Questionnaire]) -> Questionnaire:
    def number(one: Questionnaire) -> tuple[int, ...]:
        return tuple(int(part) for part in one.version.split("."))

    found = sorted(known, key=lambda one: (number(one), len(one.items), one.id))
    if not found:
        raise Problems([Problem(N_("The questionnaire of these results is not at hand. Give it with -q"))])
    return found[-1]
