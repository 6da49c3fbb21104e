"""`maturity result` and `maturity benchmark`, from answers to a report."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import get_args

import pytest

from maturity.cli.gathering import told_left_out
from maturity.comparison.benchmark import LeftOut, read_entry
from maturity.comparison.benchmark.entry import Why


@pytest.fixture
def towns(answers: Path, tmp_path: Path) -> Path:
    """A folder with answers of eight municipalities."""
    folder = tmp_path / "towns"
    folder.mkdir()
    text = answers.read_text(encoding="utf-8")
    assert "Exempelköping" in text
    for number in range(8):
        told = text.replace("Exempelköping", f"Uppby {number}")
        told = told.replace("code: '0000'", f"code: '{number:04}'").replace(
            'code: "0000"', f'code: "{number:04}"'
        )
        (folder / f"{number}.yaml").write_text(told, encoding="utf-8")
    return folder


def test_a_result_file_holds_no_respondent(run, answers, tmp_path):
    target = tmp_path / "result.json"
    assert run("result", answers, "-o", target, "--consent", "named", "--tag", "coast").exit_code == 0
    text = target.read_text(encoding="utf-8")
    entry = read_entry(text)
    assert (entry.consent, entry.tags) == ("named", ("coast",))
    assert entry.result.organisation == "Exempelköping"
    assert '"answers":' not in text


def test_answers_and_their_result_file_give_the_same_numbers(run, towns, tmp_path):
    results = tmp_path / "results"
    for path in sorted(towns.glob("*.yaml")):
        assert run("result", path, "-o", results / f"{path.stem}.json").exit_code == 0
    pages = []
    for folder in (towns, results):
        target = tmp_path / f"{folder.name}.json"
        assert run("benchmark", folder, "-o", target, "--client", "Uppby 3").exit_code == 0
        pages.append(json.loads(target.read_text()))
    assert pages[0] == pages[1]
    assert pages[0]["organisations"] == 7


@pytest.mark.parametrize("ending", [".html", ".csv", ".xlsx"])
def test_a_group_is_written_in_every_format(run, towns, tmp_path, ending):
    target = tmp_path / f"group{ending}"
    done = run("benchmark", towns, "-o", target, "--consent", "named", "--lang", "sv", "--draws", "100")
    assert done.exit_code == 0, done.output
    assert target.stat().st_size > 1000


def test_everything_that_is_wrong_with_any_file_is_told_and_nothing_written(run, towns, tmp_path):
    (towns / "broken.json").write_text('{"kind": "maturity-result", "format"', encoding="utf-8")
    (towns / "odd.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    target = tmp_path / "group.html"
    done = run("benchmark", towns, "-o", target)
    assert done.exit_code == 1
    assert "broken.json" in done.output
    assert "odd.csv" in done.output
    assert not target.exists()


def test_every_reason_to_leave_a_result_out_is_told():
    left_out = [LeftOut("Uppby", "2026-03-12", why, ("SE", "0101")) for why in get_args(Why)]
    told = {one.message for one in told_left_out(SimpleNamespace(left_out=left_out))}
    assert len(told) == len(left_out)


def test_an_earlier_round_is_named_to_whoever_gathers(run, towns, answers, tmp_path):
    earlier = answers.with_name("exempelkoping-2022.yaml")
    done = run("benchmark", towns, answers, earlier, "-o", tmp_path / "a.json", "--client", "Uppby 3")
    assert done.exit_code == 0
    assert "left out: there is a later result" in done.output


def test_what_cannot_be_understood_is_told(run, towns, tmp_path):
    assert "no range" in run("benchmark", towns, "-o", tmp_path / "a.json", "--population", "many").output
    assert "Did you mean" in run("benchmark", towns, "-o", tmp_path / "a.json", "--client", "Upby 3").output
    assert "A report is written as" in run("benchmark", towns, "-o", tmp_path / "a.odt").output
    (tmp_path / "empty").mkdir()
    assert "no file of answers" in run("benchmark", tmp_path / "empty", "-o", tmp_path / "a.json").output


def test_peers_are_chosen_on_the_command_line(run, towns, tmp_path):
    target = tmp_path / "a.json"
    done = run(
        "benchmark",
        towns,
        "-o",
        target,
        "--country",
        "dk",
        "--population",
        "-9999",
        "--tag",
        "x",
        "--code",
        "1",
    )
    assert done.exit_code == 0
    found = json.loads(target.read_text())
    assert found["choice"] == {"codes": [], "countries": ["DK"], "population": [None, 9999], "tags": ["x"]}
    assert found["withheld"] == "few"


def test_lists_of_actions_in_a_folder_are_passed_over(run, towns, tmp_path):
    (towns / "actions.yaml").write_text("actions: []\n", encoding="utf-8")
    assert run("benchmark", towns, "-o", tmp_path / "a.json").exit_code == 0
