"""Tables of several municipalities or rounds, and ZIPs and folders of files, on the command line."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest

from maturity import resources

PLACES = ("Uppby", "Norby", "Söderby", "Västerby", "Österby", "Mellanby", "Ytterby")
TOP = "questionnaire;innovation-capacity-short\n\n"
ROLES = ("politician", "politician", "politician", "staff", "staff", "staff")
YEARS = ("2024", "2026")


@pytest.fixture(scope="module")
def items() -> tuple[str, ...]:
    """The items that politicians and staff are asked alike."""
    from maturity.questionnaire import load

    asked = load(resources.read_folder(resources.find_questionnaire("innovation-capacity-short")))
    return tuple(
        one.id for one in asked.items.values() if not one.roles or {"politician", "staff"} <= set(one.roles)
    )


def rows(places: Iterable[str], years: Iterable[str], items: tuple[str, ...]) -> list[list[str]]:
    """A heading and six people for each place and year; the second year a level higher."""
    found = [["kommun", "land", "kommunkod", "datum", "id", "roll", *items]]
    for number, place in enumerate(places):
        for year in years:
            level = str(2 + number % 2 + (year == YEARS[-1]))
            facts = [place, "SE", f"{number + 1:04}", f"{year}-03-12"]
            found += [[*facts, f"r{n}", role, *([level] * len(items))] for n, role in enumerate(ROLES)]
    return found


def as_csv(table: Iterable[list[str]]) -> str:
    """As a spreadsheet saves it."""
    return TOP + "\n".join(";".join(row) for row in table) + "\n"


def as_files(folder: Path, places: Iterable[str], years: Iterable[str], items: tuple[str, ...]) -> Path:
    """The same in files of their own, one for each place and year."""
    folder.mkdir()
    for place in places:
        mine = [row for row in rows(PLACES, YEARS, items) if row[0] in (place, "kommun")]
        for year in years:
            part = [mine[0], *(row for row in mine[1:] if row[3].startswith(year))]
            (folder / f"{place}-{year}.csv").write_text(as_csv(part), encoding="utf-8")
    return folder


def numbers(run, tmp_path: Path, *given: object) -> dict[str, object]:
    """What `maturity benchmark` says of Uppby among the others."""
    target = tmp_path / "found.json"
    done = run("benchmark", *given, "-o", target, "--client", "Uppby", "--draws", "0")
    assert done.exit_code == 0, done.output
    found: dict[str, object] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_a_table_of_several_municipalities_is_the_same_as_their_files(run, tmp_path, items):
    table = tmp_path / "all.csv"
    table.write_text(as_csv(rows(PLACES, YEARS[-1:], items)), encoding="utf-8")
    files = as_files(tmp_path / "files", PLACES, YEARS[-1:], items)
    found = numbers(run, tmp_path, table)
    assert found["organisations"] == len(PLACES) - 1
    assert found == numbers(run, tmp_path, files)


def test_a_workbook_of_several_municipalities_is_read_too(run, tmp_path, items):
    table, book = tmp_path / "all.csv", openpyxl.Workbook()
    table.write_text(as_csv(rows(PLACES, YEARS, items)), encoding="utf-8")
    for row in [["questionnaire", "innovation-capacity-short"], [], *rows(PLACES, YEARS, items)]:
        book.active.append(row)
    book.save(tmp_path / "all.xlsx")
    assert numbers(run, tmp_path, tmp_path / "all.xlsx") == numbers(run, tmp_path, table)


def test_of_several_rounds_the_newest_counts_and_whoever_gathers_is_told(run, tmp_path, items):
    both, newest = tmp_path / "both.csv", tmp_path / "newest.csv"
    both.write_text(as_csv(rows(PLACES, YEARS, items)), encoding="utf-8")
    newest.write_text(as_csv(rows(PLACES, YEARS[-1:], items)), encoding="utf-8")
    alone = numbers(run, tmp_path, newest)
    assert numbers(run, tmp_path, both) == alone | {"left_out": [["earlier", len(PLACES)]]}
    done = run("benchmark", both, "-o", tmp_path / "a.json")
    assert "Uppby (2024-03-12) is left out: there is a later result" in done.output


def test_every_error_of_every_municipality_is_told_with_its_cell(run, tmp_path, items):
    table = rows(PLACES, YEARS[-1:], items)
    table[2][6], table[9][6], table[-1][3] = "nine", "ten", "soon"
    path = tmp_path / "all.csv"
    path.write_text(as_csv(table), encoding="utf-8")
    done = run("benchmark", path, "-o", tmp_path / "a.json", "--lang", "sv")
    assert done.exit_code == 1
    told = done.output.splitlines()
    assert "nine" in told[0]
    assert [line.partition(": ")[0] for line in told] == [f"{path}:{cell}" for cell in ("G5", "G12", "D45")]
    assert not (tmp_path / "a.json").exists()


def test_folders_in_folders_and_zips_are_read_as_on_the_pages(run, tmp_path, items):
    files = as_files(tmp_path / "files", PLACES, YEARS[-1:], items)
    expected = numbers(run, tmp_path, files)
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for path in files.iterdir():
            archive.write(path, f"2026/{path.name}")
        archive.writestr("2026/letter.txt", "Hello")
        archive.writestr("__MACOSX/2026/._Uppby-2026.csv", "what a Mac leaves")
    assert numbers(run, tmp_path, packed) == expected
    deep = tmp_path / "deep"
    (deep / "sent").mkdir(parents=True)
    files.rename(deep / "sent" / "in")
    (deep / "~$Uppby.xlsx").write_bytes(b"what Excel leaves while a file is open")
    packed.rename(deep / "again.zip")
    assert numbers(run, tmp_path, deep) == expected


def test_what_is_wrong_in_a_zip_is_told_with_the_zip_and_the_file(run, tmp_path):
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("odd.csv", "a,b\n1,2\n")
    done = run("benchmark", packed, tmp_path / "none.zip", "-o", tmp_path / "a.json")
    assert done.exit_code == 1
    assert f"{packed}/odd.csv:A1" in done.output
    assert "none.zip: There is no such file" in done.output
    (tmp_path / "b.zip").write_bytes(b"no ZIP")
    (tmp_path / "c.csv").write_text("a,b\n1,2\n")
    done = run("benchmark", tmp_path, "-o", tmp_path / "a.json")
    told = (
        f"{packed}/odd.csv:A1",
        f"{tmp_path / 'b.zip'}: This is not a ZIP file",
        f"{tmp_path / 'c.csv'}:A1",
    )
    assert [place for place in told if place not in done.output] == [], "one tells nothing of the next"


def test_progress_reads_the_rounds_of_one_municipality_from_one_table(run, tmp_path, items):
    table = tmp_path / "rounds.csv"
    table.write_text(as_csv(rows(PLACES[:1], YEARS, items)), encoding="utf-8")
    files = as_files(tmp_path / "files", PLACES[:1], YEARS, items)
    found = []
    for given in ([table], sorted(files.iterdir())):
        target = tmp_path / "progress.json"
        done = run("progress", *given, "-o", target)
        assert done.exit_code == 0, done.output
        found.append(json.loads(target.read_text(encoding="utf-8")))
    assert [one["date"] for one in found[0]["rounds"]] == ["2024-03-12", "2026-03-12"]
    assert found[0] == found[1]


def test_progress_is_about_one_municipality_and_tells_every_error(run, tmp_path, items):
    table = rows(PLACES[:2], YEARS, items)
    path = tmp_path / "rounds.csv"
    path.write_text(as_csv(table), encoding="utf-8")
    assert "of several organisations" in run("progress", path, "-o", tmp_path / "a.json").output
    table[1][6], table[8][6] = "nine", "ten"
    path.write_text(as_csv(table), encoding="utf-8")
    done = run("progress", path, tmp_path / "none.csv", "-o", tmp_path / "a.json")
    assert done.exit_code == 1
    assert [word for word in ("nine", "ten", "none.csv") if word not in done.output] == []
