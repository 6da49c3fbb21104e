"""Who may see what. Everything in a workspace is fetched through it; what is another's does not exist
(404)."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

from flask import abort, g
from flask_login import current_user
from sqlalchemy.orm import Session

from maturity.store import assessments, audit, groups, organisations, workspaces
from maturity.store.tables import Membership, User, Workspace
from maturity.store.workspaces import allows
from maturity.web.sessions import db

View = TypeVar("View", bound=Callable[..., Any])
Found = TypeVar("Found")


class Guard(Protocol):
    """What lets members with at least a role into a view."""

    def __call__(self, role: str = "reader") -> Callable[[View], View]:
        """The decorator."""


def signed_in_required(view: View) -> View:
    """For people with an account: others are led to signing in, and back."""
    from flask_security import auth_required

    return cast(View, auth_required("session")(view))


def workspace_required(role: str = "reader") -> Callable[[View], View]:
    """For members of the workspace that `workspace_id` in the address names, with at least this role.

    The view gets `workspace` instead of `workspace_id`. Others get 404; members with too weak a role 403.
    """

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def wrapped(*args: Any, workspace_id: str, **kwargs: Any) -> Any:
            g.membership = or_404(workspaces.membership(db, workspace_id, person().id))
            if not allows(g.membership.role, role):
                abort(403)
            return view(*args, workspace=g.membership.workspace, **kwargs)

        return signed_in_required(cast(View, wrapped))

    return decorate


def owned_required(name: str, find: Callable[[Session, str, str], Any]) -> Guard:
    """A guard as `workspace_required` for things of one kind that a workspace has: the view gets `name` instead of
    `name_id`.

    `find(session, workspace's id, thing's id)` gives the thing, or None (404) if it is another workspace's.
    """

    def guard(role: str = "reader") -> Callable[[View], View]:
        def decorate(view: View) -> View:
            @functools.wraps(view)
            def wrapped(*args: Any, workspace: Workspace, **kwargs: Any) -> Any:
                found = or_404(find(db, workspace.id, kwargs.pop(f"{name}_id")))
                return view(*args, workspace=workspace, **{name: found}, **kwargs)

            return workspace_required(role)(cast(View, wrapped))

        return decorate

    return guard


assessment_required = owned_required("assessment", assessments.find)
organisation_required = owned_required("organisation", organisations.find)
group_required = owned_required("group", groups.find)


def or_404(found: Found | None) -> Found:
    """What was found; ends the request with 404 if nothing was."""
    if found is None:
        abort(404)
    return found


def person() -> User:
    """The person who is signed in. Only in views that require it."""
    return cast(User, current_user._get_current_object())


def current_membership() -> Membership | None:
    """The person's place in the workspace that the page is about, if it is about one."""
    return cast("Membership | None", g.get("membership"))


def may(role: str) -> bool:
    """Whether the person has at least this role in the page's workspace. For templates too."""
    membership = current_membership()
    return membership is not None and allows(membership.role, role)


def record(verb: str, subject: tuple[str, str | None] = ("workspace", None), **detail: str | int) -> None:
    """Write a deed of the person into the page's workspace's audit log; see `maturity.store.audit.VERBS`."""
    membership = current_membership()
    assert membership is not None, "only in views of a workspace"
    audit.record(db, membership.workspace_id, person().id, verb, subject, **detail)
