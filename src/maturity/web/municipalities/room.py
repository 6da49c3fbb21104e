"""The room's addresses, and whose municipality an address names."""

from __future__ import annotations

import functools
from typing import Any, cast

from flask import Blueprint, url_for

from maturity.store import organisations
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import View, or_404, workspace_required
from maturity.web.sessions import db

blueprint = Blueprint("municipalities", __name__)
ALL = "/workspaces/<workspace_id>/municipalities"
ONE = f"{ALL}/<organisation_id>"


def municipality_required(view: View) -> View:
    """For facilitators: the view gets `organisation`, one of this workspace."""
    return _with_municipality("facilitator", view)


def owner_required(view: View) -> View:
    """The same for owners."""
    return _with_municipality("owner", view)


def _with_municipality(role: str, view: View) -> View:
    @functools.wraps(view)
    def wrapped(workspace: Workspace, organisation_id: str, **kwargs: Any) -> Any:
        found = or_404(organisations.find(db, workspace.id, organisation_id))
        return view(workspace=workspace, organisation=found, **kwargs)

    return workspace_required(role)(cast(View, wrapped))


def address(page: str, organisation: Organisation, **more: Any) -> str:
    """The address of a page about a municipality."""
    place: dict[str, Any] = {
        "workspace_id": organisation.workspace_id,
        "organisation_id": organisation.id,
        **more,
    }
    return url_for(f"municipalities.{page}", **place)
