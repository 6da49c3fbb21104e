"""Taking in what was brought: every file that is right, in one transaction, or nothing."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import update
from sqlalchemy.orm import Session

from maturity.comparison.benchmark import Consent
from maturity.problems import N_, Problem, Problems
from maturity.store import findings, intakes, keeping, organisations
from maturity.store.ids import make_id
from maturity.store.matching import Known
from maturity.store.tables import Intake, IntakeFile, Organisation
from maturity.store.understood import Understood, about


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in: rounds, of municipalities, of which some are new here."""

    rounds: int
    municipalities: int
    new: int


def take_in(session: Session, intake: Intake, *, without_wrong: bool) -> Taken:
    """Make closed rounds of all that is ready; then forget the files.

    Raises Problems if it has been decided already, if nothing is ready, if something is wrong and nobody said to
    leave that out, or if it cannot be told which municipality is meant. What came into the workspace meanwhile
    is not taken in twice.
    """
    counts = intakes.counts(session, intake.id)
    _refuse(intake, counts, without_wrong)
    taking = _Taking(session, intake)
    for some in intakes.ready_in_batches(session, intake.id):
        taking.take(some)
    for file in intakes.files_of(session, intake.id, "known"):
        taking.hear(file)
    intakes.end(session, intake)
    return Taken(taking.rounds, len(taking.met), taking.new)


def _refuse(intake: Intake, counts: dict[str, int], without_wrong: bool) -> None:
    if intake.state != "read":
        raise Problems([Problem(N_("These files are still being read, or have been taken in already"))])
    if counts["wrong"] and not without_wrong:
        message = N_("Say that what is wrong is left out, or mend those files and bring all of them again")
        raise Problems([Problem(message)])
    if not counts["ready"] and not counts["known"]:
        raise Problems([Problem(N_("There is nothing here that can be taken in"))])


class _Taking:
    """One intake on its way into its workspace."""

    def __init__(self, session: Session, intake: Intake) -> None:
        self.session = session
        self.workspace = intake.workspace_id
        self.known = Known(organisations.of_workspace(session, self.workspace))
        self.sources = findings.known_sources(session, self.workspace)
        self.met: set[str] = set()
        self.new = self.rounds = 0

    def take(self, files: Sequence[IntakeFile]) -> None:
        """Make rounds of some files."""
        fresh = [file for file in files if self._is_fresh(file)]
        places = [self._place(file.understood) for file in fresh]  # type: ignore[arg-type]
        self.session.flush()
        kept = [_kept(file, place) for file, place in zip(fresh, places, strict=True)]
        ids = keeping.keep_results(self.session, self.workspace, kept)
        if ids:
            rows = [{"id": file.id, "assessment_id": id_} for file, id_ in zip(fresh, ids, strict=True)]
            self.session.execute(update(IntakeFile), rows)
        for file, place in zip(fresh, places, strict=True):
            self._consent(file, place)
        self.rounds += len(ids)
        for file in files:
            if file not in fresh:
                self.hear(file)
            self.session.expunge(file)  # its result is large

    def _is_fresh(self, file: IntakeFile) -> bool:
        """Whether its content is not here yet; from now on it is."""
        if file.source in self.sources:
            return False
        self.sources.add(file.source or "")
        return True

    def hear(self, file: IntakeFile) -> None:
        """A result that is here already may bring a decision about being named."""
        said = cast(Understood, file.understood)
        place = self.known.find(*about(said))
        if place is not None:
            self._consent(file, place)

    def _place(self, said: Understood) -> Organisation:
        """The organisation that a file is about: known, with what was not known of it; or new."""
        name, country, code = about(said)
        self.known.check(name, country, code)
        found = self.known.find(name, country, code)
        if found is None:
            found = Organisation(id=make_id(), workspace_id=self.workspace, name=name)
            self.session.add(found)
            self.new += 1
        found.country = found.country or country
        found.code = found.code or code
        found.population = found.population or said.get("population")
        if found.id not in self.met:
            self.met.add(found.id)
            self.known.add(found)
        return found

    def _consent(self, file: IntakeFile, place: Organisation) -> None:
        if file.kind == "result":
            said = cast(Understood, file.understood)
            organisations.bring_consent(self.session, place, cast(Consent, said["consent"]))
            place.tags = sorted({*(place.tags or ()), *said.get("tags", ())})


def _kept(file: IntakeFile, place: Organisation) -> keeping.Kept:
    said = cast(Understood, file.understood)
    return keeping.Kept(
        organisation_id=place.id,
        version_id=said["version_id"],
        origin=cast(keeping.Origin, file.kind),
        result=file.result or "",
        digest=file.digest or "",
        questionnaire_hash=said["questionnaire_hash"],
        answers_hash=said["answers_hash"],
        date=datetime.date.fromisoformat(said["date"]),
        threshold=said["threshold"],
        label=(said.get("label") or "")[:300],
        note=said.get("note"),
        languages=[said["language"]],
        roles=said["roles"],
    )
