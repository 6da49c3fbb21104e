"""Assessments and answers by the API."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from maturity.store import audit, organisations, results
from maturity.store.tables import Assessment

LIST = "/api/v1/assessments"
EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.fixture
def facts(bundled):
    """A new assessment that could open at once."""
    return {
        "label": "Spring",
        "organisation": {"name": "Exempelköping", "country": "SE", "population": 48_200},
        "questionnaire_version": bundled.id,
        "languages": ["sv", "en"],
        "targets": {"politician": 5, "executive": 5},
        "closes_on": (datetime.date.today() + datetime.timedelta(days=9)).isoformat(),
        "welcome": {"sv": "Välkommen"},
    }


def test_an_assessment_is_set_up_opened_and_closed(program, facts):
    made = program.post(LIST, json=facts)
    assert made.status_code == 201, made.text
    where = made.headers["Location"]
    assert made.json["state"] == "draft"
    assert made.json["threshold"] == 5
    assert program.post(f"{where}/open").json["state"] == "open"
    assert program.post(f"{where}/open").status_code == 409
    assert program.get(f"{where}/result").status_code == 409
    assert program.post(f"{where}/close-answering").json["state"] == "meeting"
    assert program.post(f"{where}/close").json["state"] == "closed"
    assert [one["label"] for one in program.get(LIST).json["items"]] == ["Spring"]


def test_closing_says_in_the_log_that_a_result_was_kept(program, session, workspace, make_filled):
    found = make_filled()
    assert program.post(f"{LIST}/{found.id}/close").status_code == 200
    verbs = [entry.verb for entry in audit.entries(session, workspace.id)]
    assert {"result-frozen", "assessment-closed"} <= set(verbs)


def test_everything_that_cannot_be_is_told_at_once_and_nothing_is_kept(program, facts, session, workspace):
    wrong = facts | {"targets": {"politician": 1, "nobody": 3}, "closes_on": "2020-01-01", "distribution": 3}
    answer = program.post(LIST, json=wrong)
    assert answer.status_code == 422
    assert len(answer.json["errors"]) >= 3
    session.commit()
    assert not session.query(Assessment).filter_by(workspace_id=workspace.id).count()
    assert not organisations.of_workspace(session, workspace.id)


def test_a_questionnaire_that_is_not_there_cannot_be_asked(program, facts):
    assert program.post(LIST, json=facts | {"questionnaire_version": "nothing"}).status_code == 422


@pytest.mark.parametrize("day", ["2027-02-30", "20270101", 20270101, "2027-01-01T00:00:00", True])
def test_a_day_is_written_in_one_way(program, facts, day):
    assert program.post(LIST, json=facts | {"closes_on": day}).status_code == 422


def _import(program, session, name, kind, **query):
    from maturity.store import questionnaires

    version = questionnaires.bundled(session, "innovation-capacity")
    return program.post(
        f"{LIST}/import",
        query_string={"questionnaire_version": version.id, **query},
        data=(EXAMPLES / name).read_bytes(),
        content_type=kind,
    )


def test_a_file_of_answers_becomes_an_assessment(program, session):
    made = _import(program, session, "exempelkoping-2026.yaml", "application/yaml")
    assert made.status_code == 201, made.text
    assert made.json["assessment"]["state"] == "closed"
    session.commit()
    found = session.get(Assessment, made.json["assessment"]["id"])
    assert program.get(f"{made.headers['Location']}/result").json["answers_hash"] == (
        results.compute(session, found).answers_hash
    )


def test_every_error_of_a_file_is_told_at_once(program, session, bundled):
    answer = program.post(
        f"{LIST}/import",
        query_string={"questionnaire_version": bundled.id},
        data="questionnaire: nothing\nrespondents:\n  - role: nobody\n    answers: {x: 1}\n",
        content_type="application/yaml",
    )
    assert answer.status_code == 422
    assert len(answer.json["errors"]) > 1
    assert all(one["file"] == "answers.yaml" for one in answer.json["errors"])


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        (b"", "text/csv", 422),
        (b"\xff\xfe\x00", "text/csv", 422),
        (b"no spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 422),
        (b"{", "application/json", 422),
        (b"x", "text/html", 415),
    ],
)
def test_what_is_no_file_of_answers_is_refused(program, bundled, data, kind, status):
    answer = program.post(
        f"{LIST}/import", query_string={"questionnaire_version": bundled.id}, data=data, content_type=kind
    )
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
