"""`maturity progress` from files to files."""

from __future__ import annotations

import json

import pytest

from maturity import resources

ROUNDS = [str(resources.examples() / f"exempelkoping-{year}.yaml") for year in (2026, 2022, 2024)]
PLANS = str(resources.examples() / "exempelkoping-actions.yaml")


def test_rounds_are_compared_in_the_order_of_their_dates(run, tmp_path):
    target = tmp_path / "progress.json"
    result = run("progress", *ROUNDS, "-o", str(target), "--actions", PLANS, "--marks", PLANS, "--lang", "en")
    assert result.exit_code == 0, result.output
    data = json.loads(target.read_text(encoding="utf-8"))
    assert [one["date"][:4] for one in data["rounds"]] == ["2022", "2024", "2026"]
    assert [one["action"]["title"][:5] for one in data["followed"]] == ["Bruka", "En no", "Ett m"]
    assert len(data["towards"]) == 2


@pytest.mark.parametrize(("ending", "begins"), [(".docx", b"PK"), (".pptx", b"PK"), (".html", b"<!doc")])
def test_the_ending_decides_the_format(run, tmp_path, ending, begins):
    target = tmp_path / f"progress{ending}"
    assert run("progress", *ROUNDS[:2], "-o", str(target), "--lang", "sv").exit_code == 0
    assert target.read_bytes().startswith(begins)


def test_another_ending_is_told(run, tmp_path):
    result = run("progress", *ROUNDS, "-o", str(tmp_path / "progress.odt"), "--lang", "en")
    assert result.exit_code == 1
    assert ".docx" in result.output


def test_one_file_is_not_enough(run, tmp_path):
    result = run("progress", ROUNDS[0], "-o", str(tmp_path / "progress.html"), "--lang", "en")
    assert result.exit_code == 1
    assert "at least two rounds" in result.output


def test_faults_in_the_plans_are_told_with_their_place(run, tmp_path):
    plans = tmp_path / "plans.yaml"
    plans.write_text("marks:\n- {date: soon, text: Election}\n", encoding="utf-8")
    result = run("progress", *ROUNDS, "-o", str(tmp_path / "p.html"), "--marks", str(plans), "--lang", "en")
    assert result.exit_code == 1
    assert "plans.yaml:2:10" in result.output


def test_each_file_is_read_with_the_version_that_was_answered(run, tmp_path):
    """A second version with other anchors: what was answered to the first is not read with it."""
    source = resources.find_questionnaire("innovation-capacity")
    newer = tmp_path / "newer"
    newer.mkdir()
    text = (source / "questionnaire.yaml").read_text(encoding="utf-8")
    (newer / "questionnaire.yaml").write_text(
        text.replace("version: 1.0.0", "version: 1.1.0"), encoding="utf-8"
    )
    for name in ("recommendations.yaml", "cases.yaml"):
        (newer / name).write_bytes((source / name).read_bytes())
    answers = tmp_path / "2028.yaml"
    latest = (resources.examples() / "exempelkoping-2026.yaml").read_text(encoding="utf-8")
    latest = latest.replace("version: 1.0.0", "version: 1.1.0").replace(
        "date: 2026-03-12", "date: 2028-03-12"
    )
    answers.write_text(latest, encoding="utf-8")
    target = tmp_path / "progress.json"
    folders = ["-q", str(source), "-q", str(newer)]
    result = run("progress", ROUNDS[0], str(answers), *folders, "-o", str(target), "--lang", "en")
    assert result.exit_code == 0, result.output
    assert [one["version"] for one in json.loads(target.read_text())["rounds"]] == ["1.0.0", "1.1.0"]
    assert "(a warning)" not in result.output
