"""A newer version of a questionnaire that comes with the program, for tests of moving from one to another."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy.orm import Session

from maturity.store import questionnaires
from maturity.store.tables import QuestionnaireVersion

BROKEN = "direction-and-mandate"
"""The item of `political-ownership` whose first anchor says something else."""
RENAMED = {"joint-assignments": "shared-assignments"}
"""The item that is called otherwise, and means the same."""


def newer_files(files: Mapping[str, bytes], version: str = "2.0.0") -> dict[str, bytes]:
    """The same files with another version, one anchor changed and one item renamed."""
    ((old, new),) = RENAMED.items()
    made = {name: data.decode().replace(old, new) for name, data in files.items()}
    text = made["questionnaire.yaml"]
    text = text.replace("version: 1.0.0", f"version: {version}", 1)
    text = text.replace(f"- id: {new}\n", f"- id: {new}\n        replaces: {old}\n", 1)
    head, tail = text.split(f"- id: {BROKEN}\n", 1)
    tail = tail.replace("1: ", "1: Quite another thing. ", 1)
    made["questionnaire.yaml"] = f"{head}- id: {BROKEN}\n{tail}"
    return {name: text.encode() for name, text in made.items()}


def publish_newer(
    session: Session, workspace_id: str, name: str = "innovation-capacity", version: str = "2.0.0"
) -> QuestionnaireVersion:
    """That version, published in a workspace."""
    files = questionnaires.files_of(questionnaires.bundled(session, name))
    return questionnaires.add(session, workspace_id, newer_files(files, version), published=True)
