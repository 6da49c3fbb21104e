"""Every error page, in the reader's language; the form that expired keeps what was typed."""

from __future__ import annotations

import logging
from urllib.parse import urlsplit

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from maturity.language import is_supported
from maturity.problems import N_
from maturity.web.api.problems import respond
from maturity.web.languages import speak, spoken
from maturity.web.sessions import give_up

_log = logging.getLogger(__name__)

_TOLD = {
    400: (
        N_("That could not be understood"),
        N_("Something in the request was not as it should be. Go back and try again."),
    ),
    403: (
        N_("You may not do this"),
        N_("Your role in this workspace is not enough. Ask one of its owners."),
    ),
    404: (
        N_("There is nothing here"),
        N_(
            "The page may have moved, the link may have been taken back, or its time may be over. "
            "If it came in a mail, check that the whole address was copied."
        ),
    ),
    405: (N_("That cannot be done here"), N_("Go back and use the buttons on the page.")),
    413: (N_("That is too large"), N_("Choose a smaller file.")),
    429: (
        N_("Too many attempts"),
        N_("Wait a quarter of an hour, then try again. Nothing is lost."),
    ),
    500: (
        N_("Something went wrong on our side"),
        N_(
            "It has been noted. What you had saved is safe. Go back and try again; "
            "if it happens again, tell whoever runs this service."
        ),
    ),
}
_SECRETS = ("password", "code", "secret")
"""What names of fields with secrets hold where people sign in. Elsewhere a code may be a municipality's."""


def init_app(app: Flask) -> None:
    """Handle every error."""
    app.register_error_handler(HTTPException, show)
    app.register_error_handler(CSRFError, show_expired)


def show(error: HTTPException) -> ResponseReturnValue:
    """The page for an error; an answer that an exception carries itself (a redirect) is passed on."""
    if error.response is not None:
        return error.get_response()
    if request.path.startswith("/api/"):
        return respond(error)
    code = error.code or 500
    title, told = _TOLD.get(code, _TOLD[400] if code < 500 else _TOLD[500])
    if isinstance(error, SecurityError):  # a host that is not ours: no page has an address under it
        return _plain(title, told), code
    headers = {"Allow": ", ".join(getattr(error, "valid_methods", None) or ())} if code == 405 else {}
    return _page(title, told), code, headers


def _page(title: str, told: str) -> str:
    """The page; a plainer one if even that fails, because the database cannot be reached."""
    try:
        give_up()
        return render_template("errors/error.html", title=title, told=told)
    except Exception:
        _log.exception("the error page failed too")
        return _plain(title, told)


def _plain(title: str, told: str) -> str:
    """The page that needs nothing but the words, in the language that the browser asks for."""
    wanted = (tag for tag, _ in request.accept_languages if is_supported(tag))
    speak(next(wanted, "en"))
    plain = current_app.jinja_env.get_template("errors/plain.html")
    return plain.render(title=title, told=told, t=spoken().say, language=spoken())


def show_expired(_error: CSRFError) -> ResponseReturnValue:
    """The page for a form that expired: one button sends what was typed again.

    Only for forms that came from our own page: one from elsewhere gets no button, or it would be a way round
    the protection."""
    given = [(name, value) for name, value in request.form.items(multi=True) if name != "csrf_token"]
    fields = [(name, value) for name, value in given if not _is_secret(name)]
    kept = fields if _is_ours() else []
    page = render_template(
        "errors/expired.html",
        fields=kept,
        again=bool(kept) and fields == given,
        files=bool(request.files),
        back=_where_from(),
    )
    return page, 400


def _is_secret(name: str) -> bool:
    if request.blueprint == "security":
        return any(part in name for part in _SECRETS)
    return name == "password" or (name == "code" and request.blueprint == "answering")


def _is_ours() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.host


def _where_from() -> str:
    """The page that the form stood on: its own address may be for sending only."""
    page = urlsplit(request.headers.get("Referer", ""))
    if page.netloc != request.host:
        return request.path
    path = "/" + page.path.lstrip("/")
    return f"{path}?{page.query}" if page.query else path
