"""The room's addresses. Whose municipality an address names is for `maturity.web.access.organisation_required`."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for

from maturity.store.tables import Organisation

blueprint = Blueprint("municipalities", __name__)
ALL = "/workspaces/<workspace_id>/municipalities"
ONE = f"{ALL}/<organisation_id>"


def address(page: str, organisation: Organisation, **more: Any) -> str:
    """The address of a page about a municipality."""
    place: dict[str, Any] = {
        "workspace_id": organisation.workspace_id,
        "organisation_id": organisation.id,
        **more,
    }
    return url_for(f"municipalities.{page}", **place)
