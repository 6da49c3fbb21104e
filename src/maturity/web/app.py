"""The application: everything that pages have in common, and the rooms that are found in this folder."""

from __future__ import annotations

import datetime
import gc
import pkgutil
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import FileSystemBytecodeCache, StrictUndefined
from werkzeug.middleware.proxy_fix import ProxyFix

from maturity import resources
from maturity.environment import read_settings
from maturity.settings import Settings
from maturity.store.database import Database
from maturity.web import (
    accounts,
    assets,
    cookies,
    errors,
    forms,
    headers,
    languages,
    limits,
    mail,
    sessions,
    theme,
    work,
)
from maturity.web import settings as app_settings
from maturity.web.access import current_membership, may

csrf = CSRFProtect()


def create_app(settings: Settings | None = None) -> Flask:
    """The application for some settings (those of the environment if none are given: Problems if they are
    wrong)."""
    given = settings or read_settings()
    app = Flask(
        "maturity",
        static_folder=None,
        template_folder=str(resources.templates() / "web"),
        root_path=str(Path(__file__).parent),
    )
    app.config.update(_config(given))
    _prepare_templates(app, given)
    if given.trusted_proxies:
        hops = given.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    app_settings.init_app(app, given)
    cookies.init_app(app)
    database = Database(given.database)
    sessions.init_app(app, database)
    work.init_app(app, given, database)
    headers.init_app(app, given)
    languages.init_app(app, given)
    errors.init_app(app)
    limits.init_app(app)
    assets.init_app(app)
    theme.init_app(app)
    forms.init_app(app)
    mail.init_app(app, given)
    csrf.init_app(app)
    accounts.init_app(app, given)
    _open_rooms(app)
    return app


def settle() -> None:
    """Take all that there is now as here to stay: for a server that has started.

    Else a full search for garbage goes through the program itself every few pages, and takes longer than most."""
    gc.collect()
    gc.freeze()


def _config(settings: Settings) -> dict[str, object]:
    host = "__Host-session" if settings.is_https else "session"
    return {
        "SECRET_KEY": settings.secret(),
        "TRUSTED_HOSTS": _hosts(settings),
        "MAX_CONTENT_LENGTH": settings.upload_limit,
        "MAX_FORM_MEMORY_SIZE": 2_000_000,
        "PERMANENT_SESSION_LIFETIME": datetime.timedelta(hours=settings.session_hours),
        "SESSION_COOKIE_NAME": host,
        "SESSION_COOKIE_SECURE": settings.is_https,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session
        "WTF_CSRF_SSL_STRICT": False,  # SameSite and the token are enough, and some browsers send no Referer
    }


def _hosts(settings: Settings) -> list[str]:
    """The names that the server answers to. Links in mails are made from the name in the request, so no other
    will do."""
    host = urlsplit(settings.base_url).hostname or "localhost"
    return [host, "127.0.0.1", "localhost"]


def _prepare_templates(app: Flask, settings: Settings) -> None:
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        may=may,
        current_membership=current_membership,
        has_page=lambda endpoint: endpoint in app.view_functions,
    )
    compiled = settings.instance / "templates"
    compiled.mkdir(parents=True, exist_ok=True)
    # What a process compiled, the next one reads: else a third of the time for its first pages goes into this.
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(compiled))


def _open_rooms(app: Flask) -> None:
    """Register the blueprint of every folder here that has a `views.py`."""
    for room in pkgutil.iter_modules([str(Path(__file__).parent)], "maturity.web."):
        if room.ispkg and find_spec(f"{room.name}.views"):
            views = import_module(f"{room.name}.views")
            app.register_blueprint(views.blueprint)
            for view in getattr(views, "without_csrf", ()):
                csrf.exempt(view)
