from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from maturity import resources
from maturity.cli.commands.score import print_profile
from maturity.language import SUPPORTED, language
from maturity.questionnaire import load, schema
from maturity.report.words import Words
from maturity.scoring import from_json


def test_score_prints_each_dimension_with_its_score_interval_and_level(run, answers: Path) -> None:
    result = run("score", answers)
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if "Political ownership" in line)
    assert line.split()[-5:] == ["3.4", "3.3–3.6", "3", "·", "Established"]
    assert "█" in line
    assert "24 people answered." in result.stdout
    assert "Made up" in result.stdout
    assert "…" not in result.stdout


@pytest.mark.parametrize("width", ["60", "80", "140"])
@pytest.mark.parametrize("lang", SUPPORTED)
def test_score_cuts_no_number_off_on_any_terminal(run, monkeypatch, answers, width: str, lang: str) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown = run("score", answers, "--lang", lang).stdout
    assert "…" not in shown
    assert all(len(line) <= int(width) for line in shown.splitlines())
    sign = "." if lang == "en" else ","
    assert f"3{sign}3–3{sign}6" in shown


def test_score_speaks_the_language_that_is_asked_for(run, answers: Path) -> None:
    assert "24 personer svarade." in run("score", answers, "--lang", "sv-SE").stdout
    assert "Politisk eierskap" in run("score", answers, "--lang", "no").stdout


def test_score_as_json_is_the_result(run, answers: Path) -> None:
    result = from_json(run("score", answers, "--json").stdout)
    assert result.organisation == "Exempelköping"
    assert result.top[0] == "political-ownership"


@pytest.mark.parametrize(
    ("scores", "told"),
    [
        ((3.0, 3.1, 2.04, 3.2, 1.96), "The bottleneck is User involvement and Benefits realisation."),
        ((3.0, 3.1, 2.2, 3.2, 1.96), "The bottleneck is Benefits realisation."),
        ((3.0, 3.0, 3.0, 3.0, 3.0), ""),
    ],
)
def test_score_names_every_dimension_that_shares_the_lowest_score(run, capsys, answers, scores, told) -> None:
    result = from_json(run("score", answers, "--json").stdout)
    means = dict(zip(result.top, scores, strict=True))
    changed = tuple(
        replace(one, estimate=replace(one.estimate, mean=means[one.id])) for one in result.dimensions
    )
    asked = load(resources.read_folder(resources.find_questionnaire(result.questionnaire)), "en")
    print_profile(replace(result, dimensions=changed), Words(asked, language("en")))
    assert [line for line in capsys.readouterr().out.splitlines() if "bottleneck" in line] == [told] * bool(
        told
    )


def test_score_reads_standard_input(run, answers: Path) -> None:
    assert run("score", "-", stdin=answers.read_bytes()).stdout == run("score", answers).stdout


def test_score_says_that_too_few_answered(run, answers: Path, tmp_path: Path) -> None:
    whole = answers.read_text(encoding="utf-8")
    start = whole.index("- id: r03")
    few = tmp_path / "few.yaml"
    end = whole.find("\nconsensus:")
    few.write_text(whole[:start] + (whole[end + 1 :] if end > 0 else ""), encoding="utf-8")
    result = run("score", few)
    assert result.exit_code == 0
    assert "Too few people answered" in result.stdout
    assert "█" not in result.stdout


def test_what_is_written_in_brackets_is_not_taken_for_markup(run, answers: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.yaml"
    text = answers.read_text(encoding="utf-8").replace("name: Exempelköping", "name: '[/bold] [red]Å[/red]'")
    odd.write_text(text, encoding="utf-8")
    assert "[/bold] [red]Å[/red]" in run("score", odd).stdout


def test_explain_takes_a_number_apart(run, answers: Path) -> None:
    shown = run("explain", answers, "political-ownership").stdout
    assert shown.splitlines()[0] == "Political ownership: 3.4"
    assert "  1. 6 of its 6 parts have a score; 4 are needed." in shown
    assert "PO1 Direction and mandate: 3.8000, with 16.7 % of the weight" in shown
    assert "In the same way you can ask for: PO1, PO2" in shown


@pytest.mark.parametrize("word", ["PO1", "po1", "direction-and-mandate", "Direction-And-Mandate"])
def test_explain_knows_ids_and_codes(run, answers: Path, word: str) -> None:
    assert run("explain", answers, word).stdout.startswith("PO1 Direction and mandate: 3.8\n")


def test_explain_begins_with_the_overall_number(run, answers: Path) -> None:
    assert run("explain", answers).stdout == run("explain", answers, "overall").stdout
    assert run("explain", answers).stdout.startswith("Overall: 2.9\n")


def test_explain_goes_down_to_the_last_part_if_asked(run, answers: Path) -> None:
    shown = run("explain", answers, "--all").stdout
    assert shown.count("Rounded once") == 1 + 5 + 30
    assert "In the same way" not in shown


@pytest.mark.parametrize(
    ("word", "guess"),
    [("PO19", "PO1"), ("political-ownershp", "PO"), ("overal", "overall"), ("zzzzzz", None)],
)
def test_explain_guesses_what_was_meant(run, answers: Path, word: str, guess: str | None) -> None:
    result = run("explain", answers, word)
    assert result.exit_code == 1
    end = f"; did you mean {guess}?" if guess else ""
    assert result.stderr == f"There is no dimension or item called {word}{end}\n"


def test_explain_as_json_holds_values_texts_and_parts(run, answers: Path) -> None:
    receipt = json.loads(run("explain", answers, "PO", "--json", "--lang", "sv").stdout)
    assert receipt["id"] == "political-ownership"
    assert len(receipt["parts"]) == 6
    step = next(step for step in receipt["steps"] if step["kind"] == "aggregated")
    assert sum(one["value"] * one["share"] for one in step["inputs"]) == pytest.approx(receipt["value"])
    assert "," in step["text"]


@pytest.mark.parametrize("lang", SUPPORTED)
def test_explain_leaves_no_name_to_fill_in(run, answers: Path, lang: str) -> None:
    shown = run("explain", answers, "--all", "--lang", lang).stdout
    assert "{" not in shown
    assert "None" not in shown


@pytest.mark.parametrize("ending", [".html", ".csv", ".json", ".xlsx"])
def test_report_writes_what_the_ending_says(run, answers: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "new" / f"report{ending.upper()}"
    result = run("report", answers, "-o", target, "--lang", "sv")
    assert (result.exit_code, result.output) == (0, "")
    assert len(target.read_bytes()) > 1000


def test_report_on_standard_output_is_a_pdf(run, answers: Path) -> None:
    assert run("report", answers, "-o", "-", "--summary").stdout_bytes.startswith(b"%PDF-")


@pytest.mark.parametrize("name", ["report.doc", "report", ".pdf/"])
def test_report_refuses_other_endings(run, answers: Path, tmp_path: Path, name: str) -> None:
    result = run("report", answers, "-o", tmp_path / name)
    assert result.exit_code == 1
    assert all(ending in result.stderr for ending in (".pdf", ".html", ".json", ".csv", ".xlsx"))


def test_report_refuses_a_colour_that_cannot_be_read(run, answers: Path, tmp_path: Path) -> None:
    result = run("report", answers, "-o", tmp_path / "x.html", "--colour", "#ffff00", "--lang", "da")
    assert result.exit_code == 1
    assert result.stderr.startswith("#ffff00 ")
    assert not list(tmp_path.iterdir())


def test_report_says_why_there_is_no_pdf(run, answers: Path, tmp_path: Path, monkeypatch) -> None:
    from maturity.report.pdf import Renderer, RenderError

    def failing(*_: object) -> bytes:
        raise RenderError("no memory")

    monkeypatch.setattr(Renderer, "render", failing)
    result = run("report", answers, "-o", tmp_path / "x.pdf")
    assert (result.exit_code, result.stderr) == (1, "The PDF could not be made: no memory\n")


def test_check_finds_nothing_wrong_with_what_comes_along(run) -> None:
    result = run("check", "innovation-capacity-short", "--strict")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "0 errors, 0 warnings"


def test_check_as_json_has_the_place_of_each_problem(run, copied: Path) -> None:
    own = copied / "questionnaire.yaml"
    own.write_text(own.read_text(encoding="utf-8") + "\nno-such-key: 1\n", encoding="utf-8")
    result = run("check", copied, "--json", "--lang", "sv")
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    (problem,) = [one for one in data["problems"] if one["severity"] == "error"]
    assert (problem["file"], problem["column"]) == ("questionnaire.yaml", 1)


def test_check_as_json_says_how_far_each_translation_is(run) -> None:
    data = json.loads(run("check", "innovation-capacity-short", "--json").stdout)
    assert data["problems"] == []
    assert {one["language"]: one["total"] - one["translated"] for one in data["coverage"]} == {
        "sv": 0,
        "da": 0,
        "nb": 0,
    }


def test_check_begins_a_translation_and_says_how_far_it_is(run, copied: Path) -> None:
    result = run("check", copied, "--translate", "fi")
    assert (copied / "translations" / "fi.yaml").exists()
    line = next(line for line in result.stdout.splitlines() if line.startswith("fi: "))
    assert line.startswith("fi: 0 of ")


def test_check_names_texts_whose_source_has_changed_until_they_are_stamped(run, copied: Path) -> None:
    run("check", copied, "--stamp", "sv")
    own = copied / "questionnaire.yaml"
    own.write_text(
        own.read_text(encoding="utf-8").replace("\ntitle:", "\ntitle: Ours #", 1), encoding="utf-8"
    )
    assert "to be read again, as their source has changed: title" in run("check", copied).stdout
    run("check", copied, "--stamp", "sv")
    shown = run("check", copied, "--json").stdout
    stale = {one["language"]: one["stale"] for one in json.loads(shown)["coverage"]}
    assert stale["sv"] == []


def test_check_cannot_stamp_what_is_not_there(run, copied: Path) -> None:
    assert run("check", copied, "--stamp", "fi").exit_code == 1


def test_diff_says_what_changed_and_why(run, copied: Path) -> None:
    own = copied / "questionnaire.yaml"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("\n    code: PO\n", "\n    code: PO\n    weight: 2\n", 1), encoding="utf-8")
    result = run("diff", "innovation-capacity-short", copied)
    assert result.exit_code == 0
    data = json.loads(run("diff", "innovation-capacity-short", copied, "--json").stdout)
    changed = [change for change in data["changes"] if change["verdict"] != "same"]
    assert changed
    assert all(change["reasons"] for change in changed)
    assert all(f"{change['id']}: " in result.stdout for change in changed)


@pytest.mark.parametrize("lang", SUPPORTED)
def test_diff_sees_a_change_that_no_translation_has_followed_yet(run, copied: Path, lang: str) -> None:
    own = copied / "questionnaire.yaml"
    text = own.read_text(encoding="utf-8")
    own.write_text(text.replace("          1: ", "          1: Not now. ", 1), encoding="utf-8")
    data = json.loads(run("diff", "innovation-capacity-short", copied, "--json", "--lang", lang).stdout)
    assert [c["verdict"] for c in data["changes"] if c["kind"] == "item"].count("not-comparable") == 1


def test_a_summary_is_a_page_and_not_a_workbook(run, answers: Path, tmp_path: Path) -> None:
    result = run("report", answers, "-o", tmp_path / "s.xlsx", "--summary")
    assert result.exit_code == 1
    assert "A summary is written as .pdf or .html, not as .xlsx" in result.stderr
    assert not (tmp_path / "s.xlsx").exists()


@pytest.mark.parametrize(("lang", "said"), [("sv", "inget heltal"), ("da", "ikke et helt tal")])
def test_an_answer_that_does_not_fit_is_told_in_the_language_that_is_asked_for(
    run, answers: Path, tmp_path: Path, lang: str, said: str
) -> None:
    wrong = tmp_path / "wrong.yaml"
    text = answers.read_text(encoding="utf-8")
    wrong.write_text(re.sub(r"early-exploration: .*", "early-exploration: 7", text), encoding="utf-8")
    assert said in run("score", wrong, "--lang", lang).stderr


def test_diff_of_a_thing_with_itself_is_the_same(run) -> None:
    result = run("diff", "innovation-capacity-short", "innovation-capacity-short")
    assert result.stdout.strip().endswith("parts are the same.")
    assert len(result.stdout.splitlines()) == 1


@pytest.mark.parametrize("kind", ["questionnaire", "recommendations", "cases", "translation"])
def test_schema_prints_the_schema_of_each_kind(run, kind: str) -> None:
    assert json.loads(run("schema", kind).stdout) == schema(kind)


def test_template_writes_a_table_or_a_workbook(run, tmp_path: Path) -> None:
    wide, long, book = tmp_path / "wide.csv", tmp_path / "long.csv", tmp_path / "book.xlsx"
    name = "innovation-capacity-short"
    run("template", name, "-o", wide, "--respondents", 2)
    run("template", name, "-o", long, "--long", "--respondents", 2)
    run("template", name, "-o", book, "--lang", "da")
    assert len(long.read_text(encoding="utf-8-sig").splitlines()) > len(
        wide.read_text(encoding="utf-8-sig").splitlines()
    )
    assert len(openpyxl.load_workbook(book).sheetnames) >= 3


def test_template_on_standard_output_is_csv(run) -> None:
    result = run("template", "innovation-capacity-short", "-o", "-")
    assert list(csv.reader(io.StringIO(result.stdout_bytes.decode("utf-8-sig"))))


def test_template_refuses_other_endings(run, tmp_path: Path) -> None:
    result = run("template", "innovation-capacity-short", "-o", tmp_path / "x.doc")
    assert result.exit_code == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["score", "explain"])
def test_a_mistake_in_answers_is_told_with_its_line_and_column(run, tmp_path, command: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "questionnaire: innovation-capacity-short\nversion: 1.0.0\n"
        "organisation: {name: X}\ndate: 2026-03-12\n"
        "respondents:\n- id: r1\n  role: boss\n  answers: {}\n",
        encoding="utf-8",
    )
    result = run(command, path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}:7:9: boss ")


def test_a_mistake_in_a_table_is_told_with_its_cell(run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "questionnaire,innovation-capacity-short\norganisation,X\ndate,2026-03-12\n\nrespondent,role\nr1,boss\n",
        encoding="utf-8",
    )
    result = run("report", path, "-o", tmp_path / "x.html")
    assert result.exit_code == 1
    assert f"{path}:B6: boss " in result.stderr
