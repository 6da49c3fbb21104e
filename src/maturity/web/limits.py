"""Rate limits, the same for every process: signing in, links that do not exist, trials.

They are counted in a transaction of their own, before the request's own begins, so that a refused request
counts too."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NoReturn

from flask import Flask, abort, request

from maturity.store import buckets
from maturity.web.access import View
from maturity.web.sessions import database, db
from maturity.web.settings import settings

QUARTER = datetime.timedelta(minutes=15)
HOUR = datetime.timedelta(hours=1)


def address() -> str:
    """Where the request comes from. Behind a proxy `trusted_proxies` must be set for this to be right."""
    return request.remote_addr or "unknown"


def take(what: str, who: str, size: int, refill: datetime.timedelta = QUARTER) -> None:
    """Take one of `size` attempts, which come back evenly over `refill`. Ends the request with 429 if none is
    left."""
    with database().writing() as session:
        allowed = buckets.take(session, what, who, size, refill)
    if not allowed:
        abort(429)


def count_miss() -> None:
    """Count a link that leads nowhere; too many of these from one address end in 429."""
    db.rollback()  # a POST holds the lock from its first query, and the count needs it
    take("token", address(), settings().token_misses)


def many_files(files: int) -> Callable[[View], View]:
    """For a view that takes so many files in one form; elsewhere a form has at most a thousand parts. How large
    they may be together does not change."""

    def decorate(view: View) -> View:
        view.most_parts = files + 20  # type: ignore[attr-defined]
        return view

    return decorate


def miss() -> NoReturn:
    """End the request: the link leads nowhere."""
    count_miss()
    abort(404)


def init_app(app: Flask) -> None:
    """Refuse forms that are longer than people write (files may be larger: MATURITY_UPLOAD_LIMIT)."""
    longest: int = app.config["MAX_FORM_MEMORY_SIZE"]

    def refuse() -> None:
        form = request.mimetype == "application/x-www-form-urlencoded"  # Werkzeug limits the other kind
        if form and (request.content_length or 0) > longest:
            abort(413)
        view = app.view_functions.get(request.endpoint or "")
        request.max_form_parts = getattr(view, "most_parts", request.max_form_parts)

    app.before_request(refuse)
