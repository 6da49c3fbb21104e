"""The room's blueprint, and what somebody wants to see of a group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, abort, request, url_for

from maturity.report.benchmark.grid import NAME, USUAL, Sort
from maturity.store import organisations
from maturity.store.tables import Organisation, PeerGroup, Workspace
from maturity.web.access import may, or_404
from maturity.web.sessions import db

ROOM = "/workspaces/<workspace_id>/benchmarks"
GROUP = f"{ROOM}/<group_id>"
WORKING = "working"
blueprint = Blueprint("benchmarks", __name__)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks for in the address: whose benchmark, which copy, how the rows stand, and whose profiles
    are seen side by side."""

    client: Organisation | None
    working: bool
    """Whether it is the working copy of the group: for facilitators, and never a client's."""
    part: str
    sort: Sort
    beside: tuple[str, ...]
    """Codes of rows."""

    def kept(self, **changed: Any) -> dict[str, Any]:
        """What stands in the address of this page, or of one that differs in some points."""
        args = {
            "client": self.client.id if self.client else None,
            "copy": WORKING if self.working else None,
            "part": self.part or None,
            "sort": written(self.sort) if self.sort != USUAL else None,
            "with": list(self.beside) or None,
        }
        return {name: value for name, value in (args | changed).items() if value is not None}


def wish(workspace: Workspace) -> Wish:
    """What this request asks for. Ends it with 404 if the client is another workspace's, with 403 if the working
    copy is not for this reader."""
    id_ = request.args.get("client")
    client = or_404(organisations.find(db, workspace.id, id_)) if id_ else None
    working = request.args.get("copy") == WORKING and client is None
    if working and not may("facilitator"):
        abort(403)
    return Wish(
        client=client,
        working=working,
        part=request.args.get("part", ""),
        sort=read_sort(request.args.get("sort", "")),
        beside=tuple(request.args.getlist("with")),
    )


def read_sort(text: str) -> Sort:
    """How rows stand: "-direction" with the highest first, "direction" with the lowest."""
    return Sort(text.removeprefix("-"), up=not text.startswith("-")) if text.strip("-") else USUAL


def written(sort: Sort) -> str:
    """The same as it stands in an address."""
    return sort.by if sort.up else f"-{sort.by}"


def next_sort(sort: Sort, by: str) -> str:
    """What a column's button asks for: the other way round if it decides already; else names from A, scores
    from the highest."""
    return written(Sort(by, up=not sort.up if sort.by == by else by == NAME))


def address(endpoint: str, group: PeerGroup, **more: Any) -> str:
    """The address of a page of a group, in this room or another."""
    return url_for(endpoint, workspace_id=group.workspace_id, group_id=group.id, **more)
