"""The questionnaires at hand while files are read: found by what a file names, loaded when they are first
needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from maturity.answers import Lexicon
from maturity.answers.naming import Named
from maturity.problems import N_, Problem, Problems, nearest
from maturity.questionnaire import languages, load
from maturity.questionnaire.model import Questionnaire
from maturity.questionnaire.settings import Privacy
from maturity.store.assessments import LEAST_THRESHOLD


@dataclass(frozen=True, slots=True)
class Book:
    """A published version: the row's id, what it calls itself, and its files."""

    id: str
    questionnaire: str
    version: str
    fingerprint: str
    files: Mapping[str, bytes] = field(hash=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A questionnaire to score by, protected as here everything is, and its words in every language."""

    questionnaire: Questionnaire
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Shelf:
    """Versions in the order in which they are preferred. `chosen` is the id of the one for answers that name
    no questionnaire."""

    books: tuple[Book, ...]
    chosen: str | None = None

    def for_answers(self, named: Named, file: str) -> Book:
        """The version that a file of answers names. Raises Problems if it is not here, or none is named."""
        if named.questionnaire is None:
            return self._chosen(file)
        versions = [book for book in self.books if book.questionnaire == named.questionnaire]
        if not versions:
            raise self._no_such(named.questionnaire, file)
        fitting = [book for book in versions if named.version in (None, book.version)]
        if not fitting:
            message = N_(
                "Version {version} of {name} is not here; there are: {known}. Publish it here, and bring the "
                "file again"
            )
            known = ", ".join(dict.fromkeys(book.version for book in versions))
            raise _refusal(file, message, version=named.version, name=named.questionnaire, known=known)
        return fitting[0]

    def for_result(self, questionnaire: str, version: str, fingerprint: str, file: str) -> Book:
        """The version that a result was made with, to the letter. Raises Problems if it is not here."""
        for book in self.books:
            if book.fingerprint == fingerprint:
                return book
        same = any((book.questionnaire, book.version) == (questionnaire, version) for book in self.books)
        message = N_(
            "This result comes from {name} {version}, which is not here. Ask for that questionnaire, publish it "
            "here, and bring the file again"
        )
        if same:
            message = N_(
                "This result comes from another edition of {name} {version} than the one here. Ask for that "
                "questionnaire, publish it here, and bring the file again"
            )
        raise _refusal(file, message, name=questionnaire, version=version)

    def _no_such(self, name: str, file: str) -> Problems:
        known = sorted({book.questionnaire for book in self.books})
        guess = nearest(name, known)
        if guess:
            return _refusal(
                file,
                N_("There is no questionnaire {name} here. Did you mean {guess}?"),
                name=name,
                guess=guess,
            )
        message = N_("There is no questionnaire {name} here; there are: {known}")
        return _refusal(file, message, name=name, known=", ".join(known))

    def _chosen(self, file: str) -> Book:
        for book in self.books:
            if book.id == self.chosen:
                return book
        message = N_(
            "The file does not say which questionnaire was answered. Choose it under “A whole folder, or another "
            "questionnaire”, and bring the files again"
        )
        raise _refusal(file, message)


@cache
def opened(book: Book) -> Opened:
    """The questionnaire of a version: loaded once in each process."""
    asked = load(book.files)
    others = [load(book.files, tag) for tag in languages(book.files) if tag != asked.language]
    privacy = Privacy(
        threshold=max(asked.privacy.threshold, LEAST_THRESHOLD),
        distribution=max(asked.privacy.distribution, LEAST_THRESHOLD),
    )
    protected = asked.model_copy(update={"privacy": privacy})
    return Opened(protected, Lexicon(protected, others))


def _refusal(file: str, message: str, **values: object) -> Problems:
    return Problems([Problem(message, values, file)])
