"""Setting up a round, step by step, as a facilitator does."""

from __future__ import annotations

import datetime
import re

import pytest

from maturity.store import assessments, audit, organisations, respondents


def _set_up(client, workspace, label="Spring 2027"):
    new = f"/workspaces/{workspace.id}/rounds/new"
    begun = client.send(
        new, {"label": label, "about": "new", "name": "Testvik", "country": "SE", "population": "48 200"}
    )
    return begun.location.removesuffix("/set-up/questionnaire")


def _answers(step, session, workspace):
    last = datetime.date.today() + datetime.timedelta(days=10)
    (one,) = assessments.of_workspace(session, workspace.id)
    return {
        "questionnaire": {"version": one.questionnaire_version_id, "languages": ["sv", "en"]},
        "people": {
            "role-politician": "5",
            "role-executive": "5",
            "role-manager": "",
            "role-staff": "",
            "role-user": "",
        },
        "privacy": {"threshold": "5", "distribution": "10"},
        "dates": {"closes_on": last.isoformat()},
        "welcome": {"text-sv": "Välkommen <b>hit</b>", "text-en": ""},
    }[step]


def test_the_first_round_begins_on_an_empty_page(owner_browser, workspace):
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds")
    assert "No rounds yet" in page.text
    assert owner_browser.get(f"/workspaces/{workspace.id}/rounds/new").status_code == 200


def test_every_step_leads_to_the_next_and_then_the_round_can_open(owner_browser, session, workspace):
    where = _set_up(owner_browser, workspace)
    assert "left before the round can open" in owner_browser.get(where).text
    for step, following in [
        ("questionnaire", "people"),
        ("people", "privacy"),
        ("privacy", "dates"),
        ("dates", "welcome"),
        ("welcome", ""),
    ]:
        assert owner_browser.get(f"{where}/set-up/{step}").status_code == 200
        saved = owner_browser.send(f"{where}/set-up/{step}", _answers(step, session, workspace))
        assert saved.location.endswith(f"/set-up/{following}" if following else where), saved.text
    assert "Everything is ready" in owner_browser.get(where).text
    assert owner_browser.send(f"{where}/open").location.endswith("/invite")
    session.rollback()
    session.expire_all()
    (one,) = assessments.of_workspace(session, workspace.id)
    assert (one.state, one.languages, one.targets) == (
        "open",
        ["sv", "en"],
        {"politician": 5, "executive": 5},
    )
    assert one.organisation.population == 48200
    assert one.welcome == {"sv": "Välkommen <b>hit</b>"}


def test_the_log_says_that_a_municipality_came_with_a_round(owner_browser, session, workspace, make_round):
    _set_up(owner_browser, workspace)
    (said,) = [one for one in audit.entries(session, workspace.id) if one.verb == "organisation-added"]
    assert said.detail["name"] == "Testvik"
    known = make_round().organisation_id
    owner_browser.send(f"/workspaces/{workspace.id}/rounds/new", {"label": "Again", "about": known})
    verbs = [one.verb for one in audit.entries(session, workspace.id)]
    assert (verbs.count("organisation-added"), verbs.count("assessment-created")) == (1, 2)


def test_a_round_with_something_left_does_not_open(owner_browser, session, workspace):
    where = _set_up(owner_browser, workspace)
    owner_browser.send(f"{where}/open")
    assert "cannot open yet" in owner_browser.get(where).text
    assert assessments.of_workspace(session, workspace.id)[0].state == "draft"


def test_a_round_needs_a_name_and_a_municipality(owner_browser, workspace):
    page = owner_browser.send(f"/workspaces/{workspace.id}/rounds/new", {"about": "new"})
    assert 'href="#label"' in page.text
    assert 'href="#name"' in page.text


def test_a_known_municipality_is_chosen_by_its_name_alone(owner_browser, session, workspace, make_round):
    earlier = make_round()
    new = f"/workspaces/{workspace.id}/rounds/new"
    assert "Exempelköping" in owner_browser.get(new).text
    owner_browser.send(new, {"label": "Autumn", "about": earlier.organisation_id, "population": "many"})
    session.rollback()
    session.expire_all()
    assert [one.organisation_id for one in assessments.of_workspace(session, workspace.id)] == [
        earlier.organisation_id
    ] * 2


def test_municipalities_of_the_same_name_are_told_apart_in_a_new_round(owner_browser, session, workspace):
    for name, country, code in (
        ("Herøy", "NO", "1515"),
        ("Herøy", "NO", "1818"),
        ("Solvik", "SE", None),
        ("Solvik", "NO", None),
        ("Testvik", "SE", None),
    ):
        organisations.create(session, workspace.id, name, country, code)
    session.commit()
    page = owner_browser.get(f"/workspaces/{workspace.id}/rounds/new").text
    told = re.findall(r'<label for="about-\d">(.*)</label>', page)
    assert sorted(told[:-1]) == [
        "Herøy (1515)",
        "Herøy (1818)",
        "Solvik (Norway)",
        "Solvik (Sweden)",
        "Testvik",
    ]


TAKEN = {
    "code": ({"name": "Testvik", "country": "SE", "code": "8888"}, "Provby has the code 8888 already"),
    "name": (
        {"name": "Utan kod", "country": "", "code": ""},
        "There is a municipality called Utan kod already.",
    ),
}
"""What another municipality of the workspace has: the field at which it is told, what is sent, and the words."""


@pytest.fixture
def others(session, workspace):
    """Two other municipalities, with and without a code."""
    organisations.create(session, workspace.id, "Provby", "SE", "8888")
    organisations.create(session, workspace.id, "Utan kod")
    session.commit()


def _told_at(page, field):
    (told,) = re.findall(r'<p class="field-error" id="(\w+)-error">.*</span> (.*)</p>', page.text)
    assert told[0] == field
    assert f'<a href="#{field}">{told[1]}</a>' in page.text
    return told[1]


@pytest.mark.parametrize("field", TAKEN)
def test_a_new_round_is_not_about_a_second_municipality_that_is_the_same(
    owner_browser, session, workspace, others, field
):
    given, words = TAKEN[field]
    before = len(organisations.of_workspace(session, workspace.id))
    page = owner_browser.send(
        f"/workspaces/{workspace.id}/rounds/new",
        {"label": "Autumn", "about": "new", "population": "900", **given},
    )
    assert words in _told_at(page, field)
    for written in ("Autumn", given["name"], "900"):
        assert f'value="{written}"' in page.text
    session.rollback()
    assert len(organisations.of_workspace(session, workspace.id)) == before
    assert not assessments.of_workspace(session, workspace.id)


@pytest.mark.parametrize("field", TAKEN)
def test_a_municipality_does_not_become_another_one_in_the_set_up(
    owner_browser, session, workspace, make_round, path, others, field
):
    one, (given, words) = make_round(), TAKEN[field]
    where = path(one, "/set-up/municipality")
    page = owner_browser.send(where, {"label": "Autumn", "population": "900", **given})
    assert words in _told_at(page, field)
    for written in ("Autumn", given["name"], "900"):
        assert f'value="{written}"' in page.text
    session.rollback()
    session.expire_all()
    assert (one.label, one.organisation.name) == ("Spring", "Exempelköping")
    saved = owner_browser.send(where, {"label": "Autumn", **given, "country": "DK", "code": "8887"})
    assert saved.status_code == 302


def test_that_a_round_is_closed_is_told_of_the_form_as_a_whole(owner_browser, make_round, path):
    closed = make_round(is_open=False, state="closed")
    page = owner_browser.send(path(closed, "/set-up/municipality"), {"label": "Autumn", "name": "Testvik"})
    assert "<li>The round is closed for good and stays as it is</li>" in page.text
    assert "field-error" not in page.text


@pytest.mark.parametrize("step", ["municipality", "questionnaire", "people", "privacy", "dates", "welcome"])
@pytest.mark.parametrize("is_open", [True, False])
def test_every_step_has_a_page_in_every_state(owner_browser, make_round, path, step, is_open):
    page = owner_browser.get(
        path(make_round(is_open=is_open), f"/set-up/{step}"), headers={"Accept-Language": "sv"}
    )
    assert page.status_code == 200


def test_there_is_no_other_step(owner_browser, make_round, path):
    assert owner_browser.get(path(make_round(), "/set-up/nonsense")).status_code == 404


def test_privacy_below_three_is_refused(owner_browser, make_round, path):
    page = owner_browser.send(path(make_round(), "/set-up/privacy"), {"threshold": "2", "distribution": "10"})
    assert "from 3 to 100" in page.text


def test_privacy_is_not_lowered_once_someone_has_answered(owner_browser, session, make_round, path, settings):
    one = make_round()
    secret = settings.secret()
    person = respondents.start(session, one, "a" * 22, "politician", "sv", secret)
    item = next(iter(one.questionnaire_version.files))
    respondents.save(session, person, item, respondents.Draft("unknown"))
    session.commit()
    page = owner_browser.send(path(one, "/set-up/privacy"), {"threshold": "3", "distribution": "10"})
    assert "no longer lowered" in page.text
    assert (
        owner_browser.send(path(one, "/set-up/privacy"), {"threshold": "7", "distribution": "10"}).status_code
        == 302
    )


def test_a_role_in_which_someone_has_begun_stays(owner_browser, session, make_round, path, settings):
    one = make_round()
    respondents.start(session, one, "a" * 22, "politician", "sv", settings.secret())
    session.commit()
    page = owner_browser.send(path(one, "/set-up/people"), {"role-executive": "9", "role-politician": ""})
    assert "begun to answer in a role" in page.text


def test_the_last_day_is_not_before_the_first_or_today(owner_browser, make_round, path):
    page = owner_browser.send(
        path(make_round(), "/set-up/dates"), {"opens_on": "2020-02-02", "closes_on": "2020-01-01"}
    )
    assert "before the first" in page.text
    assert "has passed" in page.text


def test_an_opened_round_keeps_its_questionnaire(owner_browser, session, make_round, path):
    from maturity.store import questionnaires

    other = questionnaires.bundled(session, "innovation-capacity")
    one = make_round()
    page = owner_browser.send(
        path(one, "/set-up/questionnaire"), {"version": other.id, "languages": ["sv", "en"]}
    )
    assert page.status_code == 200
    session.rollback()
    session.expire_all()
    assert one.questionnaire_version.questionnaire == "innovation-capacity-short"


def test_readers_look_and_do_not_change(member_browser, make_round, path, workspace):
    reader, one = member_browser("reader"), make_round()
    assert reader.get(path(one)).status_code == 200
    assert reader.get(path(one, "/set-up/people")).status_code == 403
    assert reader.send(path(one, "/close-answering")).status_code == 403
    assert reader.get(f"/workspaces/{workspace.id}/rounds/new").status_code == 403


def test_for_others_it_does_not_exist(stranger_browser, make_round, path):
    one = make_round()
    for page in ["", "/set-up/people", "/invite", "/invite/links", "/invite/mail", "/invite/open", "/delete"]:
        assert stranger_browser.get(path(one, page)).status_code == 404
