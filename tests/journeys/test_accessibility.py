"""axe finds nothing, nothing is wider than 320 pixels, and the browser complains about nothing: on every page
of every room, in every state and language, with texts as long as they come.

A page that has several states is looked at in another language in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect
from tests.web.furnished import PASSWORD, Town, town
from tests.web.pages import Seen, pages

from maturity.language import SUPPORTED
from maturity.settings import Settings

__all__ = ["town"]
ROOMS = ("account", "actions", "answering", "errors", "front", "invitations", "meeting", "questionnaires")
ROOMS += ("batches", "benchmarks", "due", "groups", "intake", "municipalities", "progress")
ROOMS += ("reading", "rounds", "security", "sharing", "tokens", "trial", "workspaces")
FORMS = {
    "sign-in": "/sign-in",
    "try": "/try",
    "workspace": "/workspaces/new",
    "settings": "/workspaces/{home}/settings",
    "members": "/workspaces/{home}/members",
    "tokens": "/workspaces/{home}/tokens",
    "round": "/workspaces/{home}/rounds/new",
    "again": "/workspaces/{home}/rounds/{closed}/again",
    "municipality": "/workspaces/{home}/rounds/{draft}/set-up/municipality",
    "people": "/workspaces/{home}/rounds/{draft}/set-up/people",
    "privacy": "/workspaces/{home}/rounds/{draft}/set-up/privacy",
    "mail": "/workspaces/{home}/rounds/{open}/invite/mail",
    "action": "/workspaces/{home}/rounds/{closed}/actions/new",
    "share": "/workspaces/{home}/rounds/{closed}/shares",
    "upload": "/workspaces/{home}/questionnaires/upload",
    "place": "/workspaces/{home}/municipalities/new",
    "codes": "/workspaces/{home}/municipalities/codes",
    "delete": "/workspaces/{home}/municipalities/{place}/delete",
    "group": "/workspaces/{home}/groups/new",
    "profile": "/workspaces/{home}/groups/profiles/new",
    "mark": "/workspaces/{home}/progress/{place}/marks",
    "target": "/workspaces/{home}/progress/{place}/targets",
    "bring-in": "/workspaces/{home}/bring-in",
    "password": "/account/password",
}
WHOLE = ("sign-in", "people")
"""Forms whose error is about no single field."""
EMPTY = """() => {
    const typed = "input:is([type=text], [type=email], [type=file], [type=password], [type=number]), textarea";
    const form = [...document.querySelectorAll("main form[method=post]")].find((f) => f.querySelector(typed));
    form.noValidate = true;
    for (const field of form.querySelectorAll("input, textarea"))
        if (!["hidden", "checkbox", "radio", "submit"].includes(field.type)) field.value = "";
    form.querySelector("button:not([name=lang])").click();
}"""
"""Sends a page's form with nothing in it."""


@pytest.fixture
def settings(town: Town, settings: Settings, put_database: Callable[..., str]) -> Settings:
    """The town, on the journey's port."""
    address = put_database(town.data)
    return settings.model_copy(
        update={"database_url": address, "token_misses": 1000, "sign_in_attempts": 1000}
    )


@pytest.fixture
def enter(app, town, server, open_browser):
    """Opens a browser, signed in as the owner of a workspace (the one with long texts if not said), or not."""

    def entered(account: bool, home=town.theirs, **options):
        page = open_browser(**options)
        if "language" in options:
            _speak(page, server, options["language"])
        if account:
            client = app.test_client()
            token = (
                client.get("/sign-in").text.split('name="csrf_token"')[1].split('value="')[1].split('"')[0]
            )
            form = {"email": home.people["owner"], "password": PASSWORD}
            assert client.post("/sign-in", data=form | {"csrf_token": token}).status_code == 302
            cookie = client.get_cookie("session")
            page.context.add_cookies([{"name": "session", "value": cookie.value, "url": server}])
        return page

    return entered


def _speak(page, server, tag):
    page.context.add_cookies([{"name": "language", "value": tag, "url": server}])


def test_every_room_is_looked_at(app, town):
    assert {page.room for page in pages(app, town, town.theirs)} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room_is_accessible(room, app, town, server, enter, check_accessible, check_reflow):
    wanted = [page for page in pages(app, town, town.theirs) if page.room == room]
    browsers = {account: enter(account, watch=room != "errors") for account in {p.account for p in wanted}}
    seen, faults = 0, []
    for place, page in enumerate(wanted):
        for tag in _languages(place, wanted):
            browser = browsers[page.account]
            _speak(browser, server, tag)
            status = browser.request.get(page.address, max_redirects=0).status
            if status == (404 if room == "errors" else 200):
                browser.goto(page.address)
                faults += [*_found(check_accessible, browser), *_found(check_reflow, browser)]
                seen += 1
    assert seen
    assert not faults, "\n".join(faults)


def _found(check: Callable[[Page], None], page: Page) -> Iterator[str]:
    try:
        check(page)
    except AssertionError as fault:
        yield f"{page.url}: {fault}"


def _languages(place: int, wanted: list[Seen]) -> tuple[str, ...]:
    """All four for a room with few pages; else one of them, so that the states of a page (four, side by side)
    are looked at in four."""
    return SUPPORTED if len(wanted) < 5 else (SUPPORTED[(place + place // 4) % 4],)


@pytest.mark.parametrize("name", FORMS)
def test_a_form_that_was_refused_leads_to_its_fields(
    name, town, server, enter, check_accessible, check_reflow
):
    home = town.theirs
    page = enter(name not in ("sign-in", "try"), watch=False)  # 422 is told to the console
    _speak(page, server, SUPPORTED[[*FORMS].index(name) % 4])
    page.goto(FORMS[name].format(home=home.id, place=home.ids["organisation_id"], **home.rounds))
    page.evaluate(EMPTY)
    page.wait_for_load_state()
    summary = page.locator(".summary")
    summary.wait_for()
    check_accessible(page)
    check_reflow(page)
    if name not in WHOLE:
        summary.locator("a[href^='#']").first.click()
        expect(page.locator("form :focus")).to_have_count(1)
