"""The reader's language: what they chose, else their account's, else what their browser asks for.

`?lang=sv` on any page chooses it, and leads back to the page without it.
"""

from __future__ import annotations

import datetime
from typing import cast
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import Flask, Response, current_app, g, redirect, request
from flask_login import current_user
from werkzeug.wrappers import Response as Answer

from maturity.language import SUPPORTED, Language, is_supported, language, resolve
from maturity.settings import Settings
from maturity.store import clock
from maturity.web.settings import settings as installed

COOKIE = "language"
_YEAR = 365 * 24 * 3600
NAMES = {"en": "English", "sv": "Svenska", "da": "Dansk", "nb": "Norsk bokmål"}
"""The languages as their speakers call them."""


def spoken() -> Language:
    """The language of this request."""
    if "language" not in g:
        g.language = language(_wanted())
    return cast(Language, g.language)


def speak(tag: str) -> None:
    """Use this language for the rest of the request: a respondent's, or that of a shared report."""
    g.language = language(tag)


def chosen() -> str | None:
    """The language that the reader chose by hand, on this device."""
    found = request.args.get("lang") or request.cookies.get(COOKIE)
    return resolve(found) if found and is_supported(found) else None


def _wanted() -> str:
    by_hand = chosen()
    if by_hand:
        return by_hand
    if current_user and current_user.is_authenticated:
        return resolve(current_user.language)
    for tag, _quality in request.accept_languages:
        if is_supported(tag):
            return resolve(tag)
    return "en"


def remember(response: Answer, tag: str) -> None:
    """Keep a choice of language for a year."""
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(COOKIE, resolve(tag), max_age=_YEAR, secure=secure, httponly=True, samesite="Lax")


def init_app(app: Flask, settings: Settings) -> None:
    """Choose the language of every request, and give templates the words `t`, `plural`, `number`,
    `date`..."""
    app.before_request(_choose)
    app.after_request(_vary)
    zone = ZoneInfo(settings.timezone)

    @app.context_processor
    def words() -> dict[str, object]:
        tongue = spoken()
        return {
            "t": tongue.say,
            "plural": tongue.plural,
            "context": tongue.context,
            "number": tongue.number,
            "signed": tongue.signed,
            "percent": tongue.percent,
            "date": tongue.date,
            "listed": tongue.join,
            "country": tongue.country,
            "moment": lambda value: moment(value, zone, tongue),
            "language": tongue,
            "languages": {tag: NAMES[tag] for tag in SUPPORTED},
            "language_links": language_links,
        }


def moment(value: datetime.datetime, zone: ZoneInfo, tongue: Language) -> str:
    """A time as its readers write it, in the municipality's zone: "12 March 2026, 14:05"."""
    local = value.astimezone(zone)
    return tongue.say("{date}, {time}", date=tongue.date(local.date()), time=f"{local:%H:%M}")


def as_written(value: float, tongue: Language) -> str:
    """A number as its reader writes it into a field: every digit, with the decimal sign of their language."""
    text = str(int(value)) if value == int(value) else repr(value)
    return text.replace(".", tongue.decimal_sign())


def today() -> datetime.date:
    """The date in the municipality's zone."""
    return clock.today(installed().timezone)


def language_links() -> list[tuple[str, str, str]]:
    """The other languages: tag, name, and this page's address in it."""
    current = spoken().tag
    kept = [(key, value) for key, value in request.args.items(multi=True) if key != "lang"]
    path = request.path if request.method in ("GET", "HEAD") else "/"
    return [
        (tag, NAMES[tag], f"{path}?{urlencode([*kept, ('lang', tag)])}")
        for tag in SUPPORTED
        if tag != current
    ]


def _choose() -> Answer | None:
    chosen = request.args.get("lang")
    if request.method != "GET" or chosen is None or request.path.startswith(("/static/", "/api/")):
        return None
    kept = [(key, value) for key, value in request.args.items(multi=True) if key != "lang"]
    response = redirect(request.path + (f"?{urlencode(kept)}" if kept else ""), 303)
    if is_supported(chosen):
        remember(response, chosen)
    return response


def _vary(response: Response) -> Response:
    if response.mimetype == "text/html":
        response.vary.update(["Accept-Language", "Cookie"])
        response.headers["Content-Language"] = spoken().tag
    return response
