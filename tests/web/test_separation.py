"""Everything belongs to one workspace. Every route, with every role from another workspace, with no account
and with guessed ids, finds nothing; readers change nothing, and facilitators do not administer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from tests.web.conftest import Browser
from tests.web.furnished import OURS, SECRET, Town, town
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from maturity.settings import Settings
from maturity.store.ids import make_id, make_token
from maturity.store.tables.base import Base

__all__ = ["town"]
NOBODY_S = {"account", "accounts", "assets", "front", "security", "theme"}
"""Rooms about no workspace: signing in, one's own account, what is the same for everybody."""
ONE_S_OWN = {"workspaces.mine", "workspaces.add", "trial.begin", "trial.start"}
"""Pages without an id that show or make what is the person's own."""
KEYS = {
    "answering": {"personal", "open", "trial"},
    "meeting": {"personal", "open"},
    "municipalities": {"consent"},
    "sharing": {"share"},
    "trial": {"trial"},
    "workspaces": {"join"},
}
"""The kinds of link that open a room without an account."""
JUST_MADE = {"invitations.new_links", "invitations.new_links_csv"}
"""Pages for the one who has just made links."""
READING = {"reading.order_pdf", "progress.order_pdf"}
"""What is sent, and only makes a file of what may be read."""
ADMINISTRATION = {
    *(f"workspaces.{view}" for view in ("change", "delete", "export", "log")),
    *(f"workspaces.{view}" for view in ("members", "remove", "change_role", "revoke")),
    *(f"tokens.{view}" for view in ("index", "revoke")),
    "batches.delete",
    "municipalities.delete",
}
COUNTED = {"bucket", "user", "api_token"}
"""Attempts, sign-ins and uses are counted, whoever asks."""
GUESSES = (make_id(), make_token(), "1", "0", "..", "%00", "' OR 1=1 --", "é" * 200)


@pytest.fixture
def settings(tmp_path: Path, put_database: Callable[..., str], town: Town) -> Settings:
    """The town, with room for many wrong attempts."""
    put_database(town.data)
    wide = {"token_misses": 100_000, "sign_in_attempts": 1000, "api_requests": 100_000}
    return Settings(instance=tmp_path, secret_key=SECRET, **wide)  # type: ignore[arg-type]


@pytest.fixture
def enter(app: Flask) -> Any:
    """Makes a browser: somebody signed in, or nobody."""

    def entered(email: str = "") -> Browser:
        client: Browser = app.test_client()  # type: ignore[assignment]
        if email:
            assert client.sign_in(email).status_code == 302
        return client

    return entered


@pytest.fixture
def unchanged(app: Flask) -> Iterator[None]:
    """Fails if anything in the database is not as it was."""
    before = _rows(app)
    yield
    after = _rows(app)
    for name, rows in before.items():
        assert rows == after[name], f"{name} was changed"


def _rows(app: Flask) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with app.extensions["maturity-database"].reading() as session:
        for name, table in Base.metadata.tables.items():
            if name not in COUNTED:
                found[name] = sorted(map(repr, session.execute(select(table)).all()))
    return found


def _rules(app: Flask, *needed: str) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.arguments.issuperset(needed)]


def _ask(
    client: Browser, app: Flask, rule: Rule, values: dict[str, Any], only: str = ""
) -> Iterator[tuple[str, TestResponse]]:
    """The answer of a rule, for each of its methods, or for one of them if it has it."""
    given = {name: values[name] for name in rule.arguments}
    if "number" in given:
        given["number"] = 1
    address = app.url_map.bind("localhost").build(rule.endpoint, given)
    token = client.token()
    for method in sorted((rule.methods or set()) - {"OPTIONS", "HEAD"}):
        if method == (only or method):
            data = None if method == "GET" else {"csrf_token": token}
            yield f"{method} {address}", client.open(address, method=method, data=data)


def _tells_nothing(what: str, answer: TestResponse, *statuses: int) -> None:
    assert answer.status_code in statuses, f"{what}: {answer.status_code}"
    assert OURS.encode() not in answer.get_data(), f"{what} shows {OURS}"


def _leads_to_signing_in(what: str, answer: TestResponse) -> None:
    _tells_nothing(what, answer, 302, 401)
    assert answer.status_code == 401 or answer.location.startswith("/sign-in"), what


def test_every_route_is_walked(app):
    """A new route is in a workspace, behind a link, in the API, or is named above as nobody's."""
    for rule in app.url_map.iter_rules():
        room = rule.endpoint.split(".")[0]
        walked = "workspace_id" in rule.arguments or ("token" in rule.arguments and room in KEYS)
        known = room in NOBODY_S or room == "api" or rule.endpoint in ONE_S_OWN
        assert walked or known, f"{rule} is not walked"


def test_the_ids_are_real(app, enter, town):
    """Its owner finds everything: otherwise that others find nothing would say nothing."""
    client = enter(town.ours.people["owner"])
    for rule in _rules(app, "workspace_id"):
        for what, answer in _ask(client, app, rule, town.ours.address(rule.rule), "GET"):
            there = answer.status_code in (200, 302, 303)
            assert there or rule.endpoint in JUST_MADE, f"{what}: {answer.status_code}"


def test_without_an_account_nothing_of_a_workspace_is_there(app, enter, town, unchanged):
    client = enter()
    for rule in _rules(app, "workspace_id"):
        for what, answer in _ask(client, app, rule, town.ours.address(rule.rule)):
            _leads_to_signing_in(what, answer)


@pytest.mark.parametrize("role", ["owner", "facilitator", "reader"])
def test_from_another_workspace_nothing_is_there(app, enter, town, role, unchanged):
    client = enter(town.theirs.people[role])
    for rule in _rules(app, "workspace_id"):
        for what, answer in _ask(client, app, rule, town.ours.address(rule.rule)):
            _tells_nothing(what, answer, 404)


@pytest.mark.parametrize("role", ["owner", "facilitator", "reader"])
def test_through_one_s_own_workspace_nothing_of_another_is_there(app, enter, town, role, unchanged):
    client = enter(town.theirs.people[role])
    for rule in _rules(app, "workspace_id"):
        for values in _mixed(rule, town):
            for what, answer in _ask(client, app, rule, values):
                _tells_nothing(what, answer, *((404,) if role == "owner" else (404, 403)))


def _mixed(rule: Rule, town: Town) -> Iterator[dict[str, str]]:
    """One's own ids, and one that is another's, or nobody's."""
    ours, theirs = (home.address(rule.rule) for home in (town.ours, town.theirs))
    for name in rule.arguments & {n for n in theirs if n.endswith("_id")} - {"workspace_id", "item_id"}:
        for wrong in (ours[name], town.trial_id, make_id()):
            yield theirs | {name: wrong}
    if "assessment_id" in rule.arguments:
        yield ours | {"workspace_id": theirs["workspace_id"]}


def test_what_is_guessed_is_not_there(app, enter, town, unchanged):
    client = enter(town.ours.people["owner"])
    for rule in _rules(app, "workspace_id"):
        wanted = rule.arguments - {"workspace_id", "number"}
        for name in wanted:
            for guess in GUESSES:
                values = town.ours.address(rule.rule, **{name: guess})
                for what, answer in _ask(client, app, rule, values):
                    assert answer.status_code in (404, 308), f"{what}: {answer.status_code}"


@pytest.mark.parametrize("role", ["reader", "facilitator"])
def test_who_may_not_change_changes_nothing(app, enter, town, role, unchanged):
    client = enter(town.ours.people[role])
    for rule in _rules(app, "workspace_id"):
        room = rule.endpoint.split(".")[0]
        barred = rule.endpoint in ADMINISTRATION or room == "questionnaires"
        if barred or (role == "reader" and rule.endpoint not in READING):
            only = "" if barred else "POST"
            for what, answer in _ask(client, app, rule, town.ours.address(rule.rule), only):
                assert answer.status_code == 403, f"{what}: {answer.status_code}"


def test_a_link_opens_one_room_only(app, enter, town, unchanged):
    client = enter()
    tokens = {**town.ours.tokens, "trial": town.trial, "guessed": make_token(), "short": "abc"}
    for rule in _rules(app, "token"):
        room = rule.endpoint.split(".")[0]
        for kind in tokens.keys() - KEYS.get(room, tokens.keys()):
            for what, answer in _ask(client, app, rule, town.ours.ids | {"token": tokens[kind]}):
                if answer.status_code == 302:
                    _leads_to_signing_in(what, answer)
                else:
                    _tells_nothing(f"{kind}: {what}", answer, 404)


@pytest.mark.parametrize("kind", ["share", "trial"])
def test_a_link_to_one_report_opens_no_other(app, enter, town, kind, unchanged):
    room, token = ("sharing", town.theirs.tokens["share"]) if kind == "share" else ("trial", town.trial)
    for rule in _rules(app, "token", "document_id"):
        if rule.endpoint.startswith(room):
            for what, answer in _ask(enter(), app, rule, town.ours.ids | {"token": token}):
                _tells_nothing(what, answer, 404)


def test_a_trial_cannot_be_kept_in_somebody_else_s_workspace(enter, town, unchanged):
    client = enter(town.theirs.people["owner"])
    answer = client.send(f"/try/{town.trial}/keep", {"workspace": town.ours.id})
    _tells_nothing("keep", answer, 200, 404, 422)


def test_what_a_form_names_is_one_s_own_too(enter, town, unchanged):
    home = town.theirs
    client = enter(home.people["owner"])
    step = f"/workspaces/{home.id}/rounds/{home.rounds['draft']}/set-up/questionnaire"
    form = {"version": town.ours.ids["version_id"], "languages": "en"}
    _tells_nothing("another's questionnaire", client.send(step, form), 200, 422)
    looked = client.get(step, query_string={"version": town.ours.ids["version_id"]})
    _tells_nothing("another's version", looked, 200)
    carried = f"/workspaces/{home.id}/rounds/{home.rounds['draft']}/carry"
    _tells_nothing("another's action", client.send(carried, {"action": town.ours.ids["action_id"]}), 404)
    merged = f"/workspaces/{home.id}/municipalities/{home.ids['organisation_id']}/merge"
    other = {"other": town.ours.ids["double_id"], "seen": "0" * 64}
    _tells_nothing("another's municipality", client.send(merged, other), 404)
    _tells_nothing("another's municipality", client.get(merged, query_string=other), 404)
    mine = f"/workspaces/{home.id}/questionnaires/{home.ids['version_id']}/difference"
    for name in ("against", "from", "with", "earlier"):
        answer = client.get(mine, query_string={name: town.ours.ids["version_id"]})
        _tells_nothing("another's version", answer, 200, 404)


def test_lists_of_one_s_own_hold_nothing_of_others(enter, town):
    client = enter(town.theirs.people["owner"])
    for path in ("/workspaces", "/account", "/account/data.json", "/", f"/try/{town.trial}/keep"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert OURS not in answer.text, path


@pytest.mark.parametrize("key", ["theirs", "none", "guessed", "a link's"])
def test_a_program_finds_nothing_of_another_workspace(app, town, key, unchanged):
    tokens = {
        "theirs": town.theirs.tokens["api"],
        "guessed": make_token(),
        "a link's": town.ours.tokens["share"],
    }
    client = app.test_client()
    if key in tokens:
        client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {tokens[key]}"
    for rule in _rules(app):
        if rule.endpoint.startswith("api.") and rule.endpoint != "api.openapi":
            ids = town.ours.address(rule.rule)
            address = app.url_map.bind("localhost").build(rule.endpoint, {n: ids[n] for n in rule.arguments})
            for method in (rule.methods or set()) - {"OPTIONS", "HEAD"}:
                answer = client.open(address, method=method, json={"files": {}} if method == "PUT" else None)
                wanted = (401,) if key != "theirs" else (404, 422) if rule.arguments else (200, 400, 415, 422)
                _tells_nothing(f"{method} {address}", answer, *wanted)


def test_a_program_s_token_opens_no_pages(app, town, unchanged):
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {town.ours.tokens['api']}"
    for rule in _rules(app, "workspace_id"):
        for what, answer in _ask(client, app, rule, town.ours.address(rule.rule)):
            _leads_to_signing_in(what, answer)


def test_who_was_removed_is_out_at_once(enter, town):
    reader, owner = (enter(town.ours.people[role]) for role in ("reader", "owner"))
    home = f"/workspaces/{town.ours.id}"
    assert reader.get(home).status_code == 200
    assert owner.send(f"{home}/members/{town.ours.ids['member_id']}/remove").status_code in (302, 303)
    assert reader.get(home).status_code == 404
