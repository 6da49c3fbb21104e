"""Error pages, and the form that expired."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError

from maturity.web import sessions


@pytest.fixture
def broken(app):
    """A page that fails, and one that finds the database gone."""

    def fail():
        raise ZeroDivisionError

    def gone():
        raise OperationalError("SELECT", {}, Exception("gone"))

    app.add_url_rule("/fails", view_func=fail)
    app.add_url_rule("/gone", view_func=gone)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    return app


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Something went wrong on our side"), ("sv", "<h1>"), ("da", "<h1>")]
)
def test_a_failure_is_told_in_the_reader_s_language(broken, browser, language, words, caplog):
    page = browser.get("/fails", headers={"Accept-Language": language})
    assert page.status_code == 500
    assert words in page.text
    assert f'lang="{language}"' in page.text
    assert "ZeroDivisionError" not in page.text
    assert "ZeroDivisionError" in caplog.text


def test_there_is_a_page_even_when_the_database_is_gone(broken, browser, monkeypatch, caplog):
    def refuse():
        raise OperationalError("SELECT", {}, Exception("gone"))

    browser.get("/")
    monkeypatch.setattr(sessions, "database", refuse)
    with browser.session_transaction() as session:
        session["_user_id"] = "somebody"
    page = browser.get("/gone", headers={"Accept-Language": "nb"})
    assert page.status_code == 500
    assert 'lang="nb"' in page.text


@pytest.mark.parametrize("path", ["/no-such-page", "/workspaces/x/y", "/join/short", "/theme/red.css"])
def test_what_is_not_there_is_not_there(browser, path):
    assert browser.get(path).status_code == 404


def test_a_wrong_method_names_the_right_ones(browser):
    page = browser.post("/health", data={"csrf_token": browser.token()})
    assert page.status_code == 405
    assert "GET" in page.headers["Allow"]


def test_what_is_too_large_is_refused(owner_browser, workspace):
    huge = {"name": "x" * 2_100_000}
    assert owner_browser.send(f"/workspaces/{workspace.id}/settings", huge).status_code == 413


def test_an_expired_form_can_be_sent_again_as_it_was(owner_browser, workspace):
    path = f"/workspaces/{workspace.id}/settings"
    typed = {"name": "Ny <b>kommun</b>", "kind": "consultant", "language": "en"}
    page = owner_browser.post(path, data=typed, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 400
    assert 'value="Ny &lt;b&gt;kommun&lt;/b&gt;"' in page.text
    assert f'action="{path}"' in page.text


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/workspaces/{workspace}/municipalities/new", "code"),
        ("/workspaces/{workspace}/groups/new", "codes"),
        ("/answer/aaaaaaaaaaaaaaaaaaaaaa/1", "code-of-conduct.text"),
        ("/answer/aaaaaaaaaaaaaaaaaaaaaa/1", "password-routines.comment"),
    ],
)
def test_what_is_only_called_like_a_secret_is_sent_again_too(owner_browser, workspace, path, field):
    where = path.format(workspace=workspace.id)
    page = owner_browser.post(where, data={field: "0180"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 400
    assert f'name="{field}" value="0180"' in page.text


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/sign-in", "password"),
        ("/account/password", "new_password_confirm"),
        ("/join/aaaaaaaaaaaaaaaaaaaaaa", "password"),
        ("/answer/aaaaaaaaaaaaaaaaaaaaaa/code", "code"),
    ],
)
def test_an_expired_form_shows_no_secret(owner_browser, path, field):
    page = owner_browser.post(path, data={field: "s3cret-word"}, headers={"Sec-Fetch-Site": "same-origin"})
    assert page.status_code == 400
    assert "s3cret-word" not in page.text


def test_an_expired_button_leads_back_to_its_page(owner_browser, workspace):
    where = f"/workspaces/{workspace.id}/bring-in/{'a' * 22}"
    for came_from, leads_to in (
        (f"http://localhost{where}?page=2", f"{where}?page=2"),
        ("http://evil.example/page", f"{where}/take"),
        ("", f"{where}/take"),
    ):
        page = owner_browser.post(f"{where}/take", headers={"Referer": came_from})
        assert f'href="{leads_to}">Open the page again' in page.text


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("path", ["/", "/no-such-page", "/sign-in", "/workspaces", "/static/no.css"])
def test_a_host_that_is_not_ours_gets_the_plain_page_and_no_line_in_the_log(browser, caplog, method, path):
    asked = {"Host": "evil.example", "Accept-Language": "sv"}
    page = browser.open(path, method=method, headers=asked)
    assert page.status_code == 400
    assert 'lang="sv"' in page.text
    assert "href" not in page.text
    assert [line for line in caplog.records if line.levelname != "DEBUG"] == []


def test_a_program_that_asks_for_a_host_that_is_not_ours_is_told_in_its_way(browser, caplog):
    told = browser.get("/api/v1/assessments", headers={"Host": "evil.example"})
    assert told.status_code == 400
    assert told.mimetype == "application/problem+json"
    assert [line for line in caplog.records if line.levelname != "DEBUG"] == []
