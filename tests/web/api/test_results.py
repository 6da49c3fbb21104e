"""Results and reports by the API: the same numbers as everywhere else."""

from __future__ import annotations

import json

import pytest

from maturity.scoring import from_json, to_json
from maturity.store import results

LIST = "/api/v1/assessments"


def test_the_result_is_the_one_on_screen_to_the_last_byte(program, make_filled, session):
    made = make_filled()
    answer = program.get(f"{LIST}/{made.id}/result")
    assert answer.text == to_json(results.shown(session, made))
    assert from_json(answer.text) == results.shown(session, made)


def test_the_same_result_is_not_sent_twice(program, make_filled):
    where = f"{LIST}/{make_filled().id}/result"
    etag = program.get(where).headers["ETag"]
    again = program.get(where, headers={"If-None-Match": etag})
    assert again.status_code == 304
    assert not again.data
    assert program.get(where, headers={"If-None-Match": '"other"'}).status_code == 200


def test_while_people_answer_there_is_no_result(program, make_filled):
    made = make_filled(state="open")
    for page in ("result", "report/xlsx", "report/pdf"):
        assert program.get(f"{LIST}/{made.id}/{page}").status_code == 409


@pytest.mark.parametrize("ending", ["docx", "pptx", "xlsx", "csv", "html", "json"])
def test_a_report_is_a_file(program, make_filled, ending):
    answer = program.get(f"{LIST}/{make_filled().id}/report/{ending}?lang=sv")
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.data


def test_the_numbers_of_the_report_are_those_of_the_result(program, make_filled):
    where = f"{LIST}/{make_filled().id}"
    report = program.get(f"{where}/report/json").get_data(as_text=True)
    overall = program.get(f"{where}/result").json["overall"]
    assert json.dumps(overall["score"]) in report or json.dumps(overall["score"], indent=2) in report


def test_a_report_in_another_format_is_not_found(program, make_filled):
    assert program.get(f"{LIST}/{make_filled().id}/report/exe").status_code == 404


def test_a_pdf_is_ordered_and_fetched(program, make_filled, monkeypatch):
    from maturity.jobs.kinds import report_pdf

    monkeypatch.setattr(report_pdf, "lay_out", lambda html: b"%PDF-1.7 " + html[:10].encode())
    answer = program.get(f"{LIST}/{make_filled().id}/report/pdf?summary=true")
    assert answer.status_code in (200, 202)
    if answer.status_code == 202:
        assert answer.headers["Retry-After"]
