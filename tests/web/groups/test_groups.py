"""Peer groups and target profiles, made and changed in the browser."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from maturity.store import groups, organisations, profiles, workspaces
from maturity.store.tables import AuditEntry

NAME = "innovation-capacity"


@pytest.fixture
def address(workspace):
    return f"/workspaces/{workspace.id}/groups"


@pytest.fixture
def places(session, workspace):
    made = [
        organisations.create(session, workspace.id, f"Town {n}", "SE", f"{n}", 1000 * n) for n in range(1, 8)
    ]
    made[0].tags, made[1].country = ["coast"], "DK"
    session.commit()
    return made


def form(**given):
    return {
        "name": "Small ones",
        "questionnaire": NAME,
        "threshold": "5",
        "profile": "",
        "do": "save",
        **given,
    }


def verbs(session):
    session.commit()
    return [entry.verb for entry in session.scalars(select(AuditEntry))]


def test_an_empty_list_says_what_to_do(owner_browser, address, session, workspace):
    assert "there is none yet" in owner_browser.get(address).text
    organisations.create(session, workspace.id, "Town")
    session.commit()
    assert "Make the first group" in owner_browser.get(address).text


def test_a_group_is_made_changed_and_deleted(owner_browser, address, places, session, workspace):
    given = form(
        countries=["SE"], tags=["coast"], population_from="1 000", population_to="20.000", codes="1, 2\n3"
    )
    assert owner_browser.send(f"{address}/new", given).status_code == 303
    session.commit()
    (made,) = groups.of_workspace(session, workspace.id)
    choice = groups.choice_of(made)
    assert (choice.countries, choice.population, choice.tags) == (("SE",), (1000, 20_000), ("coast",))
    assert choice.codes == ("1", "2", "3")
    page = owner_browser.get(address).text
    for words in (
        "Sweden; 1,000 to 20,000 inhabitants; official codes 1, 2, 3; tagged coast",
        "1 of 7 municipalities fit",
    ):
        assert words in page
    page = owner_browser.get(f"{address}/{made.id}").text
    assert 'value="20000"' in page
    assert re.search(r'<input checked[^>]*value="coast"', page)
    assert owner_browser.send(f"{address}/{made.id}", form(name="Others", threshold="3")).status_code == 303
    session.commit()
    session.expire_all()
    assert (made.name, made.threshold, made.countries) == ("Others", 3, [])
    assert "Others" in owner_browser.get(f"{address}/{made.id}/delete").text
    assert owner_browser.send(f"{address}/{made.id}/delete").status_code == 303
    session.commit()
    assert groups.of_workspace(session, workspace.id) == []
    assert {"group-created", "group-changed", "group-deleted"} <= set(verbs(session))


def test_who_fits_is_shown_before_anything_is_saved(owner_browser, address, places, session, workspace):
    page = owner_browser.send(f"{address}/new", form(countries=["SE"], do="look")).text
    assert "6 of 7 municipalities fit." in page
    assert "0 have a result that can be compared." in page
    assert "It needs 5 municipalities with a result" in page
    assert 'value="Small ones"' in page
    assert groups.of_workspace(session, workspace.id) == []


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_lost(owner_browser, address, places):
    wrong = form(name="", threshold="2", population_from="few", codes="17", countries=["XX"])
    answer = owner_browser.send(f"{address}/new", wrong)
    assert answer.status_code == 422
    assert answer.text.count('<li><a href="#') == 4
    assert ">\r\n17</textarea>" in answer.text or ">17</textarea>" in answer.text
    answer = owner_browser.send(f"{address}/new", form(population_from="9000", population_to="800"))
    assert "The least number of inhabitants is greater than the most" in answer.text


TAKEN = r'<li><a href="#[^"]*name[^"]*">This name is taken'


def test_a_second_group_of_the_same_name_is_refused_at_the_field(
    owner_browser, address, places, session, workspace
):
    owner_browser.send(f"{address}/new", form())
    answer = owner_browser.send(f"{address}/new", form(name="  small  ONES ", codes="17"))
    assert answer.status_code == 422
    assert re.search(TAKEN, answer.text)
    assert "17</textarea>" in answer.text
    assert owner_browser.send(f"{address}/new", form(name="Others")).status_code == 303
    session.commit()
    others, small = groups.of_workspace(session, workspace.id)
    answer = owner_browser.send(f"{address}/{others.id}", form(name="Small ones"))
    assert (answer.status_code, bool(re.search(TAKEN, answer.text))) == (422, True)
    assert owner_browser.send(f"{address}/{small.id}", form(name="Small Ones")).status_code == 303


def test_a_second_profile_of_the_same_name_is_refused_at_the_field(
    owner_browser, address, places, session, workspace
):
    first = profiles.add(session, workspace.id, "Good enough", NAME, {})
    second = profiles.add(session, workspace.id, "Better", "innovation-capacity-short", {})
    session.commit()
    for path in (f"new?questionnaire={NAME}", second.id):
        answer = owner_browser.send(f"{address}/profiles/{path}", {"name": "GOOD enough"})
        assert (answer.status_code, bool(re.search(TAKEN, answer.text))) == (422, True)
    assert owner_browser.send(f"{address}/profiles/{first.id}", {"name": "Good Enough"}).status_code == 303


def test_a_name_in_another_workspace_is_not_taken(owner_browser, address, places, session, owner):
    other = workspaces.create(session, owner, "Elsewhere")
    profiles.add(session, other.id, "Small ones", NAME, {})
    facts = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
    groups.add(session, other.id, NAME, name="Small ones", threshold=5, profile=None, **facts)
    session.commit()
    assert owner_browser.send(f"{address}/new", form()).status_code == 303
    path = f"{address}/profiles/new?questionnaire={NAME}"
    assert owner_browser.send(path, {"name": "Small ones"}).status_code == 303


def test_a_profile_is_made_with_scores_on_the_scale(owner_browser, address, places, session, workspace):
    page = owner_browser.get(f"{address}/profiles/new?questionnaire={NAME}").text
    fields = re.findall(r'name="(score-[a-z-]+)"', page)
    assert len(fields) > 3
    given = {"name": "Good enough", fields[0]: "3,5", fields[1]: "2"}
    path = f"{address}/profiles/new?questionnaire={NAME}"
    assert owner_browser.send(path, given).status_code == 303
    session.commit()
    (made,) = profiles.of_workspace(session, workspace.id)
    assert made.scores == {fields[0][6:]: 3.5, fields[1][6:]: 2.0}
    assert "3.5" in owner_browser.get(f"{address}/profiles").text
    page = owner_browser.get(f"{address}/profiles/{made.id}").text
    assert 'value="3.5"' in page
    owner_browser.send(f"{address}/new", form(profile=made.id))
    session.commit()
    (group,) = groups.of_workspace(session, workspace.id)
    assert groups.target_of(group) == made.scores
    assert "Small ones" in owner_browser.get(f"{address}/profiles/{made.id}/delete").text
    assert owner_browser.send(f"{address}/profiles/{made.id}/delete").status_code == 303
    session.commit()
    session.expire_all()
    assert groups.target_of(group) is None


@pytest.mark.parametrize("score", ["6", "0,5", "high", "nan", "1e400"])
def test_a_score_off_the_scale_is_refused(owner_browser, address, places, score):
    page = owner_browser.get(f"{address}/profiles/new?questionnaire={NAME}").text
    field = re.search(r'name="(score-[a-z-]+)"', page)[1]
    answer = owner_browser.send(f"{address}/profiles/new?questionnaire={NAME}", {"name": "X", field: score})
    assert answer.status_code == 422
    assert "Write a number from 1 to 5" in answer.text
    assert f'value="{score}"' in answer.text


def test_a_profile_of_another_questionnaire_is_refused(owner_browser, address, places, session, workspace):
    other = profiles.add(session, workspace.id, "Other", "innovation-capacity-short", {})
    session.commit()
    answer = owner_browser.send(f"{address}/new", form(profile=other.id))
    assert answer.status_code == 422
    assert "is for another questionnaire" in answer.text


def test_readers_read_and_change_nothing(member_browser, address, places, session, workspace):
    facts = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": []}
    made = groups.add(session, workspace.id, NAME, name="All", threshold=5, profile=None, **facts)
    session.commit()
    reader = member_browser("reader")
    assert "Every municipality of the workspace" in reader.get(address).text
    assert reader.get(f"{address}/profiles").status_code == 200
    for path in ("/new", f"/{made.id}", f"/{made.id}/delete", "/profiles/new"):
        assert reader.get(address + path).status_code == 403
        assert reader.send(address + path, form()).status_code == 403


def test_others_find_nothing(stranger_browser, address, places):
    for path in ("", "/new", "/profiles", "/profiles/new"):
        assert stranger_browser.get(address + path).status_code == 404
