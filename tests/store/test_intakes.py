"""Files that are brought in: read, looked at, taken in whole or not at all, and gone afterwards."""

from __future__ import annotations

import datetime
import threading
from dataclasses import replace

import pytest
from tests.bringing import asked, csv_of

from maturity.answers import read
from maturity.comparison.benchmark import digest_of, write_digest
from maturity.problems import Problem, Problems
from maturity.scoring import score, to_json
from maturity.store import (
    assessments,
    findings,
    intakes,
    organisations,
    questionnaires,
    results,
    retention,
    taking,
)
from maturity.store.clock import now
from maturity.store.findings import Read
from maturity.store.keeping import keep_result, source_of
from maturity.store.tables import Assessment, Intake, IntakeFile, Organisation, Respondent, ResultDigest
from maturity.store.understood import Outcome, plain


@pytest.fixture
def version(session):
    questionnaires.ensure_bundled(session)
    return questionnaires.bundled(session, "innovation-capacity")


def result_of(name="Uppby", **more):
    return score(asked(), read(csv_of(name, **more), "a.csv", asked()))


@pytest.fixture
def outcome(version):
    """Makes an outcome that is ready."""

    def made(name="Uppby", kind="answers", consent=None, tags=(), **more):
        result = result_of(name, **more)
        understood = {
            "organisation": name,
            "country": result.country,
            "code": result.code,
            "population": None,
            "date": result.date,
            "label": None,
            "note": "Made up",
            "version_id": version.id,
            "language": "en",
            "questionnaire_hash": result.questionnaire_hash,
            "answers_hash": result.answers_hash,
            "threshold": result.threshold,
            "roles": {"staff": 6},
            "respondents": result.respondents,
        }
        if consent:
            understood |= {"consent": consent, "tags": list(tags)}
        source = source_of(result.questionnaire_hash, result.answers_hash)
        return Outcome(kind, understood, (), source, to_json(result), write_digest(digest_of(result)))

    return made


WRONG = Outcome("answers", {"organisation": "Norby"}, (plain(Problem("wrong", cell="A1")),))


@pytest.fixture
def brought(session, workspace):
    """Makes an intake whose files have been read."""

    def made(*outcomes):
        intake = intakes.begin(session, workspace.id, [(f"{n}.csv", b"r1;9") for n in range(len(outcomes))])
        files = intakes.files_of(session, intake.id, "waiting")
        read = [Read(f.id, f.place, f.name, [one]) for f, one in zip(files, outcomes, strict=True)]
        sources = dict.fromkeys(findings.known_sources(session, workspace.id), "")
        findings.keep_outcomes(session, intake.id, read, sources)
        intakes.finish_reading(session, intake)
        session.expire_all()
        return intake

    return made


def take(session, intake, *, without_wrong=False):
    return taking.take_in(session, intake, without_wrong=without_wrong)


def test_what_is_taken_in_is_a_closed_round_with_its_result_and_nobody_in_it(
    session, workspace, brought, outcome
):
    ready = outcome(code="0101")
    assert take(session, brought(ready)) == taking.Taken(rounds=1, municipalities=1, new=1)
    (made,) = assessments.of_workspace(session, workspace.id)
    assert (made.state, made.origin, made.source) == ("closed", "answers", ready.source)
    assert (made.held_on, made.note) == (datetime.date(2025, 3, 12), "Made up")
    assert made.organisation.code == "0101"
    assert session.query(Respondent).count() == 0
    assert to_json(results.shown(session, made)) == ready.result
    assert session.query(ResultDigest).one().digest == ready.digest


def test_afterwards_the_files_are_gone_and_what_they_showed(session, brought, outcome):
    intake = brought(outcome(), WRONG)
    take(session, intake, without_wrong=True)
    assert intake.state == "taken"
    for file in session.query(IntakeFile):
        assert (file.data, file.result, file.digest, file.problems) == (None, None, None, [])


def test_the_same_files_again_change_nothing(session, workspace, brought, outcome):
    take(session, brought(outcome(), outcome("Norby")))
    again = brought(outcome(), outcome("Norby"))
    assert intakes.counts(session, again.id) == {"waiting": 0, "ready": 0, "wrong": 0, "known": 2}
    assert take(session, again) == taking.Taken(0, 0, 0)
    assert len(assessments.of_workspace(session, workspace.id)) == 2


def test_the_same_content_twice_in_one_go_is_one(session, brought, outcome):
    intake = brought(outcome(), outcome())
    (known,) = intakes.files_of(session, intake.id, "known")
    assert known.understood["same_as"] == "0.csv"


def test_an_intake_that_was_read_before_another_was_taken_in_adds_nothing_twice(
    session, workspace, brought, outcome
):
    first, second = brought(outcome()), brought(outcome())
    take(session, first)
    assert take(session, second).rounds == 0
    assert len(assessments.of_workspace(session, workspace.id)) == 1


def test_a_result_of_what_was_answered_here_is_known(session, workspace, version, brought, outcome):
    place = organisations.create(session, workspace.id, "Uppby")
    here = assessments.create(session, workspace.id, place, version, state="closed")
    results.freeze(session, here, result_of())
    assert intakes.counts(session, brought(outcome()).id)["known"] == 1


def test_what_is_wrong_is_left_out_only_if_somebody_says_so(session, brought, outcome):
    intake = brought(outcome(), WRONG)
    with pytest.raises(Problems):
        take(session, intake)
    assert session.query(Assessment).count() == session.query(Organisation).count() == 0
    assert take(session, intake, without_wrong=True).rounds == 1


def test_nothing_can_be_taken_in_twice_or_while_it_is_read_or_if_all_is_wrong(
    session, workspace, brought, outcome
):
    intake = brought(outcome())
    take(session, intake)
    reading = intakes.begin(session, workspace.id, [("a.csv", b"")])
    for one in (intake, reading, brought(WRONG)):
        with pytest.raises(Problems):
            take(session, one, without_wrong=True)


def test_a_municipality_that_is_known_gets_what_was_not_known_of_it(session, workspace, brought, outcome):
    place = organisations.create(session, workspace.id, "Uppby", population=900)
    assert take(session, brought(outcome(code="0101"))).new == 0
    assert (place.country, place.code, place.population) == ("SE", "0101", 900)


def test_two_rounds_of_one_municipality_make_one_municipality(session, workspace, brought, outcome):
    taken = take(session, brought(outcome(code="1"), outcome(code="1", date="2024-03-12", seed=4)))
    assert taken == taking.Taken(2, 1, 1)


def test_a_result_file_brings_the_municipality_s_decision_and_tags(session, workspace, brought, outcome):
    take(session, brought(outcome(kind="result", consent="named", tags=["coast"])))
    (place,) = organisations.of_workspace(session, workspace.id)
    assert (place.consent, place.consent_by, place.tags) == ("named", "itself", ["coast"])


def test_a_known_result_file_with_a_more_cautious_decision_is_heard(session, workspace, brought, outcome):
    take(session, brought(outcome(kind="result", consent="named")))
    take(session, brought(outcome(kind="result", consent="not-included")))
    take(session, brought(outcome(kind="result", consent="named")))
    (place,) = organisations.of_workspace(session, workspace.id)
    assert place.consent == "not-included"


def test_a_file_with_several_assessments_has_a_row_for_each(session, workspace, outcome):
    intake = intakes.begin(session, workspace.id, [("all.csv", b"x"), ("b.csv", b"y")])
    first, _ = intakes.files_of(session, intake.id, "waiting")
    parts = [outcome("Uppby"), WRONG, outcome("Norby")]
    findings.keep_outcomes(session, intake.id, [Read(first.id, first.place, first.name, parts)], {})
    names = [(f.name, f.state) for f in intakes.files_of(session, intake.id, "ready", "wrong", "waiting")]
    assert names == [("all.csv", "ready"), ("all.csv", "wrong"), ("all.csv", "ready"), ("b.csv", "waiting")]


def test_pages_begin_with_what_is_wrong(session, brought, outcome):
    intake = brought(outcome(), WRONG)
    assert [file.state for file in intakes.page_of(session, intake.id)] == ["wrong", "ready"]
    assert [file.state for file in intakes.page_of(session, intake.id, 1)] == ["ready"]


def test_what_is_put_aside_leaves_nothing(session, brought, outcome):
    intakes.drop(session, brought(outcome()))
    assert session.query(Intake).count() == session.query(IntakeFile).count() == 0


def test_files_that_nobody_decides_about_go_after_a_week(session, brought, outcome):
    intake = brought(outcome())
    for days, left in ((6, 1), (8, 0)):
        retention.keep_house(session, now() + datetime.timedelta(days=days), 0, 730)
        assert session.query(Intake).count() == left, intake.id
    assert session.query(IntakeFile).count() == 0


def test_an_intake_is_another_workspace_s_or_ours(session, workspace, brought, outcome):
    intake = brought(outcome())
    assert intakes.find(session, workspace.id, intake.id) is intake
    assert intakes.find(session, "another", intake.id) is None
    assert intakes.of_workspace(session, "another") == []


def test_one_result_can_be_kept_by_itself(session, workspace, version):
    place = organisations.create(session, workspace.id, "Uppby")
    result = replace(result_of(), label="Spring")
    made = keep_result(session, workspace.id, place, version, result)
    assert (made.state, made.origin, made.label, made.threshold) == ("closed", "result", "Spring", 5)
    assert results.shown(session, made) == result
    assert retention.erase_answers(session, made, 1) == 0


def test_of_two_municipalities_of_one_name_none_is_guessed(session, workspace, brought, outcome):
    for code in ("3114", "3419"):
        organisations.create(session, workspace.id, "Våler", "SE", code)
    unclear, clear = brought(outcome("Våler")), brought(outcome("Våler", code="3419"))
    (file,) = intakes.files_of(session, unclear.id, "wrong")
    assert "official code" in file.problems[0]["message"]
    assert take(session, clear).new == 0


def test_two_new_municipalities_of_one_name_are_not_guessed_between_either(session, brought, outcome):
    three = [outcome("Våler", code=code, seed=seed) for seed, code in enumerate(("3114", "3419", ""))]
    with pytest.raises(Problems):
        take(session, brought(*three))


def test_rounds_of_a_known_place_with_a_code_and_without_are_of_the_same_place(
    session, workspace, brought, outcome
):
    organisations.create(session, workspace.id, "Uppby")
    intake = brought(outcome(code="0101"), outcome(date="2024-03-12"), outcome(date="2023-03-12"))
    assert take(session, intake).rounds == 3
    assert [one.code for one in organisations.of_workspace(session, workspace.id)] == ["0101"]


def test_what_two_workers_read_at_once_is_there_once(session, workspace, outcome):
    intake = intakes.begin(session, workspace.id, [("a.csv", b"x")])
    (file,) = intakes.files_of(session, intake.id, "waiting")
    read = [Read(file.id, file.place, file.name, [outcome(), outcome("Norby")])]
    findings.keep_outcomes(session, intake.id, read, {})
    findings.keep_outcomes(session, intake.id, read, {})
    session.expire_all()
    assert intakes.counts(session, intake.id) == {"waiting": 0, "ready": 2, "wrong": 0, "known": 0}


def test_the_same_content_is_taken_in_once_even_if_it_is_ready_twice(session, workspace, outcome):
    intake = intakes.begin(session, workspace.id, [("a.csv", b"x"), ("b.csv", b"x")])
    for file in intakes.files_of(session, intake.id, "waiting"):
        findings.keep_outcomes(session, intake.id, [Read(file.id, 0, file.name, [outcome()])], {})
    intakes.finish_reading(session, intake)
    session.expire_all()
    assert take(session, intake).rounds == 1


def test_a_decision_in_a_file_whose_content_came_meanwhile_is_heard(session, workspace, brought, outcome):
    first = brought(outcome(kind="result", consent="named"))
    second = brought(outcome(kind="result", consent="not-included"))
    take(session, first)
    session.expire_all()
    take(session, second)
    assert [one.consent for one in organisations.of_workspace(session, workspace.id)] == ["not-included"]


def take_at_once(database, ids):
    """How many rounds each of several makes who take in these intakes at the same moment; None: refused."""
    start, taken = threading.Barrier(len(ids)), []

    def take_one(id_):
        start.wait()
        with database.writing() as session:
            try:
                taken.append(take(session, session.get_one(Intake, id_)).rounds)
            except Problems:
                taken.append(None)

    threads = [threading.Thread(target=take_one, args=(id_,)) for id_ in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(taken, key=str)


def test_two_who_take_in_the_same_files_at_once_make_the_rounds_once(database, session, brought, outcome):
    ids = [brought(outcome(), outcome("Norby")).id for _ in range(2)]
    session.commit()
    assert take_at_once(database, ids) == [0, 2]


def test_one_intake_is_taken_in_once_however_often_somebody_clicks(database, session, brought, outcome):
    id_ = brought(outcome()).id
    session.commit()
    assert take_at_once(database, [id_, id_]) == [1, None]
