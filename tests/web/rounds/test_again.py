"""A new round from the last, by its pages."""

from __future__ import annotations

import datetime
import re

import pytest
from tests.newer import BROKEN, publish_newer

from maturity.store import actions, assessments, closing, due, organisations, preparing, repeating

LABEL = "Spring 2031"


def _fresh(session):
    session.rollback()
    session.expire_all()


@pytest.fixture
def last(session, make_filled):
    """A closed round of the example, with agreed levels and three actions."""
    found = make_filled(threshold=5, distribution=10, targets={"politician": 5, "staff": 5})
    closing.close(session, found)
    for title, status in (("Finish it", "started"), ("Begin it", "open"), ("Done that", "done")):
        actions.add(session, found, title, status=status, owner="Head of <b>")
    session.commit()
    return found


@pytest.fixture
def new(session, last):
    found = repeating.repeat(session, last, LABEL)
    session.commit()
    return found


def test_a_new_round_is_one_press_and_pressing_twice_does_not_make_two(
    owner_browser, session, workspace, last, path
):
    page = owner_browser.get(path(last))
    assert f"{path(last)}/again" in page.text
    form = owner_browser.get(path(last, "/again"))
    name = re.search(r'name="label"[^>]*value="([^"]+)"', form.text)[1]
    assert str(datetime.date.today().year) in name
    places = {owner_browser.send(path(last, "/again"), {"label": LABEL}).location for _ in range(2)}
    assert len(places) == 1
    _fresh(session)
    made = [one for one in assessments.of_workspace(session, workspace.id) if one.earlier_id]
    assert [(one.label, one.state, one.targets) for one in made] == [(LABEL, "draft", last.targets)]
    assert LABEL in owner_browser.get(path(last)).text
    assert f"{path(last)}/again" not in owner_browser.get(path(last)).text


def test_a_new_round_needs_a_name(owner_browser, last, path):
    page = owner_browser.send(path(last, "/again"), {"label": " "})
    assert 'href="#label"' in page.text


def test_only_a_closed_round_is_repeated(owner_browser, make_round, path):
    one = make_round()
    assert owner_browser.get(path(one, "/again")).location == path(one)
    assert owner_browser.send(path(one, "/again"), {"label": LABEL}).location == path(one)


@pytest.mark.parametrize("language", ["en", "sv"])
def test_what_is_brought_along_is_on_the_new_round_s_page(owner_browser, new, path, language):
    page = owner_browser.get(path(new), headers={"Accept-Language": language})
    for told in ("Finish it", "Begin it", "Done that", "Head of &lt;b&gt;"):
        assert told in page.text


def test_actions_are_carried_over_one_by_one_or_all(owner_browser, session, last, new, path):
    first = next(one for one in actions.of_assessment(session, last) if one.title == "Finish it")
    session.commit()
    for _ in range(2):
        owner_browser.send(path(new, "/carry"), {"action": first.id})
    _fresh(session)
    assert [one.title for one in actions.of_assessment(session, new)] == ["Finish it"]
    session.commit()
    owner_browser.send(path(new, "/carry"))
    _fresh(session)
    assert {one.title for one in actions.of_assessment(session, new)} == {"Finish it", "Begin it"}
    assert owner_browser.send(path(new, "/carry"), {"action": "a" * 22}).status_code == 404


def test_levels_of_last_time_are_not_shown_while_people_answer(owner_browser, session, new, path):
    assert "The levels of" in owner_browser.get(path(new)).text
    new.state = "open"
    session.commit()
    page = owner_browser.get(path(new)).text
    assert "The levels of" not in page
    assert "nobody answers under their impression" in page


def test_a_newer_version_is_offered_and_its_difference_is_seen_before_it_is_saved(
    owner_browser, session, workspace, new, path
):
    newest = publish_newer(session, workspace.id)
    new.languages = ["en", "sv"]
    session.commit()
    overview = owner_browser.get(path(new)).text
    assert "There is a newer version of the questionnaire: 2.0.0." in overview
    looked = owner_browser.get(path(new, f"/set-up/questionnaire?version={newest.id}"))
    assert "Of 30 items 29 can be compared with last time." in looked.text
    assert "Political ownership" in looked.text
    assert "The text of an anchor changed" in looked.text
    assert "Nothing is saved yet" in looked.text
    chosen = {"version": newest.id, "languages": ["en", "sv"]}
    unseen = owner_browser.send(path(new, "/set-up/questionnaire"), chosen)
    assert unseen.status_code == 200
    assert "Of 30 items 29" in unseen.text
    _fresh(session)
    assert new.questionnaire_version.version == "1.0.0"
    session.commit()
    saved = owner_browser.send(path(new, "/set-up/questionnaire"), chosen | {"seen": newest.id})
    assert saved.status_code == 302
    _fresh(session)
    assert new.questionnaire_version_id == newest.id
    session.commit()
    told = owner_browser.get(path(new)).text
    assert "29 can be compared" in told
    assert BROKEN not in told


def test_another_questionnaire_is_told_as_what_it_is(owner_browser, session, new, path):
    from maturity.store import questionnaires

    other = questionnaires.bundled(session, "innovation-capacity-short")
    session.commit()
    page = owner_browser.get(path(new, f"/set-up/questionnaire?version={other.id}"))
    assert "This is another questionnaire" in page.text


def test_the_version_of_another_workspace_is_not_looked_at(owner_browser, session, make_user, new, path):
    from maturity.store import workspaces

    foreign = publish_newer(session, workspaces.create(session, make_user(), "Elsewhere").id)
    session.commit()
    page = owner_browser.get(path(new, f"/set-up/questionnaire?version={foreign.id}"))
    assert "Compared with last time" not in page.text


def test_closing_asks_when_the_next_round_is_due(owner_browser, session, make_round, path):
    one = make_round(state="meeting", is_open=False)
    page = owner_browser.get(path(one, "/close")).text
    assert "When is the next round due?" in page
    assert due.AHEAD["round"] == datetime.timedelta(days=30)
    assert "You are reminded a month before." in page
    wrong = owner_browser.send(path(one, "/close"), {"again": "day", "day": ""})
    assert 'href="#day"' in wrong.text
    past = owner_browser.send(path(one, "/close"), {"again": "day", "day": "2020-01-01"})
    assert "yet to come" in past.text
    _fresh(session)
    assert one.state == "meeting"
    session.commit()
    owner_browser.send(path(one, "/close"), {"again": "24", "day": "nonsense"})
    _fresh(session)
    assert one.state == "closed"
    assert one.again_on == repeating.months_from(datetime.date.today(), 24)


def test_when_it_is_due_can_be_changed_and_taken_back(owner_browser, session, last, path):
    day = datetime.date.today() + datetime.timedelta(days=10)
    owner_browser.send(path(last, "/next"), {"again": "day", "day": day.isoformat()})
    _fresh(session)
    assert last.again_on == day
    session.commit()
    assert day.isoformat() in owner_browser.get(path(last, "/next")).text
    owner_browser.send(path(last, "/next"), {"again": ""})
    _fresh(session)
    assert last.again_on is None


def test_a_round_that_is_due_is_told_where_rounds_are_listed(owner_browser, session, workspace, last, path):
    last.again_on = datetime.date.today()
    session.commit()
    for page in (f"/workspaces/{workspace.id}", f"/workspaces/{workspace.id}/rounds"):
        assert path(last, "/again") in owner_browser.get(page).text
    preparing.begin(session, workspace.id, last.organisation, last.questionnaire_version, "Another")
    session.commit()
    assert path(last, "/again") not in owner_browser.get(f"/workspaces/{workspace.id}").text


def test_of_many_rounds_that_are_due_some_are_told_and_the_others_are_a_link_away(
    owner_browser, session, workspace, last
):
    version = last.questionnaire_version
    for number in range(5):
        place = organisations.create(session, workspace.id, f"Town {number}")
        facts = {"state": "closed", "again_on": datetime.date.today()}
        assessments.create(session, workspace.id, place, version, label="First", **facts)
    session.commit()
    for page in (f"/workspaces/{workspace.id}", f"/workspaces/{workspace.id}/rounds"):
        text = owner_browser.get(page).text
        assert text.count("due-round") == 3
        assert f'<a href="/workspaces/{workspace.id}/due">and 2 more</a>' in text


def test_readers_see_what_is_brought_along_and_do_not_change_it(member_browser, new, last, path):
    reader = member_browser("reader")
    page = reader.get(path(new)).text
    assert "Finish it" in page
    assert "/carry" not in page
    for where in ("/again", "/next", "/carry"):
        assert reader.send(path(last, where)).status_code == 403


def test_for_others_it_does_not_exist(stranger_browser, last, path):
    for where in ("/again", "/next", "/carry"):
        assert stranger_browser.send(path(last, where)).status_code == 404
