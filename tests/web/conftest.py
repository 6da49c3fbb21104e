"""An application on a database of its own, and a client that checks every page that any test fetches."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import html5lib
import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security.utils import hash_password
from sqlalchemy.orm import Session
from tests.databases import Template
from tests.web.light import lighten
from werkzeug.test import TestResponse

from maturity.settings import Settings
from maturity.store import questionnaires, users, workspaces
from maturity.store.tables import User, Workspace
from maturity.web.app import create_app

PASSWORD = "correct horse battery staple"
_X = "{http://www.w3.org/1999/xhtml}"
_LABELLED = ("input", "select", "textarea")
_TOKEN = re.compile(r'name="csrf_token" value="[^"]+"')
_checked: set[str] = set()
"""Pages that were in order. Most that a test meets are the same "not there" a thousand times."""


def check_page(response: TestResponse) -> None:
    """What holds for every page: valid HTML5, one h1, unique ids, labels, a strict policy, nothing inline."""
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    text = response.get_data(as_text=True)
    what = _TOKEN.sub("", text.replace(response.request.path, ""))
    if what not in _checked:
        _check_text(text)
        if response.status_code == 404:
            _checked.add(what)


def _check_text(text: str) -> None:
    tree = html5lib.HTMLParser(strict=True).parse(text)
    elements = list(tree.iter())
    _check_head(tree)
    _check_ids(elements)
    _check_labels(elements)
    _check_nothing_foreign(elements)
    assert "{" not in "".join(tree.find(f"{_X}head/{_X}title").itertext()), (
        "a name in braces was not filled in"
    )


def _check_head(tree: ElementTree.Element) -> None:
    assert tree.get("lang") in ("en", "sv", "da", "nb")
    title = tree.find(f"{_X}head/{_X}title")
    assert title is not None
    assert (title.text or "").strip(" –"), "a page needs a title"
    assert len(list(tree.iter(f"{_X}h1"))) == 1, "a page needs one h1"
    assert len(list(tree.iter(f"{_X}main"))) == 1


def _check_ids(elements: list[ElementTree.Element]) -> None:
    ids = [e.get("id") for e in elements if e.get("id")]
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(i for i in ids if ids.count(i) > 1)}"
    for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls"):
        wanted = {part for e in elements for part in (e.get(name) or "").split()}
        assert wanted <= set(ids), f"{name} names what is not there: {wanted - set(ids)}"
    anchors = {e.get("href", "")[1:] for e in elements if (e.get("href") or "").startswith("#")}
    assert anchors <= set(ids), f"links to what is not there: {anchors - set(ids)}"


def _check_labels(elements: list[ElementTree.Element]) -> None:
    named = {e.get("for") for e in elements if e.tag == f"{_X}label"}
    inside = {id(part) for e in elements if e.tag == f"{_X}label" for part in e.iter()}
    for element in elements:
        if str(element.tag).removeprefix(_X) in _LABELLED and element.get("type") not in ("hidden", "submit"):
            labelled = (
                element.get("id") in named or element.get("aria-label") or element.get("aria-labelledby")
            )
            assert labelled or id(element) in inside, f"without a label: {element.attrib}"
        if element.tag in (f"{_X}button", f"{_X}a"):
            words = "".join(element.itertext()).strip() or element.get("aria-label")
            assert words, f"without words: {element.attrib}"


def _check_nothing_foreign(elements: list[ElementTree.Element]) -> None:
    for element in elements:
        assert element.tag != f"{_X}style", "a style element"
        assert not element.get("style"), f"an inline style: {element.attrib}"
        assert not [name for name in element.attrib if name.startswith("on")], f"a handler: {element.attrib}"
        if element.tag == f"{_X}script":
            assert element.get("src") or element.get("type") == "application/json", "an inline script"
        loads = element.get("src") or (element.get("href") if element.tag == f"{_X}link" else None) or "/"
        assert re.match(r"/(?!/)|data:", loads), f"from elsewhere: {loads}"


class Browser(FlaskClient):
    """A client that checks every page, and sends forms as a browser would: with the token that the page
    gave."""

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in (301, 302, 303, 307, 308):
            check_page(response)
        return response

    def send(self, path: str, data: dict[str, Any] | None = None, **kwargs: Any) -> TestResponse:
        """Post a form with a valid token."""
        return self.post(path, data={"csrf_token": self.token(), **(data or {})}, **kwargs)

    def token(self) -> str:
        """A token that forms of this session may carry."""
        from flask_wtf.csrf import generate_csrf

        with self.session_transaction() as session, self.application.test_request_context():
            from flask import session as current

            current.update(session)
            token = generate_csrf()
            session.update(current)
        return token

    def sign_in(self, user: str, password: str = PASSWORD) -> TestResponse:
        """Sign in with e-mail and password."""
        return self.send("/sign-in", {"email": user, "password": password})

    def sign_out(self) -> TestResponse:
        """Sign out."""
        return self.send("/sign-out")


@pytest.fixture
def settings(tmp_path: Path, put_database: Callable[..., str], newest: Template) -> Settings:
    """The settings of a test's application; override the fixture to change them."""
    put_database(newest)
    return Settings(instance=tmp_path, secret_key="a secret key that is only for tests, and long")  # type: ignore[arg-type]


@pytest.fixture
def app(settings: Settings) -> Iterator[Flask]:
    """The application."""
    made = create_app(settings)
    made.config["TESTING"] = True
    quick = {"argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}
    made.extensions["security"].pwd_context.update(**quick)
    made.extensions["maturity-queue"].immediate = True
    made.test_client_class = Browser
    lighten(made)
    yield made
    made.extensions["maturity-database"].close()


@pytest.fixture
def browser(app: Flask) -> Browser:
    """Somebody without an account."""
    return app.test_client()  # type: ignore[return-value]


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """A session to prepare or look at data with. Commit what requests are to see, and before they write.

    No application context is left open here: requests would share it, and with it who is signed in.
    """
    with app.extensions["maturity-database"].read() as found:
        yield found


@pytest.fixture
def make_user(app: Flask, session: Session) -> Any:
    """Makes people with an account; their password is PASSWORD."""
    numbers = itertools.count(1)
    with app.app_context():
        hashed = hash_password(PASSWORD)

    def make(email: str = "", **facts: Any) -> User:
        found = users.create(session, email or f"person{next(numbers)}@example.org", hashed, **facts)
        session.commit()
        return found

    return make


@pytest.fixture
def owner(make_user: Any) -> User:
    """The owner of `workspace`."""
    return make_user("owner@example.org", name="Olle Owner")


@pytest.fixture
def workspace(session: Session, owner: User) -> Workspace:
    """A workspace with one owner."""
    found = workspaces.create(session, owner, "Exempelköping")
    session.commit()
    return found


@pytest.fixture
def owner_browser(app: Flask, workspace: Workspace, owner: User) -> Browser:
    """The owner of `workspace`, signed in."""
    client: Browser = app.test_client()  # type: ignore[assignment]
    assert client.sign_in(owner.email).status_code == 302
    return client


@pytest.fixture
def member_browser(app: Flask, session: Session, workspace: Workspace, make_user: Any) -> Any:
    """Makes a signed-in member of `workspace` with a role: `member_browser("reader")`."""
    from maturity.store.tables import Membership

    def make(role: str) -> Browser:
        user = make_user(f"{role}@example.org")
        session.add(Membership(workspace_id=workspace.id, user_id=user.id, role=role))
        session.commit()
        client: Browser = app.test_client()  # type: ignore[assignment]
        client.sign_in(user.email)
        return client

    return make


@pytest.fixture
def stranger_browser(app: Flask, session: Session, make_user: Any) -> Browser:
    """The owner of another workspace, signed in."""
    user = make_user("stranger@example.org")
    workspaces.create(session, user, "Andra kommun")
    session.commit()
    client: Browser = app.test_client()  # type: ignore[assignment]
    client.sign_in(user.email)
    return client


@pytest.fixture
def make_filled(app: Flask, session: Session, workspace: Workspace) -> Any:
    """Makes a round of `workspace` with the answers of an example: `make_filled()`, or with other columns."""
    from maturity import answers
    from maturity.store import imports

    def make(name: str = "exempelkoping-2026.yaml", *, state: str = "meeting", **facts: Any) -> Any:
        version = questionnaires.bundled(session, "innovation-capacity")
        path = Path(__file__).parents[2] / "examples" / name
        given, _ = answers.read_with_warnings(path.read_bytes(), name, questionnaires.load(version, "en"), [])
        made = imports.import_assessment(session, workspace.id, version, given, "secret", state=state)
        for column, value in {"note": None, "languages": ["sv", "en"], "targets": {}, **facts}.items():
            setattr(made, column, value)
        session.commit()
        return made

    return make
