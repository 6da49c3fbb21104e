"""The log of who did what in a workspace, for its owners."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from maturity.problems import N_
from maturity.store.tables import AuditEntry

VERBS = {
    "workspace-created": N_("made the workspace"),
    "workspace-changed": N_("changed the workspace"),
    "workspace-exported": N_("exported the workspace"),
    "member-invited": N_("invited {email}"),
    "member-invitation-revoked": N_("took back the invitation to {email}"),
    "member-joined": N_("joined"),
    "member-role-changed": N_("made {email} {role}"),
    "member-removed": N_("removed {email}"),
    "assessment-created": N_("made the round {label}"),
    "assessment-changed": N_("changed the round {label}"),
    "assessment-opened": N_("opened the round {label}"),
    "assessment-closed": N_("closed the round {label}"),
    "assessment-meeting": N_("began the meeting of the round {label}"),
    "assessment-deleted": N_("deleted the round {label}"),
    "assessment-due": N_("said when the round after {label} is due"),
    "action-carried": N_("carried over the action {title} from the round before"),
    "trial-claimed": N_("moved a trial into the workspace"),
    "invitations-made": N_("made links to answer: {count}"),
    "invitations-sent": N_("sent invitations: {count}"),
    "invitations-reminded": N_("sent reminders: {count}"),
    "invitation-revoked": N_("took back a link to answer"),
    "agreed-recorded": N_("recorded an agreed level"),
    "agreed-withdrawn": N_("took back an agreed level"),
    "live-asked": N_("asked an item in the room"),
    "result-frozen": N_("froze the result of the round {label}"),
    "share-created": N_("made a link to the report"),
    "share-revoked": N_("took back a link to the report"),
    "action-created": N_("added the action {title}"),
    "action-changed": N_("changed the action {title}"),
    "action-deleted": N_("deleted the action {title}"),
    "reading-added": N_("wrote down a reading of the action {title}"),
    "reading-deleted": N_("deleted a reading of the action {title}"),
    "mark-added": N_("noted what happened: {text}"),
    "mark-changed": N_("changed what happened: {text}"),
    "mark-deleted": N_("deleted what happened: {text}"),
    "target-set": N_("set the target for {dimension}"),
    "target-deleted": N_("deleted the target for {dimension}"),
    "questionnaire-uploaded": N_("uploaded the questionnaire {name}"),
    "questionnaire-copied": N_("made a draft of the questionnaire {name}"),
    "questionnaire-deleted": N_("deleted a draft of the questionnaire {name}"),
    "questionnaire-changed": N_("changed the questionnaire {name}"),
    "questionnaire-published": N_("published version {version} of the questionnaire {name}"),
    "consent-changed": N_("decided how {name} takes part in comparisons: {consent}"),
    "consent-link-made": N_("made the link by which {name} decides about comparisons"),
    "consent-link-sent": N_("sent {name} the link by which it decides about comparisons"),
    "organisation-added": N_("added the municipality {name}"),
    "organisation-changed": N_("changed the municipality {name}"),
    "organisation-deleted": N_("deleted the municipality {name}"),
    "organisations-merged": N_("merged the municipality {other} into {name}; in comparisons: {consent}"),
    "organisations-filled": N_("filled in facts of municipalities from a list of codes: {count}"),
    "group-created": N_("made the peer group {name}"),
    "group-changed": N_("changed the peer group {name}"),
    "group-deleted": N_("deleted the peer group {name}"),
    "profile-created": N_("made the target profile {name}"),
    "profile-changed": N_("changed the target profile {name}"),
    "profile-deleted": N_("deleted the target profile {name}"),
    "token-created": N_("made the API token {name}"),
    "token-revoked": N_("took back the API token {name}"),
    "reports-ordered": N_("ordered {count} reports of the group {name}"),
    "reports-again": N_("had failed reports of the group {name} made again"),
    "reports-deleted": N_("deleted the reports of the group {name}"),
    "answers-imported": N_("imported answers"),
    "intake-begun": N_("brought files to be read: {count}"),
    "intake-taken": N_("took in rounds from files: {count}"),
    "intake-dropped": N_("put aside files that had been brought"),
    "answers-erased": N_("erased individual answers after {days} days"),
}
"""Every deed that is recorded, as the log says it. Details hold names of things, never an answer."""
PAGE = 100
"""How many are listed at once."""


def record(
    session: Session,
    workspace_id: str,
    user_id: str | None,
    verb: str,
    subject: tuple[str, str | None] = ("workspace", None),
    **detail: str | int,
) -> None:
    """Write down a deed. `verb` is one of VERBS, and `detail` holds what its text names (KeyError
    otherwise)."""
    VERBS[verb].format_map(detail)
    session.add(
        AuditEntry(
            workspace_id=workspace_id,
            user_id=user_id,
            verb=verb,
            subject_kind=subject[0],
            subject_id=subject[1],
            detail=dict(detail),
        )
    )


def count(session: Session, workspace_id: str) -> int:
    """How many deeds are written down."""
    query = select(func.count()).select_from(AuditEntry).where(AuditEntry.workspace_id == workspace_id)
    return session.scalar(query) or 0


def entries(session: Session, workspace_id: str, start: int = 0) -> Sequence[AuditEntry]:
    """The newest deeds first, at most as many as stand on a page."""
    query = (
        select(AuditEntry)
        .where(AuditEntry.workspace_id == workspace_id)
        .options(joinedload(AuditEntry.user))
        .order_by(AuditEntry.at.desc(), AuditEntry.id)
        .offset(start)
        .limit(PAGE)
    )
    return session.scalars(query).all()


def forget(session: Session, before: datetime.datetime) -> None:
    """Delete what is older."""
    session.execute(delete(AuditEntry).where(AuditEntry.at < before))


def forget_address(session: Session, email: str) -> None:
    """Take an address out of every entry, and leave the entry."""
    for entry in session.scalars(select(AuditEntry).where(AuditEntry.verb.like("member-%"))):
        if str(entry.detail.get("email", "")).lower() == email.lower():
            entry.detail = entry.detail | {"email": "—"}
    session.flush()
