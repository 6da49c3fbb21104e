"""What all pages have in common."""

from __future__ import annotations

import gc
import runpy
from pathlib import Path

import pytest

from maturity.web.app import create_app


@pytest.mark.parametrize("path", ["/", "/accessibility", "/privacy", "/nothing-here", "/sign-in"])
@pytest.mark.parametrize("language", ["en", "sv", "da", "nb"])
def test_a_page_is_valid_in_every_language(browser, path, language):
    page = browser.get(path, headers={"Accept-Language": language})
    assert f'lang="{language}"' in page.text


def test_a_workspace_is_seen_by_its_owner_and_does_not_exist_for_others(
    browser, owner_browser, stranger_browser, workspace
):
    path = f"/workspaces/{workspace.id}"
    assert owner_browser.get(path).status_code == 200
    assert stranger_browser.get(path).status_code == 404
    assert browser.get(path).status_code == 302


def test_the_server_is_well(browser):
    assert browser.get("/health").json == {"status": "ok"}


def test_what_is_compiled_of_templates_is_kept_for_the_next_process(settings):
    made = create_app(settings)
    assert made.test_client().get("/sign-in").status_code == 200
    assert list((settings.instance / "templates").iterdir())
    made.extensions["maturity-database"].close()


@pytest.fixture
def served(settings, monkeypatch):
    monkeypatch.setenv("MATURITY_INSTANCE", str(settings.instance))
    yield runpy.run_path(str(Path(__file__).parents[2] / "wsgi.py"))["app"]
    gc.unfreeze()


def test_a_server_that_forks_shares_no_connection(served):
    assert served.extensions["maturity-database"].engine.pool.checkedin() == 0


def test_a_server_looks_for_no_garbage_in_the_program_itself(served):
    looked_through = {id(one) for one in gc.get_objects()}
    assert id(served) not in looked_through
