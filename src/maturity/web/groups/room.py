"""The room's addresses, and the questionnaires that groups and profiles can be about."""

from __future__ import annotations

from flask import Blueprint

from maturity.questionnaire.model import Questionnaire
from maturity.store import questionnaires
from maturity.store.entries import questionnaires_compared
from maturity.store.tables import Workspace
from maturity.web.languages import spoken
from maturity.web.sessions import db

blueprint = Blueprint("groups", __name__)
ALL = "/workspaces/<workspace_id>/groups"
ONE = f"{ALL}/<group_id>"
PROFILES = f"{ALL}/profiles"
PROFILE = f"{PROFILES}/<profile_id>"


def titles(workspace: Workspace) -> dict[str, str]:
    """What each questionnaire is called, by its own id, whatever its version: those with results first."""
    versions = questionnaires.newest(db, workspace.id)
    found = {id_: questionnaires.load(version, spoken().tag).title for id_, version in versions.items()}
    compared = questionnaires_compared(db, workspace.id)
    return dict(sorted(found.items(), key=lambda one: (-compared.get(one[0], 0), one[1].casefold())))


def newest(workspace: Workspace, id_: str) -> Questionnaire | None:
    """The newest version of a questionnaire that the workspace can use; None if it can use none."""
    version = questionnaires.newest(db, workspace.id).get(id_)
    return questionnaires.load(version, spoken().tag) if version else None
