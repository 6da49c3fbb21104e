"""What the preview says of each file, in the reader's language."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

from sqlalchemy import select

from maturity.problems import N_
from maturity.store import intakes, organisations, questionnaires
from maturity.store.matching import Known
from maturity.store.tables import Assessment, Intake, IntakeFile, Organisation, QuestionnaireVersion
from maturity.store.understood import Understood
from maturity.web.languages import spoken
from maturity.web.sessions import db

SHOWN = 8
"""Problems of a file that are seen at once; the others unfold."""
CONSENTS = {
    "named": N_("may be named"),
    "anonymous": N_("anonymous"),
    "not-included": N_("not included"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One problem: where, what, and what stands around it."""

    place: str
    text: str
    is_error: bool
    excerpt: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One file, or one of the assessments in it."""

    id: str
    name: str
    state: str
    kind: str
    organisation: str
    country: str
    code: str
    day: str
    label: str
    questionnaire: str
    people: str
    counts: str
    decision: str
    is_new: bool
    same_as: str
    clash: bool
    """Whether another round of the same municipality and day is here already."""
    errors: tuple[Told, ...]
    warnings: tuple[Told, ...]


class Preview:
    """An intake as its page shows it."""

    def __init__(self, intake: Intake, page: int = 1) -> None:
        self.intake = intake
        self.page = max(page, 1)
        self.counts = intakes.counts(db, intake.id)
        self.total = sum(self.counts.values())
        self.pages = -(-self.total // intakes.PAGE) or 1

    @cached_property
    def known(self) -> Known:
        """The workspace's municipalities."""
        return Known(organisations.of_workspace(db, self.intake.workspace_id))

    @cached_property
    def municipalities(self) -> tuple[int, int]:
        """How many municipalities the ready files are about, and how many of them are new here."""
        met, new = Known(), 0
        count = 0
        for said in intakes.said_of(db, self.intake.id):
            about = _about(said)
            if met.find(*about) is None:
                met.add(Organisation(name=about[0], country=about[1], code=about[2]))
                count += 1
                new += self.known.find(*about) is None
        return count, new

    @cached_property
    def span(self) -> tuple[str, str]:
        """The first and the last date of the ready files; empty if there are none."""
        dates = sorted(said["date"] for said in intakes.said_of(db, self.intake.id))
        return (dates[0], dates[-1]) if dates else ("", "")

    @cached_property
    def countries(self) -> list[str]:
        """The countries of the ready files by name, the most frequent first."""
        found = Counter(said.get("country") for said in intakes.said_of(db, self.intake.id))
        return [spoken().country(code) for code, _ in found.most_common() if code]

    def shown(self, state: str) -> list[Shown]:
        """The files of this page that are in a state."""
        return [self._shown(file) for file in self._files if file.state == state]

    @cached_property
    def _files(self) -> Sequence[IntakeFile]:
        return intakes.page_of(db, self.intake.id, self.page)

    def _shown(self, file: IntakeFile) -> Shown:
        said = cast(Understood, file.understood)
        about = _about(said)
        found = self.known.find(*about) if about[0] else None
        problems = [_told(one) for one in file.problems]
        return Shown(
            id=file.id,
            name=file.name,
            state=file.state,
            kind=file.kind,
            organisation=about[0],
            country=spoken().country(about[1]),
            code=about[2] or "",
            day=_day(said.get("date", "")),
            label=said.get("label") or "",
            questionnaire=self._questionnaire(said),
            people=self._people(said),
            counts=_counts(said),
            decision=spoken().say(CONSENTS[said["consent"]]) if "consent" in said else "",
            is_new=found is None,
            same_as=said.get("same_as", ""),
            clash=file.state == "ready" and found is not None and (found.id, said["date"]) in self._rounds,
            errors=tuple(one for one in problems if one.is_error),
            warnings=tuple(one for one in problems if not one.is_error),
        )

    @cached_property
    def _rounds(self) -> set[tuple[str, str]]:
        """The rounds that are here: organisation and date."""
        query = select(Assessment.organisation_id, Assessment.held_on).where(
            Assessment.workspace_id == self.intake.workspace_id, Assessment.held_on.is_not(None)
        )
        return {(id_, str(day)) for id_, day in db.execute(query)}

    def _questionnaire(self, said: Understood) -> str:
        version = self._version(said)
        if version is None:
            return said.get("questionnaire", "")
        return f"{questionnaires.load(version, spoken().tag).title} {version.version}"

    def _people(self, said: Understood) -> str:
        version, roles = self._version(said), said.get("roles", {})
        if version is None:
            return ""
        names = {role.id: role.plural for role in questionnaires.load(version, spoken().tag).roles}
        return ", ".join(f"{names.get(role, role)} {count}" for role, count in roles.items())

    def _version(self, said: Understood) -> QuestionnaireVersion | None:
        id_ = said.get("version_id")
        return questionnaires.find(db, self.intake.workspace_id, id_) if id_ else None


def _about(said: Understood) -> tuple[str, str | None, str | None]:
    return said.get("organisation", ""), said.get("country"), said.get("code")


def _counts(said: Understood) -> str:
    tongue = spoken()
    parts: Iterable[str] = (
        tongue.plural("{count} person", "{count} people", said["respondents"])
        if "respondents" in said
        else "",
        tongue.plural("{count} answer", "{count} answers", said["answers"]) if "answers" in said else "",
        tongue.plural("{count} agreed level", "{count} agreed levels", said["agreed"])
        if said.get("agreed")
        else "",
    )
    return ", ".join(part for part in parts if part)


def _day(text: str) -> str:
    """A date in words; as it was written, if it is none."""
    try:
        return spoken().date(datetime.date.fromisoformat(text))
    except ValueError:
        return text


def _told(problem: dict[str, Any]) -> Told:
    place = str(problem.get("cell") or "")
    if not place and problem.get("line"):
        place = ":".join(str(problem[part]) for part in ("line", "column") if problem.get(part))
    return Told(
        place,
        spoken().say(problem["message"], **problem["values"]),
        problem["severity"] == "error",
        problem.get("excerpt"),
    )
