"""What the API takes and gives: the OpenAPI document is made from these."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


def _day(value: object) -> object:
    if value is None or isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and value.isascii() and _DAY.match(value):
        return datetime.date.fromisoformat(value)
    raise ValueError("a date such as 2026-03-12 is expected")


def _line(text: str) -> str:
    """Without control characters and the blanks around it; something must be left."""
    plain = "".join(c for c in text if c.isprintable()).strip()
    if not plain:
        raise ValueError("a text is expected")
    return plain


Day = Annotated[datetime.date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Line = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_line)]
Tag = Literal["en", "sv", "da", "nb"]
State = Literal["draft", "open", "meeting", "closed"]
Item = TypeVar("Item")


class In(BaseModel):
    """What a program sends: exactly the keys and types that are named."""

    model_config = ConfigDict(strict=True, extra="forbid", use_attribute_docstrings=True)


class Query(BaseModel):
    """What stands after the question mark."""

    model_config = ConfigDict(extra="forbid", use_attribute_docstrings=True)


class Out(BaseModel):
    """What a program gets."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class Fault(Out):
    """One thing that is wrong, and where."""

    message: str
    severity: Literal["error", "warning"]
    file: str | None = None
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    """The cell of a spreadsheet, such as B7."""
    pointer: str | None = None
    """The place in the request: the keys that lead to it."""


class ProblemDetails(Out):
    """An error, as RFC 9457 has it."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Fault] = []


class Paging(Query):
    """Which part of a list."""

    page: int = Field(default=1, ge=1, le=100_000)
    per_page: int = Field(default=50, ge=1, le=200)


class Page(Out, Generic[Item]):
    """A part of a list."""

    items: list[Item]
    page: int
    per_page: int
    total: int
    """How many there are on all pages."""


class Questionnaire(Out):
    """A version of a questionnaire."""

    id: str
    """The version's name in this installation: assessments refer to it."""
    questionnaire: str
    """The questionnaire's own id; empty in a draft that cannot be read."""
    version: str
    state: Literal["draft", "published"]
    own: bool
    """The workspace's own; false: it comes with the program."""
    languages: list[str]
    fingerprint: str
    """SHA-256 of its content in its own language; empty in a draft with errors."""
    created_at: datetime.datetime
    published_at: datetime.datetime | None


class Questionnaires(Page[Questionnaire]):
    """Versions of questionnaires."""


class QuestionnaireWithFiles(Questionnaire):
    """A version with its files and what is wrong with them."""

    files: dict[str, str]
    """The text of each file by its name in the folder."""
    problems: list[Fault]


class Files(In):
    """A questionnaire folder."""

    files: dict[str, str] = Field(min_length=1, max_length=50)
    """The text of each file: questionnaire.yaml, recommendations.yaml, cases.yaml, translations/sv.yaml."""


class Organisation(Out):
    """Whom an assessment is about."""

    name: str
    country: str | None
    code: str | None
    population: int | None


class NewOrganisation(In):
    """Whom an assessment is about. One of this name that is known already stays as it is."""

    name: Line
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    code: Annotated[str, Field(max_length=40), AfterValidator(_line)] | None = None
    population: Annotated[int, Field(ge=1, le=100_000_000)] | None = None


class Assessment(Out):
    """One organisation, one questionnaire version, one round in time."""

    id: str
    label: str
    organisation: Organisation
    questionnaire_version: str
    """The id of the questionnaire version."""
    languages: list[str]
    targets: dict[str, int]
    """How many are to answer, by role."""
    threshold: int
    """The fewest people behind any number that is shown."""
    distribution: int
    """The fewest people behind any distribution that is shown."""
    opens_on: datetime.date | None
    closes_on: datetime.date | None
    held_on: datetime.date | None
    state: State
    created_at: datetime.datetime
    closed_at: datetime.datetime | None


class Assessments(Page[Assessment]):
    """Assessments, newest first."""


class NewAssessment(In):
    """A new assessment, in draft."""

    label: Line
    organisation: NewOrganisation
    questionnaire_version: Annotated[str, Field(max_length=40)]
    """The id of a published questionnaire version."""
    languages: list[Tag] = Field(min_length=1, max_length=4)
    targets: dict[str, Annotated[int, Field(ge=0, le=10_000)]] = Field(max_length=50)
    """How many are to answer, by role; together at least as many as the threshold."""
    threshold: Annotated[int, Field(ge=3, le=100)] | None = None
    """If not given: as usual, or as the questionnaire's author asks."""
    distribution: Annotated[int, Field(ge=3, le=100)] | None = None
    opens_on: Day | None = None
    closes_on: Day
    welcome: dict[Tag, Annotated[str, Field(max_length=5000)]] = {}
    """What those who answer read first, by language."""


class Import(Query):
    """What a file of answers cannot say of itself."""

    questionnaire_version: str = Field(max_length=40)
    """The id of the published questionnaire version that was answered."""
    organisation: Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_line)] | None = None
    """In the place of the file's; tables without one need it."""
    date: Day | None = None
    """In the place of the file's; tables without one need it."""
    state: Literal["meeting", "closed"] = "closed"
    """closed: for good; meeting: levels can still be agreed on."""


class Imported(Out):
    """What came of a file of answers."""

    assessment: Assessment
    warnings: list[Fault]


class ReportOptions(Query):
    """How a report is to be."""

    lang: Tag | None = None
    """Its language; if not given, by Accept-Language."""
    summary: bool = False
    """The one page that can stand alone, instead of the whole (PDF and HTML)."""


class Waiting(Out):
    """A PDF that is on its way: ask again."""

    state: Literal["waiting", "running"]
    progress: int
    total: int


Json = dict[str, Any]
