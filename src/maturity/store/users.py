"""People with an account: found and made, exported and erased. Passwords and second factors are
Flask-Security's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from maturity.store import audit
from maturity.store.clock import now
from maturity.store.tables import AuditEntry, Identity, MemberInvitation, Membership, Role, User

ADMINISTRATOR = "administrator"


def find_by_email(session: Session, email: str) -> User | None:
    """The person with this address, whatever the case of its letters."""
    return session.scalar(select(User).where(func.lower(User.email) == email.strip().lower()))


def find_by_identity(session: Session, issuer: str, subject: str) -> User | None:
    """The person whom an OpenID Connect provider calls this."""
    query = select(User).join(Identity).where(Identity.issuer == issuer, Identity.subject == subject)
    return session.scalar(query)


def create(
    session: Session, email: str, password_hash: str | None, *, name: str = "", language: str = "en"
) -> User:
    """A new account. `password_hash` None: the person sets a password through a link, or never."""
    user = User(
        email=email.strip(), name=name.strip(), language=language, password=password_hash, confirmed_at=now()
    )
    session.add(user)
    session.flush()
    return user


def make_administrator(session: Session, user: User) -> None:
    """Let someone make workspaces where not everybody may."""
    role = session.scalar(select(Role).where(Role.name == ADMINISTRATOR))
    if role is None:
        role = Role(name=ADMINISTRATOR, description="May make workspaces where not everybody may")
    if role not in user.roles:
        user.roles.append(role)


def add_identity(session: Session, user: User, issuer: str, subject: str) -> None:
    """Let someone sign in through an OpenID Connect provider."""
    session.add(Identity(user_id=user.id, issuer=issuer, subject=subject))


def export(session: Session, user: User) -> dict[str, Any]:
    """Everything that is kept about a person, as plain data."""
    memberships = session.scalars(select(Membership).where(Membership.user_id == user.id)).all()
    deeds = session.scalars(select(AuditEntry).where(AuditEntry.user_id == user.id).order_by(AuditEntry.at))
    return {
        "email": user.email,
        "name": user.name,
        "language": user.language,
        "created_at": user.created_at.isoformat(),
        "last_sign_in_at": user.current_login_at.isoformat() if user.current_login_at else None,
        "last_sign_in_from": user.current_login_ip,
        "second_factor": bool(user.tf_primary_method),
        "passkeys": [{"name": p.name, "created_at": p.create_datetime.isoformat()} for p in user.webauthn],
        "identities": [{"issuer": one.issuer, "subject": one.subject} for one in user.identities],
        "workspaces": [
            {
                "name": m.workspace.name,
                "role": m.role,
                "since": m.created_at.isoformat(),
                "reminded": m.reminded,
            }
            for m in memberships
        ],
        "deeds": [{"at": d.at.isoformat(), "verb": d.verb, "workspace": d.workspace_id} for d in deeds],
    }


def erase(session: Session, user: User) -> None:
    """Delete a person's account. The audit log keeps what was done, and no longer by whom or to whom."""
    audit.forget_address(session, user.email)
    session.execute(delete(MemberInvitation).where(func.lower(MemberInvitation.email) == user.email.lower()))
    session.delete(user)
    session.flush()
