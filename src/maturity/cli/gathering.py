"""Gathering many files for a comparison: answers of every format, of one or of several organisations, result
files, and folders and ZIPs of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from maturity import resources
from maturity.answers.naming import is_hidden, may_hold_answers
from maturity.cli.inputs import asked_by, load_questionnaire, parse_several, read_bytes
from maturity.problems import N_, Problem, Problems

if TYPE_CHECKING:
    from maturity.comparison.benchmark import Consent, Entry, Table
    from maturity.questionnaire.model import Questionnaire


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
    """Read every file, in folders and ZIPs too. `consent` is that of answer files; result files tell their own.

    Compared by `questionnaire`, or by the newest version that the files name. Raises Problems with everything
    that is wrong with any file.
    """
    reader = _Reader(questionnaire, lang, consent)
    for name in names:
        reader.take_all(name)
    if reader.problems:
        raise Problems(reader.problems)
    if not reader.entries:
        raise Problems([Problem(N_("There is no file of answers or results among what was given"))])
    known = {one.fingerprint: one for one in (load_questionnaire(name, lang) for name in older)}
    known |= reader.questionnaires
    ours = load_questionnaire(questionnaire, lang) if questionnaire else _newest(known.values())
    others = tuple(one for one in known.values() if one.fingerprint != ours.fingerprint)
    return Gathered(tuple(reader.entries), ours, others, tuple(reader.warnings))


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and the folders in it that can hold answers or results by what they are called, and
    ZIPs, in the order of the alphabet."""
    from maturity.answers.reading import READERS

    for path in sorted(folder.rglob("*")):
        hidden = is_hidden(path.relative_to(folder).as_posix())
        if path.suffix.lower() in (*READERS, ".zip") and path.is_file() and not hidden:
            yield path


def unpacked(name: str) -> Iterator[tuple[str, bytes]]:
    """The files in a ZIP that can hold answers or results, in the order of the alphabet, each called by the ZIP
    and its path in it."""
    from maturity.answers.reading import READERS
    from maturity.store.folders import unpack

    for path, data in sorted(unpack(read_bytes(name), name)):
        if PurePosixPath(path).suffix.lower() in READERS and not is_hidden(path):
            yield f"{name}/{path}", data


def told_left_out(table: Table) -> Iterator[Problem]:
    """Which results are not compared, and why: for whoever gathered them."""
    for one in table.left_out:
        values: dict[str, object] = {"organisation": one.organisation, "date": one.date}
        yield Problem(_LEFT_OUT[one.reason], values, severity="warning")


_LEFT_OUT = {
    "not-included": N_("{organisation} ({date}) is not included, by its own decision"),
    "withheld": N_("{organisation} ({date}) is left out: too few people answered"),
    "no-score": N_("{organisation} ({date}) is left out: too few answers for a score"),
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

    def take_all(self, name: str) -> None:
        """Read a file, or those of a folder or ZIP; or note all that is wrong with any of them."""
        with self._noting(name):
            if Path(name).is_dir():
                for path in files_in(Path(name)):
                    self._take_found(str(path))
            elif name.lower().endswith(".zip"):
                self._take_zip(name)
            else:
                self._take(read_bytes(name), name)

    def _take_found(self, name: str) -> None:
        """Read a file of a folder; one that cannot hold answers is passed over."""
        with self._noting(name):
            if name.lower().endswith(".zip"):
                self._take_zip(name)
            elif may_hold_answers(data := read_bytes(name), name):
                self._take(data, name)

    def _take_zip(self, name: str) -> None:
        for path, data in unpacked(name):
            with self._noting(path):
                if may_hold_answers(data, path):
                    self._take(data, path)

    @contextmanager
    def _noting(self, name: str) -> Iterator[None]:
        try:
            yield
        except Problems as found:
            self.problems += [one if one.file else replace(one, file=name) for one in found.problems]

    def _take(self, data: bytes, name: str) -> None:
        text = data.decode("utf-8", "replace") if name.lower().endswith(".json") else ""
        self._take_result(text, name) if self._is_result(text) else self._take_answers(data, name)

    @staticmethod
    def _is_result(text: str) -> bool:
        from maturity.comparison.benchmark import is_result_file

        return is_result_file(text)

    def _take_result(self, text: str, name: str) -> None:
        from maturity.comparison.benchmark import read_entry

        entry = read_entry(text, name)
        self.entries.append(entry)
        if entry.result.questionnaire in resources.questionnaire_names():
            self._know(load_questionnaire(entry.result.questionnaire, self.lang))

    def _take_answers(self, data: bytes, name: str) -> None:
        from maturity.comparison.benchmark import Entry
        from maturity.scoring import score

        folder = asked_by(data, name, self.questionnaire)
        asked, assessments, warnings = parse_several(data, name, folder, self.lang)
        self._know(asked)
        self.warnings += warnings
        self.entries += [Entry(score(asked, one), self.consent) for one in assessments]

    def _know(self, questionnaire: Questionnaire) -> None:
        self.questionnaires.setdefault(questionnaire.fingerprint, questionnaire)


def _newest(known: Iterable[Questionnaire]) -> Questionnaire:
    def number(one: Questionnaire) -> tuple[int, ...]:
        return tuple(int(part) for part in one.version.split("."))

    found = sorted(known, key=lambda one: (number(one), len(one.items), one.id))
    if not found:
        raise Problems([Problem(N_("The questionnaire of these results is not at hand. Give it with -q"))])
    return found[-1]
