"""The room's blueprint and addresses: everything here is about one organisation of a workspace."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request, url_for

from maturity.store.tables import Organisation

ROOM = "/workspaces/<workspace_id>/progress"
PLACE = f"{ROOM}/<organisation_id>"
"""Where the pages of one organisation are."""
blueprint = Blueprint("progress", __name__)


def address(endpoint: str, organisation: Organisation, **more: Any) -> str:
    """The address of a page of an organisation, about the same questionnaire as this page."""
    kept = {"questionnaire": wanted()} if wanted() else {}
    place = {"workspace_id": organisation.workspace_id, "organisation_id": organisation.id}
    return url_for(endpoint, **{**kept, **place, **more})


def wanted() -> str | None:
    """The id of the questionnaire that the reader asks for, where there are several."""
    return request.args.get("questionnaire") or None


blueprint.app_context_processor(lambda: {"progress_address": address})
