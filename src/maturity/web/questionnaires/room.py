"""The room's addresses, and whose version an address names."""

from __future__ import annotations

import functools
from typing import Any, cast

from flask import Blueprint, abort, url_for

from maturity.store import questionnaires as store
from maturity.store.tables import QuestionnaireVersion, Workspace
from maturity.web.access import View, owned_required

blueprint = Blueprint("questionnaires", __name__)
ALL = "/workspaces/<workspace_id>/questionnaires"
ONE = f"{ALL}/<version_id>"
version_required = owned_required("version", store.find)("owner")
"""The view gets a version that the workspace can use, or has in draft."""


def draft_required(view: View) -> View:
    """As `version_required`, for what may still be changed: 404 for published versions."""

    @functools.wraps(view)
    def wrapped(workspace: Workspace, version: QuestionnaireVersion, **kwargs: Any) -> Any:
        if version.state != "draft":
            abort(404)
        return view(workspace=workspace, version=version, **kwargs)

    return version_required(cast(View, wrapped))


def address(page: str, workspace: Workspace, version: QuestionnaireVersion, **more: Any) -> str:
    """The address of a page about a version."""
    return url_for(f"questionnaires.{page}", workspace_id=workspace.id, version_id=version.id, **more)
