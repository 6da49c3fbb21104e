"""What a new round brings along from the one before, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.report.words import Words
from maturity.store import carrying, last_time, questionnaires, versions
from maturity.store.carrying import Brought
from maturity.store.tables import Assessment, QuestionnaireVersion
from maturity.web.languages import spoken
from maturity.web.questionnaires.staying import Staying, staying
from maturity.web.sessions import db


@dataclass(frozen=True, slots=True)
class Bringing:
    """The round before, what was decided and agreed on in it, and how the two can be compared."""

    earlier: Assessment
    actions: tuple[Brought, ...]
    levels: tuple[tuple[str, str], ...]
    """Each item that was agreed on, and its level."""
    staying: Staying | None
    """What stays comparable, if another version is asked now."""
    newer: QuestionnaireVersion | None
    """A version that could be asked instead."""

    @property
    def waiting(self) -> list[Brought]:
        """The actions that can be carried over."""
        return [one for one in self.actions if one.waits]

    @property
    def finished(self) -> list[Brought]:
        """Those that are neither carried over nor wait for it."""
        return [one for one in self.actions if not one.waits and one.carried is None]


def bring(assessment: Assessment) -> Bringing | None:
    """What is brought along; None without a round before, and when all is over.

    While people answer no levels of last time are shown: those who set the round up may answer too.
    """
    earlier = assessment.earlier
    if earlier is None or assessment.state == "closed":
        return None
    old, new = earlier.questionnaire_version, assessment.questionnaire_version
    return Bringing(
        earlier,
        carrying.brought(db, assessment),
        _levels(assessment) if assessment.state != "open" else (),
        staying(old, new) if old.id != new.id else None,
        versions.newer(db, assessment) if assessment.state == "draft" else None,
    )


def _levels(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    kept, earlier = last_time.frozen(db, assessment), assessment.earlier
    if kept is None or earlier is None:
        return ()
    words = Words(questionnaires.questionnaire_of(earlier, spoken().tag), spoken())
    return tuple((words.name(item), _named(words, level)) for item, level, *_ in kept.agreed_reasons)


def _named(words: Words, level: float) -> str:
    """An agreed level with its name where it is one of the questionnaire's: "3 · Established"."""
    found = next((one.id for one in words.questionnaire.levels if one.at == level), None)
    return words.level(found) if found else level_told(words, level)


def level_told(words: Words, level: float) -> str:
    """An agreed level as a number, whole if it is."""
    return words.language.number(level, 0) if level == int(level) else words.score(level)
