"""From bytes to a questionnaire in one language: read, validate, check, translate."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import ValidationError

from maturity.problems import N_, Problem, Problems
from maturity.questionnaire.checks import semantic_findings
from maturity.questionnaire.faults import Finding, faults_of, findings
from maturity.questionnaire.folder import Folder, read_folder, read_translation, translation_names
from maturity.questionnaire.language import resolve
from maturity.questionnaire.mending import Repair, mended
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.texts import texts, with_texts
from maturity.questionnaire.translation import Coverage, Translation, coverage_of, read_texts

MOST = 500
"""Errors in the source files that are told at once."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Everything that is known about a questionnaire folder. `questionnaire` is None if it has errors."""

    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]
    coverage: tuple[Coverage, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that must be mended before it can be used."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def load(files: Mapping[str, bytes], language: str | None = None) -> Questionnaire:
    """The questionnaire in `language` (or the nearest there is, see `language.resolve`; else its own).

    `files` holds the folder's files by relative name ("questionnaire.yaml", "translations/sv.yaml"). Raises
    Problems with every error of the source files and of that translation.
    """
    source, problems = _source(read_folder(files))
    told, more = _told(source, files, language) if source else (None, [])
    _refuse([*problems, *more])
    assert told is not None, "what has no error has a shape"
    return told


def translated(source: Questionnaire, files: Mapping[str, bytes], language: str | None) -> Questionnaire:
    """The same as `load` for a questionnaire that was loaded in its own language already: only the translation is
    read. Raises Problems with every error of that."""
    told, problems = _told(source, files, language)
    _refuse(problems)
    return told


def check(files: Mapping[str, bytes]) -> Checked:
    """Errors and warnings of every file, and how complete each translation is."""
    source, problems = _source(read_folder(files))
    coverage = []
    if source is not None:
        for language, name in translation_names(files).items():
            _, covered, more = _translation(files, name, language, source)
            problems += more
            coverage += [covered] if covered else []
    sound = source if not any(problem.severity == "error" for problem in problems) else None
    return Checked(sound, tuple(problems), tuple(coverage))


def languages(files: Mapping[str, bytes], own: str | None = None) -> tuple[str, ...]:
    """The languages that the questionnaire is there in, its own first. Empty if questionnaire.yaml cannot
    be read; it is not read where its `own` language is known.
    """
    if own is None:
        data = read_folder(files).data
        own = data.get("language") if data else None
    if not isinstance(own, str):
        return ()
    return (own, *(language for language in translation_names(files) if language != own))


def _told(
    source: Questionnaire, files: Mapping[str, bytes], language: str | None
) -> tuple[Questionnaire, list[Problem]]:
    """A questionnaire in a language, or the nearest there is, and what is wrong with the translation."""
    found = translation_names(files)
    wanted = resolve(language, [source.language, *found], source.language)
    if wanted == source.language or wanted not in found:
        return source, []
    translation, _, problems = _translation(files, found[wanted], wanted, source)
    return with_texts(source, wanted, translation.texts) if translation else source, problems


def _refuse(problems: Iterable[Problem]) -> None:
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise Problems(errors)


def _source(folder: Folder) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire in its own language (None if its shape is wrong), and all that is wrong with it."""
    problems = list(folder.problems)
    if folder.data is None:
        return None, problems
    questionnaire, found = _judged(folder.data)
    told = _bounded(found)
    problems += [folder.problem(f.path, f.message, f.values, key=f.key, severity=f.severity) for f in told]
    return questionnaire, sorted(problems, key=_in_reading_order)


def _judged(data: Any) -> tuple[Questionnaire | None, Iterator[Finding]]:
    try:
        questionnaire = _validated(data)
    except ValidationError as refusal:
        errors = faults_of(refusal)
        return None, chain(findings(errors, data), _in_spite_of(errors, data))
    return questionnaire, semantic_findings(questionnaire)


def _bounded(found: Iterable[Finding]) -> Iterator[Finding]:
    """All findings up to MOST errors: a file in which everything is wrong is an error, and not a hang."""
    errors = 0
    for finding in found:
        yield finding
        errors += finding.severity == "error"
        if errors == MOST:
            yield Finding(
                (), N_("There may be more than these {count} errors. Mend them first"), {"count": MOST}
            )
            return


def _validated(data: Any) -> Questionnaire:
    questionnaire = Questionnaire.model_validate(data, by_alias=True, by_name=False)
    return questionnaire.model_copy(update={"fingerprint": _fingerprint(questionnaire)})


def _fingerprint(questionnaire: Questionnaire) -> str:
    """SHA-256 of what the author wrote, in canonical JSON: settings that equal their default are left out."""
    content = questionnaire.model_dump(
        mode="json", by_alias=True, exclude={"fingerprint"}, exclude_defaults=True
    )
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _in_spite_of(
    errors: list[Any], data: Any, before: Repair | None = None, rounds: int = 3
) -> Iterator[Finding]:
    """What else is wrong, apart from the errors of shape: so that all mistakes are told at once."""
    repair = mended(errors, data, before)
    if repair is None or not rounds:
        return
    try:
        questionnaire = _validated(repair.data)
    except ValidationError as refusal:
        more = faults_of(refusal)
        yield from filter(repair.is_sound, findings(more, repair.data))
        yield from _in_spite_of(more, repair.data, repair, rounds - 1)
    else:
        yield from filter(repair.is_sound, semantic_findings(questionnaire))


def _translation(
    files: Mapping[str, bytes], name: str, language: str, source: Questionnaire
) -> tuple[Translation | None, Coverage | None, list[Problem]]:
    document, problems = read_translation(files, name)
    if document is None:
        return None, None, problems
    translation = read_texts(document, language, source)
    covered = coverage_of(document, translation, texts(source))
    return translation, covered, sorted([*problems, *translation.problems], key=_in_reading_order)


def _in_reading_order(problem: Problem) -> tuple[bool, str, int, int]:
    return problem.file != "questionnaire.yaml", problem.file, problem.line or 0, problem.column or 0
