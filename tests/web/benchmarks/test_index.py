"""The saved groups, and what to do before there is one."""

from __future__ import annotations


def test_without_results_it_says_how_to_get_some(owner_browser, room):
    page = owner_browser.get(room).get_data(as_text=True)
    assert "Nothing can be compared yet" in page


def test_with_results_it_says_to_make_a_group(owner_browser, room, keep):
    keep(6)
    page = owner_browser.get(room).get_data(as_text=True)
    assert "6 municipalities" in page
    assert "At least five are needed" in page


def test_groups_are_listed_with_whom_they_compare(owner_browser, room, keep, make_group):
    keep(6)
    group = make_group("Small ones", population_to=15_000, countries=["SE"])
    page = owner_browser.get(room).get_data(as_text=True)
    assert f"{room}/{group.id}" in page
    assert "Sweden; up to 15,000 inhabitants" in page
    assert ">Edit<span" in page


def test_a_group_without_results_says_so(owner_browser, room, make_group):
    group = make_group(questionnaire="innovation-capacity")
    assert "no result of a closed round" in owner_browser.get(room).get_data(as_text=True)
    page = owner_browser.get(f"{room}/{group.id}").get_data(as_text=True)
    assert "There is no comparison to show" in page


def test_only_members_of_the_workspace_see_it(stranger_browser, member_browser, room, keep, make_group):
    keep(6)
    group = make_group()
    assert stranger_browser.get(room).status_code == 404
    assert stranger_browser.get(f"{room}/{group.id}").status_code == 404
    assert member_browser("reader").get(f"{room}/{group.id}").status_code == 200
