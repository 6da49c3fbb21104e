"""A workspace to take along: everything in it but the answers of single people.

They were promised that nobody gets to see what they answered, and an owner's file is no exception (decision 8).
Results are in it as they were frozen: protected. The file says so itself.
"""

from __future__ import annotations

import datetime
import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from maturity.store import (
    actions,
    agreed,
    assessments,
    clock,
    groups,
    live,
    marks,
    organisations,
    profiles,
    questionnaires,
    readings,
    shares,
    workspaces,
)
from maturity.store.export_readme import NAME, readme
from maturity.store.tables import (
    Action,
    Assessment,
    AuditEntry,
    Base,
    Organisation,
    StoredResult,
    Target,
    Workspace,
)

_SECRET = ("key", "trial_key", "live_item", "consent_key", "consent_link")


def workspace_zip(session: Session, workspace: Workspace) -> bytes:
    """A ZIP of JSON files, one for each kind of thing, and the questionnaires as folders."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _files(session, workspace):
            archive.writestr(name, content)
    return packed.getvalue()


def _files(session: Session, workspace: Workspace) -> Iterator[tuple[str, str]]:
    yield NAME, readme(workspace, clock.now().date())
    yield "workspace.json", _json(as_plain(workspace))
    yield (
        "members.json",
        _json([{"email": m.user.email, "role": m.role} for m in workspaces.members(session, workspace.id)]),
    )
    yield (
        "organisations.json",
        _json([_organisation(session, o) for o in organisations.of_workspace(session, workspace.id)]),
    )
    yield "groups.json", _json([as_plain(one) for one in groups.of_workspace(session, workspace.id)])
    yield "profiles.json", _json([as_plain(one) for one in profiles.of_workspace(session, workspace.id)])
    for found in assessments.of_workspace(session, workspace.id):
        yield from _assessment(session, found)
    for version in questionnaires.of_workspace(session, workspace.id):
        for name, text in sorted(version.files.items()):
            yield f"questionnaires/{version.questionnaire}-{version.version}-{version.id}/{name}", str(text)
    entries = session.scalars(
        select(AuditEntry).where(AuditEntry.workspace_id == workspace.id).order_by(AuditEntry.at)
    )
    yield "log.json", _json([as_plain(entry) for entry in entries])


def _assessment(session: Session, found: Assessment) -> Iterator[tuple[str, str]]:
    folder = f"assessments/{found.id}"
    version = found.questionnaire_version
    facts = as_plain(found) | {"questionnaire": version.questionnaire, "version": version.version}
    yield f"{folder}/assessment.json", _json(facts)
    yield (
        f"{folder}/agreed.json",
        _json([as_plain(row) for row in agreed.of_assessment(session, found).values()]),
    )
    yield f"{folder}/actions.json", _json([_action(row) for row in actions.of_assessment(session, found)])
    yield f"{folder}/live.json", _json([as_plain(row) for row in live.shown(session, found).values()])
    yield f"{folder}/shares.json", _json([as_plain(row) for row in shares.of_assessment(session, found)])
    results = session.scalars(
        select(StoredResult).where(StoredResult.assessment_id == found.id).order_by(StoredResult.created_at)
    )
    for place, row in enumerate(results, 1):
        yield f"{folder}/result-{place}.json", row.result


def _organisation(session: Session, row: Organisation) -> dict[str, Any]:
    targets = session.scalars(select(Target).where(Target.organisation_id == row.id).order_by(Target.by))
    return as_plain(row) | {
        "marks": [as_plain(one) for one in marks.of_organisation(session, row)],
        "targets": [as_plain(one) for one in targets],
    }


def _action(row: Action) -> dict[str, Any]:
    return as_plain(row) | {"readings": [as_plain(one) for one in readings.of_action(row)]}


def as_plain(row: Base) -> dict[str, Any]:
    """A row's columns as plain data, without what stands for secrets."""
    names = [column.key for column in row.__table__.columns if column.key not in _SECRET]
    return {name: _plain(getattr(row, name)) for name in names}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime.date) else value


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
