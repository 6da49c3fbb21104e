"""The room's blueprint and addresses, and who may enter."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, url_for

from maturity.store import batches
from maturity.store.tables import Batch
from maturity.web.access import owned_required

ROOM = "/workspaces/<workspace_id>/reports"
BATCH = f"{ROOM}/<batch_id>"
ORDER = "/workspaces/<workspace_id>/benchmarks/<group_id>/reports"
blueprint = Blueprint("batches", __name__)
batch_required = owned_required("batch", batches.find)


def address(endpoint: str, batch: Batch, **more: Any) -> str:
    """The address of a page of a batch."""
    return url_for(endpoint, workspace_id=batch.workspace_id, batch_id=batch.id, **more)
