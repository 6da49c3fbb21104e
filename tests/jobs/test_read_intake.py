"""Reading files that somebody brought: each by itself, whatever the others are."""

from __future__ import annotations

import datetime
import json

import pytest
from tests.bringing import asked, csv_of, headings, rows_of

from maturity.answers import read
from maturity.comparison.benchmark import Entry, write_entry
from maturity.comparison.benchmark.resultfile import checksum
from maturity.jobs import work
from maturity.jobs.bringing import pool
from maturity.jobs.kinds.read_intake import shelf_for
from maturity.scoring import score, to_json
from maturity.store import intakes, jobs, questionnaires, users, workspaces
from maturity.store.tables import Intake, IntakeFile, Job


@pytest.fixture
def home(session):
    questionnaires.ensure_bundled(session)
    owner = users.create(session, "owner@example.org", None)
    made = workspaces.create(session, owner, "Nordic advice")
    session.commit()
    return made


@pytest.fixture
def bring(database, settings, session, home):
    """Brings files and has them read; what came of them."""

    def brought(*files, version_id=None):
        intake = intakes.begin(session, home.id, list(files), version_id)
        job = intake.job = jobs.add(session, intakes.KIND, {"intake": intake.id}, home.id)
        session.commit()
        work.do(database, settings, job.id)
        session.expire_all()
        assert session.get(Job, job.id).state == "done"
        return intakes.files_of(session, intake.id, "ready", "wrong", "known", "waiting")

    return brought


def table(*names):
    """One file with several municipalities."""
    lines = [["questionnaire", "innovation-capacity"], ["organisation", "country", "date", *headings()]]
    for seed, name in enumerate(names):
        lines += [[name, "SE", "2025-03-12", *row] for row in rows_of(seed)]
    return "\n".join(";".join(line) for line in lines).encode()


def result_file(name="Uppby", consent="named", **changes):
    result = score(asked(), read(csv_of(name), "a.csv", asked()))
    content = json.loads(write_entry(Entry(result, consent, ("coast",))))
    content["result"] |= changes
    del content["checksum"]
    return json.dumps(content | {"checksum": checksum(content)}).encode()


def messages(file):
    return [problem["message"] for problem in file.problems]


def test_answers_are_scored_as_anywhere_else(bring):
    (file,) = bring(("a.csv", csv_of("Uppby", code="0101")))
    whole = score(asked(), read(csv_of("Uppby", code="0101"), "a.csv", asked()))
    assert (file.state, file.kind, file.result) == ("ready", "answers", to_json(whole))
    said = file.understood
    assert (said["organisation"], said["code"], said["date"]) == ("Uppby", "0101", "2025-03-12")
    assert said["respondents"] == 25
    assert said["roles"]["politician"] == 7
    assert said["answers"] > 600


def test_one_bad_file_stops_no_other_and_says_where(bring):
    bad, empty, unknown, good = bring(
        ("bad.csv", csv_of("Norby", wrong="9")),
        ("empty.csv", b""),
        ("letter.doc", b"Dear"),
        ("good.csv", csv_of("Uppby")),
    )
    assert [file.state for file in (bad, empty, unknown, good)] == ["wrong", "wrong", "wrong", "ready"]
    (problem,) = [one for one in bad.problems if one["severity"] == "error"]
    assert problem["cell"] == "C8"
    assert problem["excerpt"]["at"] == [8, 2]
    assert bad.understood["organisation"] == "Norby"
    assert bad.result is None


def test_a_file_that_breaks_the_reader_is_only_wrong(bring, monkeypatch, caplog):
    monkeypatch.setattr("maturity.jobs.bringing.understanding.read_several", lambda *_a, **_k: 1 / 0)
    (file,) = bring(("a.csv", csv_of("Uppby")))
    assert file.state == "wrong"
    assert "ZeroDivisionError" in caplog.text


def test_a_table_of_several_is_several(bring):
    files = bring(("all.csv", table("Uppby", "Norby", "Ådal")), ("b.csv", csv_of("Bodal")))
    assert [file.understood["organisation"] for file in files] == ["Uppby", "Norby", "Ådal", "Bodal"]
    assert {file.state for file in files} == {"ready"}


def test_a_result_file_is_taken_as_it_is(bring):
    (file,) = bring(("r.json", result_file()))
    assert (file.state, file.kind) == ("ready", "result")
    assert (file.understood["consent"], file.understood["tags"]) == ("named", ["coast"])
    assert json.loads(file.result)["organisation"] == "Uppby"


def test_answers_and_the_result_made_of_them_are_the_same_thing(bring):
    states = [file.state for file in bring(("a.csv", csv_of("Uppby")), ("r.json", result_file()))]
    assert states == ["ready", "known"]


def test_a_result_of_another_edition_is_refused_with_what_to_do(bring):
    (other,) = bring(("r.json", result_file(questionnaire_hash="0" * 64)))
    assert "publish it here" in messages(other)[0]
    assert "another edition" in messages(other)[0]
    (unknown,) = bring(("r.json", result_file(questionnaire_hash="0" * 64, questionnaire="theirs")))
    assert "which is not here" in messages(unknown)[0]


def test_a_result_that_one_person_may_stand_behind_is_refused(bring):
    (file,) = bring(("r.json", result_file(threshold=1)))
    assert file.state == "wrong"


def test_a_damaged_result_file_is_refused(bring):
    (file,) = bring(("r.json", result_file()[:-40] + b"}"))
    assert (file.state, file.kind) == ("wrong", "result")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"date": "yesterday"}, "damaged"),
        ({"country": "Sweden"}, "damaged"),
        ({"answers_hash": "x" * 500}, "damaged"),
        ({"organisation": " "}, "damaged"),
        ({"threshold": 10**12}, "damaged"),
        ({"organisation": "x" * 301}, "longer than"),
        ({"code": "9" * 41}, "longer than"),
        ({"population": 10**12}, "inhabitants"),
    ],
)
def test_a_result_file_that_no_database_could_keep_is_refused(bring, changes, why):
    (file,) = bring(("r.json", result_file(**changes)))
    assert file.state == "wrong"
    assert why in messages(file)[0]


def test_a_score_that_would_stand_in_the_way_of_every_benchmark_is_refused(bring):
    dimensions = json.loads(result_file())["result"]["dimensions"]
    dimensions[0]["estimate"]["mean"] = 99.0
    (file,) = bring(("r.json", result_file(dimensions=dimensions)))
    assert "outside the scale" in messages(file)[0]


def test_answers_with_facts_that_no_database_could_keep_are_refused(bring):
    crowded = csv_of("Norby").replace(b"\ndate;", b"\npopulation;1000000000000\ndate;", 1)
    long, many = bring(("a.csv", csv_of("x" * 301)), ("b.csv", crowded))
    assert "longer than" in messages(long)[0]
    assert "inhabitants" in messages(many)[0]


def test_a_name_that_stands_in_two_lines_of_a_cell_becomes_one(bring):
    data = csv_of("Uppby").replace(b"organisation;Uppby", b'organisation;"Uppby\nkommun"')
    for file in bring(("a.csv", data), ("r.json", result_file("Norby", organisation="Norby \n kommun"))):
        assert file.understood["organisation"] in ("Uppby kommun", "Norby kommun")


def test_too_few_people_are_a_remark(bring):
    (file,) = bring(("a.csv", csv_of("Uppby", people=4)))
    assert file.state == "ready"
    assert file.understood["withheld"]
    assert any("no number" in message for message in messages(file))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("questionnaire;inovation-capacity", "Did you mean"),
        ("questionnaire;innovation-capacity\nversion;9.9.9", "Version"),
    ],
)
def test_a_questionnaire_or_version_that_is_not_here_is_told(bring, line, why):
    data = csv_of("Uppby").replace(b"questionnaire;innovation-capacity", line.encode())
    (file,) = bring(("a.csv", data))
    assert why in messages(file)[0]


def test_a_file_that_names_no_questionnaire_is_read_by_the_chosen_one(bring, session):
    data = csv_of("Uppby").replace(b"questionnaire;innovation-capacity\n", b"")
    assert "does not say" in messages(bring(("a.csv", data))[0])[0]
    chosen = questionnaires.bundled(session, "innovation-capacity")
    (file,) = bring(("a.csv", data), version_id=chosen.id)
    assert (file.state, file.understood["version_id"]) == ("ready", chosen.id)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.csv", b"", "The file is empty"),
        ("mark.csv", b"\xef\xbb\xbf\r\n", "The file is empty"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + bytes(99), "is not a format of answers"),
        ("letter.doc", b"Dear", "is not a format of answers"),
        ("wide.csv", "organisation;Uppby".encode("utf-16"), "is not UTF-8"),
        ("picture.csv", b"\x89PNG\r\n\x1a\n", "is not UTF-8"),
        ("half.xlsx", b"PK\x03\x04half", "is not an XLSX workbook"),
        ("half.json", b'{"organisation": ', "is not JSON"),
        ("tabs.yaml", b"organisation:\t[", "cannot be read from here on"),
    ],
)
def test_a_file_that_nobody_can_read_is_not_asked_for_its_questionnaire(bring, name, data, why):
    (file,) = bring((name, data))
    assert file.state == "wrong"
    assert why in messages(file)[0]


def test_a_worker_that_died_goes_on_where_it_was(database, settings, session, home, bring, monkeypatch):
    bring(("a.csv", csv_of("Uppby")))
    intake = session.query(Intake).one()
    session.add(IntakeFile(intake_id=intake.id, place=50_000, name="b.csv", data=csv_of("Norby"), size=9))
    intake.state = "reading"
    job = jobs.add(session, intakes.KIND, {"intake": intake.id}, home.id)
    session.commit()
    work.do(database, settings, job.id)
    session.expire_all()
    assert session.get(Job, job.id).outcome == {"files": 1}
    assert intakes.counts(session, intake.id)["ready"] == 2
    assert session.get(Intake, intake.id).state == "read"


def test_files_that_were_put_aside_meanwhile_are_not_read(database, settings, session, home):
    job = jobs.add(session, intakes.KIND, {"intake": "gone"}, home.id)
    session.commit()
    work.do(database, settings, job.id)
    session.expire_all()
    assert session.get(Job, job.id).outcome == {"files": 0}


def test_characters_that_no_database_takes_are_told(bring):
    (file,) = bring(("a.csv", csv_of("Upp\0by")))
    assert file.state == "wrong"
    assert file.understood["organisation"] == "Upp\ufffdby"
    (file,) = bring(("r.json", result_file(label="\0")))
    assert file.state == "wrong"


def test_two_processes_say_the_same_in_the_same_order(session, home, monkeypatch):
    """The only test that starts them: two files, one of them shared between both."""
    monkeypatch.setattr(pool, "WORTH_IT", 0)
    monkeypatch.setattr(pool, "LARGE", 5_000)
    shelf = shelf_for(session, Intake(workspace_id=home.id))
    files = [
        pool.Given("1", 0, "all.csv", table("Uppby", "Norby", "Ådal", "Bodal", "Cedal")),
        pool.Given("2", 1, "wrong.csv", csv_of("Edal", wrong="9")),
    ]
    apart = list(pool.understand_all(iter(files), shelf, datetime.date(2026, 1, 1), 1))
    monkeypatch.setattr(pool, "WORTH_IT", 10**9)
    assert list(pool.understand_all(iter(files), shelf, datetime.date(2026, 1, 1), 1)) == apart
    assert [len(outcomes) for _, outcomes in apart] == [5, 1]
