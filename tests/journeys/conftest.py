"""A running server and a real Chromium: what a person does, from the first page to the last.

A journey fails on anything that the browser complains about (a message of the content security policy, an
error in a script, a page that is not there), and on any request to another host.

A click ends when the next page begins to arrive. So what a page holds is expected (`expect(…)`, which waits), never
asked at once (`assert …count()`), which a slow machine answers from half a page. Below charts that come alive, keys are
pressed instead of the mouse's: what moves between its down and its up is not clicked."""

from __future__ import annotations

import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from tests.databases import Template
from tests.web.conftest import PASSWORD, make_user, owner, session, workspace
from tests.web.light import lighten
from werkzeug.serving import make_server

from maturity.settings import Settings
from maturity.store.tables import User
from maturity.web.app import create_app

__all__ = ["make_user", "owner", "session", "workspace"]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 30_000
"""Milliseconds within which anything happens, on a machine that does other things too."""
_AXE = {
    "resultTypes": ["violations"],  # what passes is not told node by node: that took a third of the time
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}


expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys need a browser; where there is none they are left out, and the summary says so."""
    for item in items:
        if "journeys" in item.path.parts and CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium is installed"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys of a process."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture
def settings(tmp_path: Path, put_database: Callable[..., str], newest: Template) -> Settings:
    """The settings of a journey's server, on a free port."""
    put_database(newest)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    return Settings(  # type: ignore[call-arg]
        instance=tmp_path,
        secret_key="a secret key that is only for tests, and long",  # type: ignore[arg-type]
        base_url=f"http://127.0.0.1:{port}",
    )


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application behind the server."""
    made = create_app(settings)
    made.extensions["maturity-queue"].immediate = True
    lighten(made)
    yield made
    made.extensions["maturity-database"].close()


@pytest.fixture
def server(app: Flask, settings: Settings) -> Iterator[str]:
    """A running server; its address."""
    running = make_server("127.0.0.1", urlsplit(settings.base_url).port or 0, app, threaded=True)
    thread = threading.Thread(
        target=running.serve_forever, args=(0.02,)
    )  # how soon it notices that it is told to end
    thread.start()
    yield settings.base_url
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture
def open_browser(chromium: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Opens a browser of its own for each person: `open_browser(phone=True, language="sv")` gives a page.

    `watch=False` for journeys in which the browser must complain (a network that drops, a page that is gone).
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(*, phone: bool = False, language: str = "en", watch: bool = True, **options: Any) -> Page:
        size = {"width": 375, "height": 812} if phone else {"width": 1280, "height": 900}
        context = chromium.new_context(
            base_url=server, viewport=size, locale=language, has_touch=phone, is_mobile=phone, **options
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        if watch:
            _watch(page, server, complaints)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


def _watch(page: Page, server: str, complaints: list[str]) -> None:
    ours = (server, "data:", "blob:")
    page.on("console", lambda m: complaints.append(f"{page.url}: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on(
        "request",
        lambda r: None if r.url.startswith(ours) else complaints.append(f"elsewhere: {r.url}"),
    )


@pytest.fixture
def page(open_browser: Callable[..., Page]) -> Page:
    """A page in a browser as wide as a laptop's."""
    return open_browser()


@pytest.fixture
def phone(open_browser: Callable[..., Page]) -> Page:
    """A page on a phone."""
    return open_browser(phone=True)


@pytest.fixture
def sign_in() -> Callable[[Page, User], None]:
    """Signs a person in through the page for it."""

    def signed(page: Page, user: User) -> None:
        page.goto("/sign-in")
        page.get_by_label("E-mail address").fill(user.email)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.wait_for_url("**/workspaces")

    return signed


@pytest.fixture
def check_accessible() -> Callable[[Page], None]:
    """Lets axe look at a page in its present state."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        found = Axe().run(page, options=_AXE)
        assert not found.response["violations"], found.generate_report()

    return check


@pytest.fixture
def check_reflow() -> Callable[[Page], None]:
    """Checks that a page never needs to be scrolled sideways, at 320 pixels too."""

    def check(page: Page) -> None:
        page.wait_for_load_state()
        size = page.viewport_size
        page.set_viewport_size({"width": 320, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        if size:
            page.set_viewport_size(size)
        assert width <= 320, f"{page.url} is {width} pixels wide"

    return check
