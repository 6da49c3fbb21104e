"""The room's blueprint and addresses, and who may enter."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, cast

from flask import Blueprint, url_for

from maturity.store import batches
from maturity.store.tables import Batch, Workspace
from maturity.web.access import View, or_404, workspace_required
from maturity.web.sessions import db

ROOM = "/workspaces/<workspace_id>/reports"
BATCH = f"{ROOM}/<batch_id>"
ORDER = "/workspaces/<workspace_id>/benchmarks/<group_id>/reports"
blueprint = Blueprint("batches", __name__)


def batch_required(role: str = "reader") -> Callable[[View], View]:
    """As `workspace_required`, and the view gets `batch` instead of `batch_id`: one of this workspace."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def wrapped(*args: Any, workspace: Workspace, batch_id: str, **kwargs: Any) -> Any:
            batch = or_404(batches.find(db, workspace.id, batch_id))
            return view(*args, workspace=workspace, batch=batch, **kwargs)

        return workspace_required(role)(cast(View, wrapped))

    return decorate


def address(endpoint: str, batch: Batch, **more: Any) -> str:
    """The address of a page of a batch."""
    return url_for(endpoint, workspace_id=batch.workspace_id, batch_id=batch.id, **more)
