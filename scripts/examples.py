"""Write the eleven made-up municipalities of examples/benchmark/: the same files every time."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass
from pathlib import Path

from maturity import resources
from maturity.answers.csvwriting import write_csv
from maturity.answers.model import Answer, Assessment, Organisation, Respondent
from maturity.questionnaire import load
from maturity.questionnaire.model import Questionnaire

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "benchmark"
NOTES = {
    "sv": "Påhittat: {name} finns inte, och ingen har gett de här svaren.",
    "da": "Opdigtet: {name} findes ikke, og ingen har givet disse svar.",
    "nb": "Oppdiktet: {name} finnes ikke, og ingen har gitt disse svarene.",
}
LABELS = {"sv": "Hösten 2025", "da": "Efteråret 2025", "nb": "Høsten 2025"}
ROLES = {"politician": -0.1, "executive": 0.35, "manager": 0.1, "staff": -0.25, "user": -0.15}
"""How each role sees things, beside the others."""
DIMENSIONS = (0.15, -0.1, 0.0, 0.1, -0.35)
"""What comes easier to everybody, and what harder."""


@dataclass(frozen=True)
class Town:
    """One municipality: its language, its facts, its general level, what it is better or worse at, and how many
    answered in each role."""

    language: str
    name: str
    country: str
    code: str
    population: int
    level: float
    profile: tuple[float, ...]
    people: tuple[int, ...]
    month: int = 10


TOWNS = (
    Town("sv", "Påhittsköping", "SE", "0001", 41_200, 3.5, (0.2, 0.0, 0.1, 0.2, 0.3), (6, 6, 8, 10, 5)),
    Town("sv", "Exempelvik", "SE", "0002", 12_400, 2.9, (0.0, -0.1, 0.5, 0.0, -0.1), (5, 5, 6, 8, 0)),
    Town("sv", "Mallstad", "SE", "0003", 88_000, 3.1, (0.1, 0.3, -0.2, 0.2, 0.0), (7, 6, 9, 12, 6), 11),
    Town("sv", "Provåker", "SE", "0004", 7_900, 2.4, (0.3, 0.1, 0.2, -0.3, -0.2), (5, 3, 2, 5, 0)),
    Town("sv", "Låtsashamn", "SE", "0005", 23_600, 2.8, (-0.2, 0.0, 0.1, 0.2, 0.1), (6, 5, 7, 9, 5)),
    Town("da", "Eksempelborg", "DK", "001", 61_500, 3.3, (0.0, 0.4, 0.1, 0.1, 0.2), (6, 7, 8, 11, 5)),
    Town("da", "Prøvelund", "DK", "002", 33_100, 2.7, (0.2, -0.2, 0.0, 0.1, -0.2), (5, 6, 7, 9, 5), 9),
    Town("da", "Opdigtum", "DK", "003", 19_800, 3.0, (-0.1, 0.1, 0.3, -0.1, 0.0), (6, 5, 6, 8, 6)),
    Town("nb", "Eksempelvåg", "NO", "0001", 9_300, 2.6, (0.4, 0.0, 0.1, -0.2, -0.1), (5, 5, 6, 7, 5)),
    Town("nb", "Prøvedal", "NO", "0002", 27_700, 3.2, (0.1, 0.1, 0.0, 0.3, 0.1), (6, 6, 8, 10, 5), 11),
    Town("nb", "Tenktnes", "NO", "0003", 15_200, 2.2, (0.0, 0.2, 0.1, 0.0, 0.2), (6, 5, 7, 9, 0)),
)


def main() -> None:
    """Write them."""
    files = resources.read_folder(resources.find_questionnaire("innovation-capacity"))
    for number, town in enumerate(TOWNS, 1):
        asked = load(files, town.language)
        data = write_csv(answers(asked, town, random.Random(number)), asked)
        (FOLDER / file_name(number, town)).write_bytes(data)


def file_name(number: int, town: Town) -> str:
    """Such as "02-exempelvik.csv"."""
    plain = town.name.lower().translate(str.maketrans("åäöø", "aaoo"))
    return f"{number:02}-{plain}.csv"


def answers(asked: Questionnaire, town: Town, dice: random.Random) -> Assessment:
    """What people in a municipality answered."""
    roles = [role for role, count in zip(ROLES, town.people, strict=True) for _ in range(count)]
    dice.shuffle(roles)
    items = {item.id: dice.gauss(0, 0.3) for item in asked.scored_items}
    people = (person(asked, town, items, number, role, dice) for number, role in enumerate(roles, 1))
    return Assessment(
        questionnaire=asked.id,
        version=asked.version,
        organisation=Organisation(town.name, town.country, town.code, town.population),
        date=datetime.date(2025, town.month, 3 + town.month),
        label=LABELS[town.language],
        note=NOTES[town.language].format(name=town.name),
        respondents=tuple(people),
    )


def person(
    asked: Questionnaire, town: Town, items: dict[str, float], number: int, role: str, dice: random.Random
) -> Respondent:
    """What one person answered: a little more cheerful or gloomy than others, and not sure of everything."""
    mood = dice.gauss(0, 0.3)
    given = {}
    for leaf, usual, own in zip(asked.leaves, DIMENSIONS, town.profile, strict=True):
        for item in leaf.items:
            if item.id in items and item.asked_of(role):
                level = town.level + usual + own + items[item.id] + ROLES[role] + mood
                value = min(5, max(1, round(dice.gauss(level, 0.7))))
                given[item.id] = Answer("unknown") if dice.random() < 0.05 else Answer("value", value)
    return Respondent(f"r{number:02}", role, answers=given)


if __name__ == "__main__":
    main()
