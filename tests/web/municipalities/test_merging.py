"""Two municipalities that are the same: suggested, shown, made one."""

from __future__ import annotations

import datetime
import re

import pytest
from sqlalchemy import select

from maturity.store import assessments, groups, marks, organisations, questionnaires, respondents, targets
from maturity.store.ids import make_token
from maturity.store.tables import Assessment, AuditEntry, Organisation

SECRET = "a secret key that is only for tests, and long"
TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def address(workspace):
    return f"/workspaces/{workspace.id}/municipalities"


@pytest.fixture
def version(session):
    return questionnaires.bundled(session, "innovation-capacity-short")


@pytest.fixture
def places(session, workspace, version):
    """One that has a round, and the same again from a file, with a round too."""
    made = [
        organisations.create(session, workspace.id, "Uppby", "SE", None, 9_000),
        organisations.create(session, workspace.id, "Uppby kommun", "SE", "0381"),
    ]
    for place, label in zip(made, ("Spring", "Autumn"), strict=True):
        facts = {"state": "closed", "held_on": TODAY, "label": label}
        assessments.create(session, workspace.id, place, version, **facts)
    session.commit()
    session.expire_all()
    return made


@pytest.fixture
def preview(places, address):
    return f"{address}/{places[0].id}/merge?other={places[1].id}"


def seen(page):
    return re.search(r'name="seen" value="([0-9a-f]{64})"', page).group(1)


def merged(browser, address, places):
    """What comes of looking at both and pressing the button."""
    kept, other = places
    page = browser.get(f"{address}/{kept.id}/merge?other={other.id}").text
    return browser.send(f"{address}/{kept.id}/merge", {"other": other.id, "seen": seen(page)})


def test_the_list_and_the_page_of_each_say_who_could_be_here_twice(owner_browser, address, places):
    page = owner_browser.get(address).text
    assert "Uppby kommun and Uppby" in page
    assert "nearly the same name" in page
    for one, other in (places, reversed(places)):
        assert f"It could be the same as {other.name}." in owner_browser.get(f"{address}/{one.id}").text
    assert "Could be here twice" not in owner_browser.get(f"{address}?q=uppby").text


def test_the_same_code_with_another_name_is_suggested(owner_browser, session, workspace, address):
    for name, country in (("Uppby", "SE"), ("Nerby", None)):
        organisations.create(session, workspace.id, name, country, "0381")
    session.commit()
    assert "the same official code" in owner_browser.get(address).text


def test_what_files_with_the_other_s_code_would_do_is_said(owner_browser, session, workspace, address):
    one = organisations.create(session, workspace.id, "Uppby", "SE", "0381")
    two = organisations.create(session, workspace.id, "Nerby", "SE", "0382")
    session.commit()
    told = owner_browser.get(f"{address}/{one.id}/merge?other={two.id}").text
    assert "A file with the code 0382 would make Nerby anew. Write the code 0381 into such files." in told


def test_others_are_chosen_from_a_list(owner_browser, session, workspace, address, places):
    organisations.create(session, workspace.id, "Fjern", "NO", "0301")
    session.commit()
    page = owner_browser.get(f"{address}/{places[0].id}/merge").text
    offered = re.findall(r'<option value="\w+">([^<]+)</option>', page)
    assert offered == ["Fjern (0301)", "Uppby kommun (0381)"]


def test_alone_there_is_nothing_to_merge_with(owner_browser, session, workspace, address):
    place = organisations.create(session, workspace.id, "Uppby")
    session.commit()
    assert "There is no other municipality here." in owner_browser.get(f"{address}/{place.id}/merge").text
    assert "/merge" not in owner_browser.get(f"{address}/{place.id}").text


def test_everything_that_happens_is_said_before_it_does(
    owner_browser, session, workspace, places, version, preview
):
    kept, other = places
    asked = questionnaires.load(version)
    first, second = list(asked.nodes)[:2]
    targets.put(session, kept, asked, first, 4.0, TODAY)
    for dimension in (first, second):
        targets.put(session, other, asked, dimension, 3.0, TODAY)
    marks.add(session, other, TODAY, "Election")
    other.tags = ["coast"]
    facts = {"countries": [], "population_from": None, "population_to": None, "codes": [], "tags": ["coast"]}
    groups.add(session, workspace.id, version.questionnaire, name="Coast", threshold=5, profile=None, **facts)
    for place, consent in ((kept, "named"), (other, "anonymous")):
        organisations.decide(session, place, consent, "itself")
        organisations.make_consent_link(session, place, SECRET)
    row = session.scalars(select(Assessment).where(Assessment.organisation_id == other.id)).one()
    respondents.start(session, row, make_token(), "manager", "sv", SECRET)
    session.commit()
    told = " ".join(re.sub(r"<[^>]+>", " ", owner_browser.get(preview).text).split())
    for words in (
        "Merge Uppby kommun into Uppby?",
        "cannot be undone",
        "the more cautious one stands",
        "The link of Uppby kommun then opens nothing",
        "also fits these peer groups: Coast",
        "Comes along. Both have a round of this day",
        f"{asked.nodes[first].title}, 3.0 by 1 March 2026: goes, because Uppby has one",
        f"{asked.nodes[second].title}, 3.0 by 1 March 2026: comes along.",
        "1 event between rounds comes along",
        "Private codes.",
        "Other names – – Uppby kommun",
        "Files that say “Uppby kommun” mean Uppby from then on",
    ):
        assert words in told
    assert session.get(Organisation, other.id) is other


def test_what_does_not_happen_is_not_said(owner_browser, preview):
    page = owner_browser.get(preview).text
    for words in ("Private codes", "opens nothing", "The target for", "Are they really the same"):
        assert words not in page


def test_the_two_become_one_and_the_log_says_so(owner_browser, session, workspace, address, places):
    other_id = places[1].id
    answer = merged(owner_browser, address, places)
    assert (answer.status_code, answer.location) == (303, address)
    assert "Uppby kommun is now a part of Uppby." in owner_browser.get(address).text
    session.commit()
    session.expire_all()
    assert [one.name for one in organisations.of_workspace(session, workspace.id)] == ["Uppby"]
    assert organisations.rounds(session, workspace.id) == {places[0].id: 2}
    entry = session.scalars(select(AuditEntry).where(AuditEntry.verb == "organisations-merged")).one()
    assert (entry.detail["other"], entry.detail["name"], entry.detail["was"]) == (
        "Uppby kommun",
        "Uppby",
        other_id,
    )
    log = owner_browser.get(f"/workspaces/{workspace.id}/log").text
    assert "merged the municipality Uppby kommun into Uppby; in comparisons: anonymous" in log


def test_either_of_the_two_can_be_kept(owner_browser, session, workspace, address, places, preview):
    kept, other = places
    assert f"/{other.id}/merge?other={kept.id}" in owner_browser.get(preview).text
    merged(owner_browser, address, (other, kept))
    session.commit()
    session.expire_all()
    assert [one.name for one in organisations.of_workspace(session, workspace.id)] == ["Uppby kommun"]


def test_if_something_changed_meanwhile_it_is_shown_again(owner_browser, session, address, places, preview):
    kept, other = places
    was = seen(owner_browser.get(preview).text)
    marks.add(session, other, TODAY, "Election")
    session.commit()
    answer = owner_browser.send(f"{address}/{kept.id}/merge", {"other": other.id, "seen": was})
    assert answer.status_code == 422
    assert "was changed in the meantime" in answer.text
    assert seen(answer.text) != was
    session.commit()
    session.expire_all()
    assert session.get(Organisation, other.id) is not None


def test_different_codes_are_asked_about(owner_browser, session, places, preview):
    places[0].code = "0380"
    session.commit()
    assert "Their official codes differ: 0380 and 0381." in owner_browser.get(preview).text


def test_a_third_one_that_is_the_same_comes_first(
    owner_browser, session, workspace, address, places, preview
):
    places[0].country = None
    places[0].code, places[1].code = "0381", None
    organisations.create(session, workspace.id, "Uppby stad", "SE", "0381")
    session.commit()
    page = owner_browser.get(preview).text
    assert "Uppby stad would then be the same municipality too" in page
    assert "Merge the two" not in page
    answer = owner_browser.send(f"{address}/{places[0].id}/merge", {"other": places[1].id, "seen": "0" * 64})
    assert answer.status_code == 422


@pytest.mark.parametrize("other", ["", "itself", "nobody"])
def test_only_another_one_of_the_workspace_can_be_merged(owner_browser, address, places, other):
    wanted = places[0].id if other == "itself" else other
    given = {"other": wanted, "seen": "0" * 64}
    assert owner_browser.send(f"{address}/{places[0].id}/merge", given).status_code == 404


def test_facilitators_merge_and_readers_do_not(member_browser, address, places, preview):
    reader = member_browser("reader")
    assert reader.get(preview).status_code == 403
    given = {"other": places[1].id, "seen": "0" * 64}
    assert reader.send(f"{address}/{places[0].id}/merge", given).status_code == 403
    assert "Could be here twice" not in reader.get(address).text
    assert merged(member_browser("facilitator"), address, places).status_code == 303
