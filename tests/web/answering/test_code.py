"""A code of one's own, chosen on the overview before sending."""

from __future__ import annotations

import pytest

from maturity.store import assessments, organisations, own_codes, questionnaires, respondents

from .conftest import SECRET

CODE = "Blå cykel"


def _person(session, token):
    session.rollback()
    session.expire_all()
    return respondents.find(session, token, SECRET)


def test_a_code_is_kept_as_what_stands_for_it_and_never_shown(browser, session, begun, open_round):
    assert "A code of your own" in browser.get(f"/answer/{begun}/review").text
    assert browser.send(f"/answer/{begun}/code", {"code": CODE}).status_code == 303
    kept = _person(session, begun).code
    assert kept == own_codes.key_of(open_round.organisation_id, "blåcykel", SECRET)
    page = browser.get(f"/answer/{begun}/review").text
    assert "You have chosen a code for this round." in page
    assert CODE not in page
    assert kept not in page


def test_a_code_is_changed_and_removed_while_answers_are_taken(browser, session, begun):
    browser.send(f"/answer/{begun}/code", {"code": CODE})
    before = _person(session, begun).code
    browser.send(f"/answer/{begun}/code", {"code": "röd traktor"})
    assert _person(session, begun).code not in (None, before)
    browser.send(f"/answer/{begun}/code", {"code": "", "remove": "yes"})
    assert _person(session, begun).code is None
    assert "You can leave this." in browser.get(f"/answer/{begun}/review").text


def test_everything_that_is_wrong_with_a_code_is_told_and_what_was_written_stays(browser, session, begun):
    page = browser.send(f"/answer/{begun}/code", {"code": "1234"})
    assert page.status_code == 422
    assert page.text.count('<a href="#code">') == 2
    assert 'value="1234"' in page.text
    beside = page.text.split('class="field-error"')[1].split("</p>")[0]
    assert beside.count("<br>") >= 1  # each on its own line: they are sentences without a full stop
    assert _person(session, begun).code is None


def test_when_the_round_is_closed_no_code_is_taken(browser, session, begun, open_round):
    open_round.state = "meeting"
    session.commit()
    assert browser.send(f"/answer/{begun}/code", {"code": CODE}).status_code == 409
    assert _person(session, begun).code is None


def test_nobody_who_has_not_begun_has_a_code(browser, make_link):
    assert browser.send(f"/answer/{make_link(role='staff')}/code", {"code": CODE}).status_code == 404


@pytest.mark.parametrize("method", ["get", "send"])
def test_a_trial_asks_for_no_code(browser, session, method):
    version = questionnaires.bundled(session, "innovation-capacity-short")
    found, token = assessments.create_trial(session, version, "Tried", "en", SECRET, 30)
    respondents.start(session, found, token, "manager", "en", SECRET)
    session.commit()
    if method == "get":
        assert "A code of your own" not in browser.get(f"/answer/{token}/review").text
    else:
        assert browser.send(f"/answer/{token}/code", {"code": CODE}).status_code == 404


def test_one_s_own_data_say_whether_a_code_was_chosen_and_not_which(browser, session, begun, open_round):
    first = browser.get(f"/answer/{begun}/mine.json")
    assert first.json["code"] == "not chosen"
    browser.send(f"/answer/{begun}/code", {"code": CODE})
    kept = _person(session, begun).code
    open_round.state = "closed"
    session.commit()
    told = browser.get(f"/answer/{begun}/mine.json")
    assert told.json["code"] == "chosen"
    assert told.json["role"] == "executive"
    assert "attachment" in told.headers["Content-Disposition"]
    assert kept not in told.text


def test_deleting_all_answers_deletes_the_code(browser, session, begun):
    browser.send(f"/answer/{begun}/code", {"code": CODE})
    browser.send(f"/answer/{begun}/erase")
    assert _person(session, begun) is None


def test_a_code_is_the_same_in_every_round_of_the_municipality_and_in_no_other(
    session, workspace, browser, begun
):
    browser.send(f"/answer/{begun}/code", {"code": CODE})
    kept = _person(session, begun).code
    place = organisations.create(session, workspace.id, "Annanstad")
    assert own_codes.key_of(place.id, own_codes.normalised(CODE), SECRET) != kept
