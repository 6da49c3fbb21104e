"""What is wrong with the environment is told for people, all at once, and no secret with it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from maturity.environment import read_settings
from maturity.language import SUPPORTED, explain
from maturity.problems import Problems

SECRET = "hunter2-hunter2"


@pytest.fixture
def told(monkeypatch):
    """What people are told about these variables, in a language: one line for each problem."""

    def tell(lang: str = "en", **variables: str) -> list[str]:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        try:
            read_settings()
        except Problems as found:
            return [explain(one, lang) for one in found.problems]
        return []

    return tell


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("ENVIRONMENT", "prod", "prod is not known here. Possible are: development, production"),
        (
            "SMTP_TLS",
            "startls",
            "startls is not known here. Did you mean starttls? Possible are: starttls, tls, none",
        ),
        ("TRIAL_DAYS", "a week", "A whole number is expected here, not a week"),
        ("TRIAL_DAYS", "0", "0 must be at least 1"),
        ("TRUSTED_PROXIES", "6", "6 must be at most 5"),
        ("SESSION_HOURS", "0", "0 must be more than 0"),
        ("SESSION_HOURS", "1,5", "A number is expected here, with a decimal point: not 1,5"),
        ("SESSION_HOURS", "nan", "nan must be at most 720"),
        ("PASSKEYS", "perhaps", "Write true or false, not perhaps"),
        (
            "TIMEZONE",
            "Europe/Stokholm",
            "There is no time zone Europe/Stokholm. Write a name such as Europe/Stockholm",
        ),
        ("TIMEZONE", "!", "There is no time zone !. Write a name such as Europe/Stockholm"),
        ("BASE_URL", "maturity.example.org", "The address must begin with https:// or http://"),
        ("DATABASE_URL", "mysql://db", "The address must begin with postgresql:// or sqlite:///"),
        ("JOBS_URL", "sqlite:///jobs", "The address must begin with postgresql://"),
        (
            "OIDC_ISSUER",
            "https://login.example.org/common",
            "The address must name one tenant, never /common",
        ),
    ],
)
def test_each_is_told_with_its_variable_and_what_to_do(told, name, value, line):
    assert told(**{f"MATURITY_{name}": value}) == [f"MATURITY_{name}: {line}"]


def test_a_server_in_production_is_told_how_to_make_a_secret(told):
    (line,) = told(MATURITY_ENVIRONMENT="production")
    assert line.startswith("MATURITY_SECRET_KEY: In production there must be a secret.")
    assert "secrets.token_urlsafe" in line


@pytest.mark.parametrize("lang", SUPPORTED)
def test_all_are_told_at_once_in_the_reader_s_language_and_without_a_secret(told, lang):
    lines = told(
        lang,
        MATURITY_ENVIRONMENT="production",
        MATURITY_SECRET_KEY=SECRET,
        MATURITY_DATABASE_URL=f"postgresql://maturity:{SECRET}/@db:x/maturity",
        MATURITY_JOBS_URL=f"postgresql://maturity:{SECRET}/@db:x/maturity",
        MATURITY_TIMEZONE="Europe",
        MATURITY_SMTP_PORT="smtp",
        MATURITY_SMTP_PASWORD=SECRET,
    )
    names = ("SMTP_PASWORD", "DATABASE_URL", "SECRET_KEY", "TIMEZONE", "SMTP_PORT", "JOBS_URL")
    assert [line.split(":")[0] for line in lines] == [f"MATURITY_{name}" for name in names]
    assert "MATURITY_SMTP_PASSWORD" in lines[0]
    assert not [line for line in lines if SECRET in line or "{" in line]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("MATURITY_TRAIL_DAYS", "MATURITY_TRIAL_DAYS"),
        ("maturity_trail_days", "MATURITY_TRIAL_DAYS"),
        ("MATURITY_OIDC_SECRET", "MATURITY_OIDC_CLIENT_SECRET"),
        ("MATURITY_XYZZY", None),
    ],
)
def test_a_variable_that_is_none_of_ours_is_refused_and_the_nearest_offered(told, name, meant):
    (line,) = told(**{name: "7"})
    assert line.startswith(f"{name}: There is no such setting")
    assert re.findall(r"mean (\w+)", line) == ([meant] if meant else [])


def test_what_is_not_set_or_says_how_tests_are_run_is_let_be(told):
    assert told(MATURITY_TRAIL_DAYS="", MATURITY_TEST_ANYTHING="1", maturity_trial_days="7") == []


@pytest.mark.parametrize(
    ("tongue", "line"), [("en_GB.UTF-8", "0 must be at least 1"), ("sv_SE.UTF-8", "0 måste vara minst 1")]
)
def test_a_wsgi_server_ends_with_the_same_words_and_does_not_begin_again(monkeypatch, capsys, tongue, line):
    monkeypatch.setenv("LC_ALL", tongue)
    monkeypatch.setenv("MATURITY_TRIAL_DAYS", "0")
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(Path(__file__).parents[1] / "wsgi.py"))
    assert ended.value.code == 4
    assert capsys.readouterr().err == f"MATURITY_TRIAL_DAYS: {line}\n"
