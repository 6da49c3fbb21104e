"""What pages say of a version: its name, its problems by file, and what changed since another one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from maturity.language import Language
from maturity.problems import N_, Problem, Problems
from maturity.questionnaire import diff
from maturity.questionnaire.comparing import Change, Diff, Reason
from maturity.questionnaire.model import Questionnaire
from maturity.store import questionnaires as store
from maturity.store import versions
from maturity.store.tables import QuestionnaireVersion
from maturity.web.languages import spoken

VERDICTS = {
    "same": N_("the same"),
    "comparable": N_("comparable"),
    "not-comparable": N_("not comparable"),
    "added": N_("new"),
    "removed": N_("gone"),
}
KINDS = {"overall": N_("The whole"), "dimension": N_("Dimension"), "item": N_("Item")}


def name_of(version: QuestionnaireVersion) -> str:
    """A version's own id and number; of a draft that cannot be read, that it has none."""
    return f"{version.questionnaire or '?'} {version.version}".strip()


def title_of(version: QuestionnaireVersion) -> str:
    """What a questionnaire is called in the reader's language; its id if it cannot be read."""
    try:
        return store.load(version, spoken().tag).title
    except Problems:
        return version.questionnaire or spoken().say(N_("A questionnaire without a name"))


@dataclass(frozen=True, slots=True)
class Told:
    """One problem as the page shows it."""

    file: str
    line: int | None
    column: int | None
    place: str
    text: str
    is_error: bool


def told(problems: Iterable[Problem], language: Language) -> list[Told]:
    """Problems in the reader's language, errors first within each file's order."""
    return [
        Told(p.file, p.line, p.column, p.place, language.say(p.message, **p.values), p.severity == "error")
        for p in sorted(problems, key=lambda problem: problem.severity != "error")
    ]


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """What became of one part."""

    kind: str
    name: str
    id: str
    verdict: str
    is_break: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Two versions side by side, in the reader's language."""

    old: QuestionnaireVersion
    settings: tuple[str, ...]
    overall: ChangeTold
    changes: tuple[ChangeTold, ...]
    """What is not the same."""
    same: int
    """How many parts are the same."""


def against(old: QuestionnaireVersion, new: QuestionnaireVersion) -> Difference:
    """What changed since another version: found in the language it is written in, told in the reader's."""
    found = diff(*versions.as_written(old, new))
    return difference(old, new, found, versions.together(old, new, spoken().tag))


def difference(
    old: QuestionnaireVersion,
    new: QuestionnaireVersion,
    found: Diff,
    names: tuple[Questionnaire, Questionnaire],
) -> Difference:
    """A difference as the page shows it. `names` are the two questionnaires: the old and the new."""
    assert old.id != new.id, "two versions are compared"
    parts = (*found.dimensions, *found.items)
    return Difference(
        old,
        tuple(reason_told(reason, names) for reason in found.settings),
        change_told(found.overall, names),
        tuple(change_told(one, names) for one in parts if one.verdict != "same"),
        sum(one.verdict == "same" for one in parts),
    )


def change_told(one: Change, names: tuple[Questionnaire, Questionnaire]) -> ChangeTold:
    """What became of one part, in the reader's language."""
    old, new = names
    name = (old if one.verdict == "removed" else new).name_of(one.id)
    reasons = tuple(reason_told(reason, names) for reason in one.reasons)
    if one.before:
        reasons = (spoken().say(N_("It replaces {id}"), id=one.before), *reasons)
    is_break = one.verdict in ("not-comparable", "removed")
    return ChangeTold(KINDS[one.kind], name, one.id, VERDICTS[one.verdict], is_break, reasons)


def reason_told(reason: Reason, names: tuple[Questionnaire, Questionnaire]) -> str:
    """Why, in the reader's language, with the parts by their names."""
    values = {
        key: spoken().join([_name(id_, names) for id_ in str(value).split(", ")]) if key in _IDS else value
        for key, value in reason.values.items()
    }
    return spoken().say(reason.message, **values)


_IDS = ("id", "ids")
"""The values of a reason that name parts."""


def _name(id_: str, names: tuple[Questionnaire, Questionnaire]) -> str:
    """What a part is called in the newer version, or in the older one if it is gone."""
    old, new = names
    known = new if id_ in new.nodes or id_ in new.all_items else old
    return known.name_of(id_)
