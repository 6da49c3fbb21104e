"""Private codes: the same in every round of an organisation, nowhere else, and hard to guess."""

from __future__ import annotations

import datetime

import pytest
from sqlalchemy import select

from maturity import answers as room
from maturity.problems import Problems
from maturity.store import assessments, organisations, own_codes, questionnaires, respondents, retention
from maturity.store.ids import make_token
from maturity.store.imports import import_assessment
from maturity.store.scoring import to_assessment
from maturity.store.tables import Respondent

SECRET = "a secret of the tests"
CODE = "blå cykel"


@pytest.fixture
def place(session, workspace):
    questionnaires.ensure_bundled(session)
    return organisations.create(session, workspace.id, "Testvik")


@pytest.fixture
def somebody(session, workspace, place):
    version = questionnaires.bundled(session, "innovation-capacity-short")

    def make(where=place):
        found = assessments.create(session, workspace.id, where, version, state="open")
        return respondents.start(session, found, make_token(), "staff", "sv", SECRET)

    return make


def _messages(plain):
    return [problem.message for problem in own_codes.weaknesses(own_codes.normalised(plain))]


def test_a_code_stands_for_the_same_person_in_every_round_of_an_organisation(session, somebody):
    first, second = somebody(), somebody()
    own_codes.choose(session, first, CODE, SECRET)
    own_codes.choose(session, second, " BLÅ-CYKEL ", SECRET)
    assert first.assessment_id != second.assessment_id
    assert first.code == second.code
    assert "cykel" not in str(first.code)


def test_it_stands_for_somebody_else_in_another_organisation(session, workspace, somebody):
    first, second = somebody(), somebody(organisations.create(session, workspace.id, "Annanstad"))
    for one in (first, second):
        own_codes.choose(session, one, CODE, SECRET)
    assert first.code != second.code


def test_a_code_can_be_changed_and_taken_away(session, somebody):
    person = somebody()
    own_codes.choose(session, person, CODE, SECRET)
    before = person.code
    own_codes.choose(session, person, "röd traktor", SECRET)
    assert person.code not in (None, before)
    own_codes.forget(session, person)
    assert person.code is None


@pytest.mark.parametrize("weak", ["1234", "ab c-d", "aaaaaa", "abcabc", "abcdef", "fedcba", "", "x" * 61])
def test_what_others_would_try_is_refused(session, somebody, weak):
    person = somebody()
    with pytest.raises(Problems):
        own_codes.choose(session, person, weak, SECRET)
    assert person.code is None


def test_digits_alone_could_be_a_birthday():
    assert ["digits alone" in message for message in _messages("1979-04-23")] == [True]
    assert len(_messages("1234")) == 2
    assert _messages("två Katter 4") == []


def test_a_trial_has_no_codes(session):
    questionnaires.ensure_bundled(session)
    version = questionnaires.bundled(session, "innovation-capacity-short")
    trial, token = assessments.create_trial(session, version, "Tried", "en", SECRET, 30)
    person = respondents.start(session, trial, token, "manager", "en", SECRET)
    with pytest.raises(Problems):
        own_codes.choose(session, person, CODE, SECRET)


def test_a_code_changes_no_number_and_no_fingerprint(session, somebody):
    person = somebody()
    asked = questionnaires.questionnaire_of(person.assessment)
    respondents.save(session, person, asked.scored_items[0].id, respondents.Draft("value", 3))
    without = to_assessment(session, person.assessment, asked)
    own_codes.choose(session, person, CODE, SECRET)
    within = to_assessment(session, person.assessment, asked)
    assert within.respondents[0].code == person.code
    assert within.fingerprint == without.fingerprint == room.fingerprint(within)


def test_a_code_goes_with_the_answers(session, somebody):
    person = somebody()
    own_codes.choose(session, person, CODE, SECRET)
    respondents.erase(session, person)
    assert respondents.of_assessment(session, person.assessment) == []


def test_codes_in_a_file_of_answers_link_too(session, workspace, place, somebody):
    version = questionnaires.bundled(session, "innovation-capacity-short")
    given = room.Assessment(
        version.questionnaire,
        version.version,
        room.Organisation("Testvik"),
        datetime.date(2024, 3, 1),
        respondents=(room.Respondent("a", "staff", code="Blå cykel"), room.Respondent("b", "staff")),
    )
    found = import_assessment(session, workspace.id, version, given, SECRET)
    person = somebody()
    own_codes.choose(session, person, CODE, SECRET)
    assert {one.code for one in respondents.of_assessment(session, found)} == {person.code, None}


def test_retention_forgets_codes_too(session, somebody):
    person = somebody()
    own_codes.choose(session, person, CODE, SECRET)
    retention.erase_answers(session, person.assessment, 30)
    session.expire_all()
    assert session.scalars(select(Respondent)).all() == []
