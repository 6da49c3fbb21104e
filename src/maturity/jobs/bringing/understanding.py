"""What one file says: read, scored, and reduced to what may be kept. Whatever is wrong with a file is an outcome
of it, and stops no other."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Sequence
from typing import Any

from maturity.answers import Assessment, Reading, read_several
from maturity.answers.excerpts import Excerpts
from maturity.answers.naming import named_in
from maturity.answers.reading import refuse_unreadable
from maturity.comparison.benchmark import Entry, digest_of, is_result_file, read_entry, write_digest
from maturity.jobs.bringing.checks import check_result, oddities, unkeepable
from maturity.jobs.bringing.shelf import Book, Shelf, opened
from maturity.problems import N_, Problem, Problems
from maturity.scoring import score, to_json
from maturity.scoring.result import Result
from maturity.store.keeping import source_of
from maturity.store.understood import Outcome, Understood, plain, storable

MOST_PROBLEMS = 300
"""Problems of one assessment that are told: a file in which everything is wrong is wrong for one reason."""
MOST_EXCERPTS = 10
_UNSTORABLE = N_("The file holds a character that cannot be stored. Save it again")
_log = logging.getLogger(__name__)


def understand(
    shelf: Shelf, today: datetime.date, data: bytes, name: str, share: tuple[int, int] = (0, 1)
) -> list[Outcome]:
    """What the assessments in a file amount to, or what is wrong with each, or with the whole file.

    `share` is (n, of): the n-th of `of` parts of its assessments, as `answers.read_several` takes it.
    """
    kind = "answers"
    around = Excerpts(data, name)
    try:
        text = data.decode("utf-8", "replace") if name.lower().endswith(".json") else ""
        if is_result_file(text):
            kind = "result"
            return [_of_result(shelf, _entry(text, name), name)]
        return _of_answers(shelf, today, data, name, share, around)
    except Problems as found:
        return [_wrong(kind, {}, found.problems, around)] if share[0] == 0 else []
    except Exception:
        _log.exception("a file could not be read")
        problem = Problem(N_("The file could not be read. Save it again, as XLSX or CSV"), {}, name)
        return [_wrong(kind, {}, [problem], around)] if share[0] == 0 else []


def _of_answers(
    shelf: Shelf, today: datetime.date, data: bytes, name: str, share: tuple[int, int], around: Excerpts
) -> list[Outcome]:
    named = named_in(data, name)
    if named.questionnaire is None:
        refuse_unreadable(data, name)
    book = shelf.for_answers(named, name)
    asked = opened(book)
    found = []
    for one in read_several(data, name, asked.lexicon, share=share):
        if one.assessment is None or _unstorable(one):
            unstorable = [Problem(_UNSTORABLE, {}, name)] if one.assessment else []
            problems = [*one.problems, *unstorable]
            found.append(_wrong("answers", _as_written(one, book), problems, around))
            continue
        result = score(asked.questionnaire, one.assessment)
        if unfit := unkeepable(result, name):
            found.append(_wrong("answers", _as_written(one, book), [*one.problems, *unfit], around))
        else:
            odd = [*one.problems, *oddities(result, today, name)]
            about = _counted(one.assessment)
            found.append(_ready("answers", book, result, about, _told(odd, around)))
    return found


def _unstorable(reading: Reading) -> bool:
    """Whether a fact holds a character that not every database takes."""
    return reading.assessment is not None and any("\0" in text for text in reading.facts.values())


def _entry(text: str, name: str) -> Entry:
    if "\\u0000" in text or "\\ud" in text.lower():
        raise Problems([Problem(_UNSTORABLE, {}, name)])
    return read_entry(text, name)


def _of_result(shelf: Shelf, entry: Entry, name: str) -> Outcome:
    result = entry.result
    book = shelf.for_result(result.questionnaire, result.version, result.questionnaire_hash, name)
    check_result(opened(book).questionnaire, result, name)
    about: Understood = {"consent": entry.consent, "tags": list(entry.tags)}
    odd = [plain(problem) for problem in oddities(result, datetime.date.max, name)]
    return _ready("result", book, result, about, odd)


def _ready(
    kind: str, book: Book, result: Result, about: Understood, problems: Sequence[dict[str, Any]]
) -> Outcome:
    understood: Understood = {
        "organisation": " ".join(result.organisation.split()),  # cells hold line breaks, lists of names none
        "country": result.country,
        "code": result.code,
        "population": result.population,
        "date": result.date,
        "label": result.label,
        "note": result.note,
        "questionnaire": book.questionnaire,
        "version": book.version,
        "version_id": book.id,
        "language": opened(book).questionnaire.language,
        "questionnaire_hash": result.questionnaire_hash,
        "answers_hash": result.answers_hash,
        "threshold": result.threshold,
        "withheld": result.withheld,
        "respondents": result.respondents,
        "roles": {role.role: role.n for role in result.roles if role.n},
        "agreed": len(result.agreed_reasons),
        **about,
    }
    return Outcome(
        kind,
        understood,
        tuple(problems),
        source_of(result.questionnaire_hash, result.answers_hash),
        to_json(result),
        write_digest(digest_of(result)),
    )


def _counted(assessment: Assessment) -> Understood:
    given = sum(len(person.answers) for person in assessment.respondents)
    return {"answers": given, "agreed": len(assessment.consensus)}


def _as_written(reading: Reading, book: Book) -> Understood:
    """What can be said of an assessment that has errors."""
    said: Understood = {"questionnaire": book.questionnaire, "version": book.version, "version_id": book.id}
    facts = {fact: str(storable(text)) for fact, text in reading.facts.items()}
    said |= {"organisation": facts.get("organisation", ""), "date": facts.get("date", "")}
    return said | {"country": facts.get("country"), "code": facts.get("code")}


def _wrong(kind: str, understood: Understood, problems: Sequence[Problem], around: Excerpts) -> Outcome:
    return Outcome(kind, understood, _told(problems, around))


def _told(problems: Sequence[Problem], around: Excerpts) -> tuple[dict[str, Any], ...]:
    """The problems, errors before warnings, the first errors with what stands around them."""
    kept = sorted(problems, key=lambda one: not _is_error(one))[:MOST_PROBLEMS]
    told = [
        plain(problem, around.around(problem) if number < MOST_EXCERPTS and _is_error(problem) else None)
        for number, problem in enumerate(kept)
    ]
    if len(problems) > len(kept):
        message = N_("There may be more than these {count} problems. Mend them first")
        told.append(plain(Problem(message, {"count": len(kept)})))
    return tuple(told)


def _is_error(problem: Problem) -> bool:
    return problem.severity == "error"
