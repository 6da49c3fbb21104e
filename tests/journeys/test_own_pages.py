"""The pages about accounts and workspaces: accessible, and never wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.web.conftest import PASSWORD

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}
PAGES = [
    "/account",
    *(f"/account/{page}" for page in ("password", "second-step", "recovery-codes", "passkeys", "close")),
    "/workspaces",
    "/workspaces/new",
    "/workspaces/{id}",
    *(f"/workspaces/{{id}}/{page}" for page in ("members", "settings", "log", "delete")),
]


@pytest.fixture
def signed_in(page, owner, workspace, sign_in):
    sign_in(page, owner)
    return page


def test_every_page_of_an_owner_is_accessible_and_fits(signed_in, workspace, check_accessible, check_reflow):
    for path in PAGES:
        signed_in.goto(path.format(id=workspace.id))
        check_accessible(signed_in)
        check_reflow(signed_in)


def test_what_is_wrong_is_said_at_the_field_and_leads_to_it(signed_in, check_accessible):
    signed_in.goto("/workspaces/new")
    signed_in.get_by_role("button", name="Make the workspace").click()
    check_accessible(signed_in)
    signed_in.get_by_role("link", name="Give the workspace a name").click()
    expect(signed_in.locator("#name")).to_be_focused()


def test_a_passkey_is_made_and_signs_in(open_browser, owner, workspace, server):
    page = open_browser(watch=False)  # at another name of the same server: a passkey needs a name
    home = server.replace("127.0.0.1", "localhost")
    chrome = page.context.new_cdp_session(page)
    chrome.send("WebAuthn.enable")
    chrome.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    page.goto(f"{home}/sign-in")
    page.locator("#email").fill(owner.email)
    page.locator("#password").fill(PASSWORD)
    page.locator("#password").press("Enter")
    page.wait_for_url("**/workspaces")
    page.goto(f"{home}/account/passkeys")
    page.get_by_label("Name").fill("Phone")
    page.get_by_role("button", name="Add").click()
    page.get_by_text("The passkey Phone is ready.").wait_for()
    page.get_by_text("Account", exact=True).click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{home}/")
    page.goto(f"{home}/sign-in")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("**/workspaces")
