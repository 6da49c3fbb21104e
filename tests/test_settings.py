"""Settings: what is possible, what is refused, and that each is documented."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from maturity.settings import Settings

DOCS = Path(__file__).parent.parent / "docs" / "settings.md"
LONG = "x" * 32


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_as_it_is(name):
    line = next(line for line in DOCS.read_text().splitlines() if f"`MATURITY_{name.upper()}`" in line)
    described = " ".join((Settings.model_fields[name].description or "").split())
    assert described
    assert described in line


def test_nothing_needs_to_be_set_to_try_the_program(tmp_path):
    settings = Settings(instance=tmp_path)
    assert settings.database == f"sqlite:///{tmp_path}/maturity.sqlite"
    assert not settings.is_https


def test_a_secret_is_made_once_and_kept_for_oneself(tmp_path):
    secret = Settings(instance=tmp_path).secret()
    assert len(secret) > 32
    assert Settings(instance=tmp_path).secret() == secret
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("MATURITY_TRIAL_DAYS", "7")
    monkeypatch.setenv("MATURITY_SMTP_HOST", "")
    assert Settings().trial_days == 7
    assert Settings().smtp_host == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"environment": "production"},
        {"secret_key": "short"},
        {"trial_days": 0},
        {"database_url": "mysql://db.example.org/maturity"},
        {"jobs_url": "redis://db.example.org"},
        {"database_url": "postgresql://maturity:a/b@db.example.org:x/maturity"},
        {"base_url": "maturity.example.org"},
        {"timezone": "Europe/Nowhere"},
        {"timezone": "Europe"},
        {"timezone": "../Stockholm"},
        {"smtp_port": 65536},
        {"oidc_issuer": "https://login.microsoftonline.com/common"},
    ],
)
def test_what_would_be_unsafe_is_refused(wrong):
    with pytest.raises(ValidationError) as refused:
        Settings(**wrong)
    assert "input_value" not in str(refused.value)  # it may be a secret


@pytest.mark.parametrize(
    ("database", "jobs", "queue"),
    [
        ("", "", ""),
        ("sqlite:////srv/maturity.sqlite", "", ""),
        (
            "postgresql://a:b%40c@db/maturity?sslmode=require",
            "",
            "postgresql://a:b%40c@db/maturity?sslmode=require",
        ),
        ("postgresql+psycopg://db/maturity", "", "postgresql://db/maturity"),
        ("postgresql://db/maturity", "postgresql+psycopg://other/jobs", "postgresql://other/jobs"),
        ("", "postgresql://db/jobs", "postgresql://db/jobs"),
    ],
)
def test_the_queue_is_beside_the_tables_unless_it_is_said_where(database, jobs, queue):
    assert Settings(database_url=database, jobs_url=jobs).jobs == queue


def test_a_server_in_production_starts_with_a_secret():
    settings = Settings(environment="production", secret_key=LONG, base_url="https://maturity.example.org")
    assert settings.secret() == LONG
    assert settings.is_https
    assert LONG not in repr(settings)
