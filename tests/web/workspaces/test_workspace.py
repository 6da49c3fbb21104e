"""One workspace: made, changed, looked back on, taken along, deleted."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from sqlalchemy import select

from maturity.store.tables import Workspace


def test_somebody_new_is_told_what_to_do_first(app, make_user):
    client = app.test_client()
    client.sign_in(make_user("new@example.org").email)
    assert "Make a workspace" in client.get("/workspaces").text


def test_a_person_makes_a_workspace_and_owns_it(stranger_browser):
    facts = {"name": "Nya kommun", "kind": "municipality", "language": "sv"}
    page = stranger_browser.send("/workspaces/new", facts, follow_redirects=True)
    assert "Nya kommun" in page.text
    assert stranger_browser.get(f"{page.request.path}/settings").status_code == 200


def test_a_workspace_needs_a_name(stranger_browser):
    page = stranger_browser.send("/workspaces/new", {"name": " ", "kind": "municipality", "language": "sv"})
    assert "Give the workspace a name" in page.text
    assert "<title>Error:" in page.text


def test_settings_are_saved_and_the_colour_is_worn(owner_browser, workspace):
    path = f"/workspaces/{workspace.id}/settings"
    facts = {
        "name": "Ny",
        "kind": "consultant",
        "language": "da",
        "colour": "#005EA8",
        "retention_days": "365",
    }
    page = owner_browser.send(path, facts, follow_redirects=True)
    assert "/theme/005ea8.css" in page.text
    assert "--ours:#005ea8" in owner_browser.get("/theme/005ea8.css").text


@pytest.mark.parametrize("colour", ["red", "#ffee00", "#12345"])
def test_a_colour_that_cannot_be_read_is_refused(owner_browser, workspace, colour):
    facts = {"name": "Ny", "kind": "consultant", "language": "da", "colour": colour}
    page = owner_browser.send(f"/workspaces/{workspace.id}/settings", facts)
    assert page.status_code == 200
    assert "colour-error" in page.text


def test_text_from_people_stays_text(owner_browser, workspace):
    facts = {"name": "<script>alert(1)</script>", "kind": "consultant", "language": "en"}
    owner_browser.send(f"/workspaces/{workspace.id}/settings", facts)
    assert "&lt;script&gt;" in owner_browser.get(f"/workspaces/{workspace.id}").text


def test_the_log_says_who_did_what(owner_browser, workspace):
    facts = {"name": "Ny", "kind": "consultant", "language": "en"}
    owner_browser.send(f"/workspaces/{workspace.id}/settings", facts)
    page = owner_browser.get(f"/workspaces/{workspace.id}/log").text
    assert "Olle Owner" in page
    assert "changed the workspace" in page


def test_the_export_holds_everything_but_secrets(owner_browser, workspace):
    answer = owner_browser.get(f"/workspaces/{workspace.id}/export.zip")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        assert json.loads(archive.read("workspace.json"))["name"] == "Exempelköping"
        assert json.loads(archive.read("members.json")) == [{"email": "owner@example.org", "role": "owner"}]
        assert json.loads(archive.read("log.json"))[0]["verb"] == "workspace-exported"


def test_a_workspace_is_deleted_only_when_its_name_is_written(owner_browser, workspace, session):
    path = f"/workspaces/{workspace.id}/delete"
    assert "not the workspace" in owner_browser.send(path, {"name": "Another"}).text
    owner_browser.send(path, {"name": "Exempelköping"})
    session.commit()
    assert session.scalar(select(Workspace)) is None


@pytest.mark.parametrize("page", ["settings", "log", "members", "delete", "export.zip"])
def test_readers_and_facilitators_cannot_administer(member_browser, workspace, page):
    assert member_browser("facilitator").get(f"/workspaces/{workspace.id}/{page}").status_code == 403
