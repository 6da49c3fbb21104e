"""Every page there is, in every state that a round has: for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from tests.web.furnished import STATES, Home, Town
from werkzeug.routing import Rule

STEPS = ("municipality", "questionnaire", "people", "privacy", "dates", "welcome")
FILES = (".zip", ".csv", ".json", ".css", ">", "/state", "/file", "/health", "/oidc", "/oidc/back", "/stamp")
"""How the addresses of what is no page end; an id at the end is a page's, see PAGES."""
PAGES = (
    "<workspace_id>",
    "<assessment_id>",
    "<action_id>",
    "<intake_id>",
    "<item_id>",
    "<version_id>",
    "<document_id>",
    "<organisation_id>",
    "<mark_id>",
    "<batch_id>",
    "<group_id>",
    "<profile_id>",
    "<step>",
)
KINDS = {
    "answering": ("personal", "open"),
    "meeting": ("open",),
    "municipalities": ("consent",),
    "sharing": ("share",),
    "workspaces": ("join",),
}
"""The links that open a room."""

ASKED = {
    "benchmarks.show": ("copy=working", "client={organisation_id}", "part=cross-silo-work&sort=name"),
    "municipalities.merge": ("other={double_id}",),
}
"""What pages can be asked for behind their address."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page: its room, its address, and whether its reader has an account."""

    room: str
    address: str
    account: bool


def pages(app: Flask, town: Town, home: Home) -> list[Seen]:
    """Every page of one workspace, and those of nobody's."""
    found: dict[str, Seen] = {}
    for rule in app.url_map.iter_rules():
        room = rule.endpoint.split(".")[0]
        if room != "api" and "GET" in (rule.methods or ()) and _is_page(rule.rule):
            account = "workspace_id" in rule.arguments or rule.rule.startswith(("/account", "/workspaces"))
            for address in _addresses(app, rule, town, home):
                found[address] = Seen(room, address, account)
    return [*found.values(), Seen("errors", "/no-such-page", False)]


def _is_page(rule: str) -> bool:
    return rule.endswith((*PAGES, "<token>", ":number>")) or not rule.endswith(FILES)


def _addresses(app: Flask, rule: Rule, town: Town, home: Home) -> Iterator[str]:
    build = app.url_map.bind("localhost").build
    for values in _values(rule, town, home):
        given: dict[str, object] = {name: values[name] for name in rule.arguments}
        if "number" in given:
            given["number"] = 1
        address = build(rule.endpoint, given)
        yield address
        yield from (f"{address}?{asked.format(**home.ids)}" for asked in ASKED.get(rule.endpoint, ()))


def _values(rule: Rule, town: Town, home: Home) -> Iterator[dict[str, str]]:
    room = rule.endpoint.split(".")[0]
    if "step" in rule.arguments:
        yield from (home.address(rule.rule, step=step) for step in STEPS)
    elif "assessment_id" in rule.arguments and not rule.arguments & set(home.ids) - {"item_id"}:
        yield from (home.address(rule.rule, state) for state in STATES)
    elif "workspace_id" in rule.arguments:
        yield home.address(rule.rule)
    elif room == "trial" and "document_id" not in rule.arguments:
        yield {"token": town.trial}
    elif "token" in rule.arguments:
        yield from (home.ids | {"token": home.tokens[kind]} for kind in KINDS.get(room, ()))
    else:
        yield {}
