"""Rows of a sheet as respondents and answers, once it is known which column holds what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from maturity.answers.columns import Columns
from maturity.answers.notes import Notes
from maturity.answers.place import Mark
from maturity.answers.raw import RawAnswer, RawRespondent
from maturity.answers.row import Row
from maturity.answers.words import COLUMN_OF, CONSENSUS_WORDS, fold
from maturity.problems import N_


def read_wide(
    rows: Sequence[Row],
    columns: Columns,
    people: list[RawRespondent],
    agreed: list[RawAnswer],
    notes: Notes,
) -> None:
    """One row for each person. A row without a role whose id means "consensus" holds the agreed levels."""
    for row in _filled(rows, columns):
        _check_blank(row, columns, notes)
        id_, role = _cell(row, columns, "respondent"), _cell(row, columns, "role")
        answers = [
            _answer(Mark(item, columns.headings[item].place), row, parts)
            for item, parts in columns.items.items()
        ]
        if _is_consensus(id_, role):
            agreed.extend(answer for answer in answers if _says_something(answer))
        else:
            group, code = (_optional(row, columns.named, about) for about in ("group", "code"))
            people.append(RawRespondent(id_, role, group, answers, code))


def read_long(
    rows: Sequence[Row],
    columns: Columns,
    people: list[RawRespondent],
    agreed: list[RawAnswer],
    notes: Notes,
) -> None:
    """One row for each answer. Role and group need to stand in one row of each person only."""
    found: dict[str, RawRespondent] = {}
    for row in _filled(rows, columns):
        id_, role = _cell(row, columns, "respondent"), _cell(row, columns, "role")
        answer = _answer(_cell(row, columns, "item"), row, columns.named)
        if role.empty and not _says_something(answer):
            continue
        if _is_consensus(id_, role):
            agreed.append(answer)
            continue
        group, code = (_optional(row, columns.named, about) for about in ("group", "code"))
        new = RawRespondent(id_, role, group, code=code)
        person = _joined(found.get(id_.text), new, notes)
        found[id_.text] = person
        if not answer.item.empty or _says_something(answer):
            person.answers.append(answer)
    people.extend(found.values())


def read_agreed_rows(rows: Sequence[Row], columns: Columns) -> Iterator[RawAnswer]:
    """One row for each agreed level. A row without one waits to be filled in."""
    for row in rows:
        answer = _answer(_cell(row, columns, "item"), row, columns.named)
        if _says_something(answer):
            yield answer


def _filled(rows: Sequence[Row], columns: Columns) -> Iterator[Row]:
    """The rows in which something stands besides an id, without headings that are repeated for people."""
    at, role = columns.named["respondent"], columns.named["role"]
    beside = {at, *columns.facts.values()}
    for row in rows:
        headings = [COLUMN_OF.get(fold(row.at(column).text)) for column in (at, role)]
        if headings != ["respondent", "role"] and not beside.issuperset(row.filled()):
            yield row


def _joined(earlier: RawRespondent | None, new: RawRespondent, notes: Notes) -> RawRespondent:
    """What several rows say about one person."""
    if earlier is None:
        return new
    pairs = ((earlier.role, new.role), (earlier.group, new.group), (earlier.code, new.code))
    for before, after in pairs:
        if before and after and len({fold(before.text), fold(after.text)} - {""}) > 1:
            message = N_("{id} is {before} in an earlier row and {after} here")
            notes.error(after.place, message, id=new.id.text, before=before.text, after=after.text)
    role = new.role if earlier.role.empty else earlier.role
    group, code = earlier.group or new.group, earlier.code or new.code
    return RawRespondent(earlier.id, role, group, earlier.answers, code)


def _says_something(answer: RawAnswer) -> bool:
    return bool(not answer.value.empty or answer.reason or answer.evidence or answer.comment)


def _is_consensus(id_: Mark, role: Mark) -> bool:
    return role.empty and fold(id_.text) in CONSENSUS_WORDS


def _answer(item: Mark, row: Row, parts: dict[str, int]) -> RawAnswer:
    value = row.at(parts["answer"]) if "answer" in parts else Mark(None, item.place)
    if len(parts) == 1:
        return RawAnswer(item, value)
    reason, evidence, comment = (_optional(row, parts, part) for part in ("reason", "evidence", "comment"))
    return RawAnswer(item, value, reason, evidence, comment)


def _cell(row: Row, columns: Columns, meaning: str) -> Mark:
    number = columns.named.get(meaning)
    return Mark(None, row.at(0).place) if number is None else row.at(number)


def _optional(row: Row, columns: dict[str, int], meaning: str) -> Mark | None:
    number = columns.get(meaning)
    return None if number is None or row.at(number).empty else row.at(number)


def _check_blank(row: Row, columns: Columns, notes: Notes) -> None:
    for number in row.filled():
        if number not in columns.headed:
            notes.error(row.at(number).place, N_("This cell stands in a column without a heading"))
