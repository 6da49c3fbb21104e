"""Setting up a round: what may be changed when, and when it can open."""

from __future__ import annotations

import datetime

import pytest

from maturity.problems import Problems
from maturity.store import assessments, organisations, preparing, questionnaires, respondents

TODAY = datetime.date(2026, 3, 2)
DAY = datetime.timedelta(days=1)
SECRET = "a secret of the tests"


@pytest.fixture
def draft(session, workspace):
    questionnaires.ensure_bundled(session)
    place = organisations.create(session, workspace.id, "Testvik")
    version = questionnaires.bundled(session, "innovation-capacity-short")
    return preparing.begin(session, workspace.id, place, version, "Spring")


@pytest.fixture
def ready(session, draft):
    preparing.set_questionnaire(session, draft, draft.questionnaire_version, ["sv", "en"])
    preparing.set_people(session, draft, {"politician": 3, "executive": 4, "staff": 0})
    preparing.set_dates(session, draft, None, TODAY + 14 * DAY, TODAY)
    return draft


def _refused(*arguments):
    operation, *given = arguments
    with pytest.raises(Problems) as refused:
        operation(*given)
    return [problem.message for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("name", "country", "code"), [("Exempelköping", None, None), ("Another name", "SE", "9999")]
)
def test_a_round_does_not_make_two_municipalities_one(session, workspace, draft, name, country, code):
    organisations.create(session, workspace.id, "exempelköping")
    organisations.create(session, workspace.id, "Provby", "SE", "9999")
    assert _refused(preparing.rename, session, draft, "Autumn", name, country, code)
    assert (draft.label, draft.organisation.name) == ("Spring", "Testvik")
    preparing.rename(session, draft, "Autumn", name, "DK", code)
    assert (draft.label, draft.organisation.name) == ("Autumn", name)


def test_a_round_about_a_municipality_that_is_there_twice_can_still_be_named(session, workspace, draft):
    organisations.create(session, workspace.id, "Testvik")
    preparing.rename(session, draft, "Autumn", "Testvik", population=900)
    assert (draft.label, draft.organisation.population) == ("Autumn", 900)


def test_a_new_round_is_protected_and_lists_what_is_left(draft):
    assert (draft.state, draft.threshold, draft.distribution) == ("draft", 5, 10)
    assert preparing.left(draft, TODAY) == ("questionnaire", "people", "dates")


def test_a_round_opens_when_nothing_is_left(session, ready):
    assert preparing.left(ready, TODAY) == ()
    preparing.open_round(session, ready, TODAY)
    assert ready.state == "open"
    assert ready.targets == {"politician": 3, "executive": 4}


def test_a_round_whose_last_day_has_passed_does_not_open(session, ready):
    later = TODAY + 15 * DAY
    assert preparing.left(ready, later) == ("dates",)
    assert _refused(preparing.open_round, session, ready, later)
    assert ready.state == "draft"


def test_a_raised_threshold_asks_for_more_people(session, ready):
    assessments.set_privacy(session, ready, 8, 10)
    assert preparing.left(ready, TODAY) == ("people",)


def test_too_few_people_are_refused(session, ready):
    (message,) = _refused(preparing.set_people, session, ready, {"politician": 4})
    assert "must be asked" in message


def test_another_questionnaire_keeps_the_roles_that_it_has(session, ready):
    other = questionnaires.bundled(session, "innovation-capacity")
    preparing.set_questionnaire(session, ready, other, ["sv"])
    assert ready.questionnaire_version_id == other.id
    assert set(ready.targets) <= {role.id for role in questionnaires.load(other).roles}


def test_an_opened_round_keeps_its_questionnaire_and_its_languages(session, ready):
    preparing.open_round(session, ready, TODAY)
    other = questionnaires.bundled(session, "innovation-capacity")
    assert _refused(preparing.set_questionnaire, session, ready, other, ["sv", "en"])
    assert _refused(preparing.set_questionnaire, session, ready, ready.questionnaire_version, ["sv"])
    preparing.set_questionnaire(session, ready, ready.questionnaire_version, ["sv", "en", "da"])
    assert ready.languages == ["sv", "en", "da"]


@pytest.mark.parametrize("languages", [[], ["fr"]])
def test_a_round_is_asked_in_languages_that_there_are(session, draft, languages):
    assert _refused(preparing.set_questionnaire, session, draft, draft.questionnaire_version, languages)


def test_a_role_in_which_someone_has_begun_stays(session, ready):
    preparing.open_round(session, ready, TODAY)
    respondents.start(session, ready, "a" * 22, "politician", "sv", SECRET)
    assert _refused(preparing.set_people, session, ready, {"executive": 9})
    preparing.set_people(session, ready, {"executive": 9, "politician": 1})


def test_every_wrong_day_is_told_at_once(session, draft):
    assert len(_refused(preparing.set_dates, session, draft, TODAY, TODAY - DAY, TODAY)) == 2


def test_answers_are_taken_from_the_first_day_to_the_last(session, ready):
    preparing.set_dates(session, ready, TODAY + DAY, TODAY + 2 * DAY, TODAY)
    preparing.open_round(session, ready, TODAY)
    taken = [assessments.takes_answers(ready, TODAY + n * DAY) for n in range(4)]
    assert taken == [False, True, True, False]
    assessments.move_to(session, ready, "meeting")
    assert not assessments.takes_answers(ready, TODAY + DAY)


def test_there_is_no_way_back_from_the_meeting(session, ready):
    preparing.open_round(session, ready, TODAY)
    assessments.move_to(session, ready, "meeting")
    assert _refused(assessments.move_to, session, ready, "open")
    assessments.move_to(session, ready, "closed")
    assert _refused(assessments.move_to, session, ready, "meeting")


def test_the_welcome_falls_back_to_another_language_of_the_round(session, ready):
    preparing.set_welcome(session, ready, {"sv": "Hej", "en": ""})
    assert [assessments.welcome_in(ready, tag) for tag in ("sv", "en", "da")] == ["Hej"] * 3
    preparing.set_welcome(session, ready, {})
    assert assessments.welcome_in(ready, "sv") == ""
