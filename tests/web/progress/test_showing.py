"""The page of an organisation's progress: what it says, from which rounds, and who may read it."""

from __future__ import annotations

import datetime
import re

import pytest

from maturity import resources
from maturity.answers import read
from maturity.store import organisations, questionnaires, results
from maturity.store.imports import import_assessment


def test_a_single_organisation_needs_no_list(owner_browser, workspace, place):
    answer = owner_browser.get(f"/workspaces/{workspace.id}/progress")
    assert (answer.status_code, answer.location) == (302, place)


def test_several_organisations_are_listed_with_their_rounds(
    owner_browser, workspace, session, rounds, take_in
):
    other = organisations.create(session, workspace.id, "Andra kommun")
    for year in (2022, 2024):
        take_in(year).organisation = other
    session.commit()
    page = owner_browser.get(f"/workspaces/{workspace.id}/progress").text
    names = re.findall(r">([^<]+)</a></h2>", page)
    assert names == ["Andra kommun", "Exempelköping"]
    assert "2 rounds." in page
    assert "3 rounds." in page


def test_without_two_rounds_it_says_what_to_do(owner_browser, workspace, take_in):
    only = take_in(2024)
    assert "Nothing can be compared" in owner_browser.get(f"/workspaces/{workspace.id}/progress").text
    page = owner_browser.get(f"/workspaces/{workspace.id}/progress/{only.organisation_id}").text
    assert "There is nothing to compare with yet" in page
    assert f"like={only.id}" in page


def test_it_begins_with_what_was_decided_last_time(owner_browser, place):
    page = owner_browser.get(place).text
    sections = re.findall(r'<section id="([a-z]+)"', page)
    assert sections == [
        *("loop", "latest", "whole", "time", "roles", "targets", "decided", "about", "method", "numbers")
    ]
    loop = page[page.index('<section id="loop"') : page.index('<section id="latest"')]
    assert "Brukare med från första veckan i varje projekt" in loop
    assert "43 % of the way from 1 to 8" in loop
    assert "not proof" in loop


def test_the_story_is_told_in_words(owner_browser, place):
    page = owner_browser.get(place).text
    whole = page[page.index('<section id="whole"') : page.index('<section id="time"')]
    assert "Political ownership has risen by 0.96" in whole
    assert "User involvement seems to have risen by 0.28" in whole
    assert "that does not mean that Exempelköping has fallen" in whole
    assert "New among those who answered these items: Staff." in whole


def test_the_parts_come_with_their_receipt(owner_browser, place):
    page = owner_browser.get(place).text
    assert 'id="t-whole-parts"' in page
    assert 'id="t-whole-receipts"' in page


def test_marks_stand_in_the_lines_and_targets_in_their_table(owner_browser, place):
    page = owner_browser.get(place).text
    assert "Val, September 2022" in page
    assert "14 % of the way (may be chance); on" in page


def test_charts_come_drawn_with_a_table_and_as_figures(owner_browser, place):
    page = owner_browser.get(place).text
    charts = page.count("data-chart ")
    assert charts >= 5
    assert page.count('<script type="application/json">') == charts
    assert page.count("The numbers as a table") == charts


def test_it_is_in_the_readers_language(owner_browser, place):
    owner_browser.set_cookie("language", "sv")
    page = owner_browser.get(place).text
    assert "Politiskt ägarskap har stigit med 0,96" in page


def test_a_reader_reads_and_changes_nothing(member_browser, place):
    reader = member_browser("reader")
    page = reader.get(place)
    assert page.status_code == 200
    assert f"{place}/marks" not in page.text
    assert reader.get(f"{place}/marks").status_code == 403
    assert reader.get(f"{place}/targets").status_code == 200
    assert reader.send(f"{place}/targets", {"score": "3"}).status_code == 403


def test_it_is_there_for_members_only(stranger_browser, browser, place):
    assert stranger_browser.get(place).status_code == 404
    assert browser.get(place).status_code == 302


def test_a_questionnaire_that_was_not_answered_twice_is_not_there(owner_browser, place):
    assert owner_browser.get(f"{place}?questionnaire=innovation-capacity").status_code == 200
    for name in ("innovation-capacity-short", "<b>"):
        assert owner_browser.get(f"{place}?questionnaire={name}").status_code == 404


def test_several_questionnaires_are_chosen_between(owner_browser, place, session, rounds):
    version = questionnaires.bundled(session, "innovation-capacity-short")
    name = "exempelkoping-short-2026.yaml"
    given = read((resources.examples() / name).read_bytes(), name, questionnaires.load(version))
    for year in (2024, 2025):
        made = import_assessment(session, rounds[0].workspace_id, version, given, "secret")
        made.held_on = datetime.date(year, 1, 1)
        results.freeze(session, made, results.compute(session, made))
    session.commit()
    page = owner_browser.get(place).text
    tabs = re.findall(r'href="([^"]*\?questionnaire=[a-z-]+)"( aria-current="page")?>', page)
    assert [bool(current) for _, current in tabs] == [True, False]
    short = owner_browser.get(tabs[1][0]).text
    assert f"{place}/targets?questionnaire=innovation-capacity-short" in short


@pytest.mark.parametrize("room", ["", "/report"])
def test_a_round_that_was_repeated_leads_here(owner_browser, workspace, rounds, place, room):
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/{rounds[1].id}{room}").text
    assert f'href="{place}?questionnaire=innovation-capacity">Progress</a>' in page


def test_a_round_that_was_not_repeated_has_no_such_tab(owner_browser, workspace, take_in):
    only = take_in(2024)
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/{only.id}").text
    assert ">Progress</a>" not in page


def test_a_report_begins_with_what_was_decided_last_time(owner_browser, workspace, rounds):
    first, second, third = (
        owner_browser.get(f"/workspaces/{workspace.id}/rounds/{one.id}/report").text for one in rounds
    )
    assert 'id="last-time"' not in first
    assert "After Våren 2022 you decided on 1 action." in second
    last = third[third.index('id="last-time"') : third.index('id="profile"')]
    assert "Projekt med brukare från första veckan: 4 (1 Feb 2026), target 8" in last
    assert "Dropped" in last
    assert "no proof" in last
    assert "/progress/" in last


def test_a_round_with_too_few_answers_is_said_not_to_count(owner_browser, place, session, rounds, take_in):
    empty = take_in(2026)
    empty.held_on, empty.label, empty.threshold = datetime.date(2027, 3, 1), "Våren 2027", 100
    results.freeze(session, empty, results.compute(session, empty))
    session.commit()
    page = owner_browser.get(place).text
    assert "Våren 2027 does not count here: too few people answered for a result." in page
    assert '<section id="latest"' in page
