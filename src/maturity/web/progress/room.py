"""The room's blueprint, and who may enter: everything here is about one organisation of a workspace."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from flask import Blueprint, request, url_for

from maturity.store import organisations
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import View, or_404, workspace_required
from maturity.web.sessions import db

ROOM = "/workspaces/<workspace_id>/progress"
PLACE = f"{ROOM}/<organisation_id>"
"""Where the pages of one organisation are."""
blueprint = Blueprint("progress", __name__)


def organisation_required(role: str = "reader") -> Callable[[View], View]:
    """As `workspace_required`, and the view gets `organisation` instead of `organisation_id`: one of this
    workspace."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def wrapped(*args: Any, workspace: Workspace, organisation_id: str, **kwargs: Any) -> Any:
            found = or_404(organisations.find(db, workspace.id, organisation_id))
            return view(*args, workspace=workspace, organisation=found, **kwargs)

        return workspace_required(role)(cast(View, wrapped))

    return decorate


def address(endpoint: str, organisation: Organisation, **more: Any) -> str:
    """The address of a page of an organisation, about the same questionnaire as this page."""
    kept = {"questionnaire": wanted()} if wanted() else {}
    place = {"workspace_id": organisation.workspace_id, "organisation_id": organisation.id}
    return url_for(endpoint, **{**kept, **place, **more})


def wanted() -> str | None:
    """The id of the questionnaire that the reader asks for, where there are several."""
    return request.args.get("questionnaire") or None


blueprint.app_context_processor(lambda: {"progress_address": address})
