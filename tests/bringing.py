"""Files as consultants have them, for tests of bringing them in."""

from __future__ import annotations

from functools import cache

from maturity import resources
from maturity.questionnaire import load
from maturity.questionnaire.model import Questionnaire

PEOPLE = 25


@cache
def asked(name: str = "innovation-capacity") -> Questionnaire:
    """A questionnaire that comes with the program."""
    return load(resources.read_folder(resources.find_questionnaire(name)))


def rows_of(seed: int = 0, people: int = PEOPLE, wrong: str = "") -> list[list[str]]:
    """Respondent, role and an answer for each item; `wrong` stands in the first cell of the first person."""
    items = asked().scored_items
    roles = asked().role_ids[:4]
    found = []
    for person in range(people):
        points = [str(1 + (seed + person * 3 + place * (seed + 2)) % 5) for place in range(len(items))]
        role = roles[person % len(roles)]
        answers = [point if item.asked_of(role) else "" for point, item in zip(points, items, strict=True)]
        found.append([f"r{person + 1:02d}", role, *answers])
    if wrong:
        found[0][2] = wrong
    return found


def headings() -> list[str]:
    """What stands over the answers."""
    return ["respondent", "role", *(item.id for item in asked().scored_items)]


def csv_of(
    name: str, date: str = "2025-03-12", *, seed: int = 0, country: str = "SE", code: str = "", **more: object
) -> bytes:
    """One municipality's file of answers."""
    facts = [
        ["questionnaire", "innovation-capacity"],
        ["organisation", name],
        ["country", country],
        ["code", code],
        ["date", date],
        [],
    ]
    lines = [*facts, headings(), *rows_of(seed, **more)]  # type: ignore[arg-type]
    return "\n".join(";".join(line) for line in lines).encode()
