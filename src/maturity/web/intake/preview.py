"""What was brought in, as the page of its preview shows it: what all of it amounts to, and those files that the
request asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import cast

from maturity.problems import N_
from maturity.questionnaire.model import Questionnaire
from maturity.store import intakes, organisations, questionnaires
from maturity.store.matching import Known, count_meant
from maturity.store.tables import Intake, IntakeFile, Organisation
from maturity.store.understood import Understood, about
from maturity.web.intake.told import Shown, counts, day, people, told
from maturity.web.languages import spoken
from maturity.web.paging import wanted_page
from maturity.web.sessions import db

CONSENTS = {
    "named": N_("may be named"),
    "anonymous": N_("anonymous"),
    "not-included": N_("not included"),
}


class Preview:
    """An intake as its page shows it."""

    def __init__(self, intake: Intake) -> None:
        self.intake = intake
        self.counts = intakes.counts(db, intake.id)
        self.page = wanted_page(sum(self.counts.values()), intakes.PAGE)

    @cached_property
    def known(self) -> Known:
        """The workspace's municipalities."""
        return Known(organisations.of_workspace(db, self.intake.workspace_id))

    @cached_property
    def _ready(self) -> list[Understood]:
        """What stands in the files that are ready, on every page."""
        return intakes.said_of(db, self.intake.id)

    @cached_property
    def municipalities(self) -> tuple[int, int]:
        """How many municipalities the ready files are about, and how many of them are new here."""
        return count_meant(map(about, self._ready), self.known)

    @cached_property
    def _meant(self) -> Known:
        """The municipalities that there will be: those that are here, and those that come with the ready files."""
        meant = Known(organisations.of_workspace(db, self.intake.workspace_id))
        for name, country, code in map(about, self._ready):
            if meant.find(name, country, code) is None:
                meant.add(Organisation(name=name, country=country, code=code))
        return meant

    @cached_property
    def _brought(self) -> Counter[tuple[Organisation | None, str]]:
        """How many of the ready files are a round of a municipality and day."""
        return Counter((self._meant.find(*about(said)), said["date"]) for said in self._ready)

    @cached_property
    def span(self) -> tuple[str, str]:
        """The first and the last date of the ready files; empty if there are none."""
        dates = [said["date"] for said in self._ready]
        return min(dates, default=""), max(dates, default="")

    @cached_property
    def countries(self) -> list[str]:
        """The countries of the ready files by name, the most frequent first."""
        found = Counter(said.get("country") for said in self._ready)
        return [spoken().country(code) for code, _ in found.most_common() if code]

    def shown(self, state: str) -> list[Shown]:
        """The files of this page that are in a state."""
        return [self._shown(file) for file in self._files if file.state == state]

    @cached_property
    def _files(self) -> Sequence[IntakeFile]:
        return intakes.page_of(db, self.intake.id, self.page.start)

    def _shown(self, file: IntakeFile) -> Shown:
        said = cast(Understood, file.understood)
        name, country, code = about(said)
        found = self.known.find(name, country, code) if name else None
        meant = self._meant.find(name, country, code) if file.state == "ready" else None
        asked = self._asked.get(said.get("version_id", ""))
        problems = [told(one) for one in file.problems]
        return Shown(
            name=file.name,
            organisation=name,
            country=spoken().country(country),
            code=code or "",
            day=day(said.get("date", "")),
            label=said.get("label") or "",
            questionnaire=f"{asked.title} {asked.version}" if asked else said.get("questionnaire", ""),
            people=people(said, asked) if asked else "",
            counts=counts(said),
            decision=spoken().say(CONSENTS[said["consent"]]) if "consent" in said else "",
            is_new=found is None,
            same_as=said.get("same_as", ""),
            clash=file.state == "ready" and found is not None and (found.id, said["date"]) in self._rounds,
            twice=meant is not None and self._brought[meant, said["date"]] > 1,
            becomes=meant.name if meant is not None and _differs(name, meant) else "",
            errors=tuple(one for one in problems if one.is_error),
            warnings=tuple(one for one in problems if not one.is_error),
        )

    @cached_property
    def _rounds(self) -> set[tuple[str, str]]:
        """The rounds that are here: organisation and date."""
        return intakes.rounds_here(db, self.intake.workspace_id)

    @cached_property
    def _asked(self) -> dict[str, Questionnaire]:
        """The questionnaires of this page's files, by the ids of their versions."""
        ids = {file.understood.get("version_id") for file in self._files}
        found = (questionnaires.find(db, self.intake.workspace_id, id_) for id_ in ids if id_)
        return {one.id: questionnaires.load(one, spoken().tag) for one in found if one is not None}


def _differs(name: str, meant: Organisation) -> bool:
    """Whether nobody who reads a municipality's name thinks of the one that is meant."""
    known = {" ".join(one.split()).casefold() for one in (meant.name, *(meant.also or ()))}
    return " ".join(name.split()).casefold() not in known
