"""What whoever runs the program can set: environment variables that begin with MATURITY_, each described
here.

docs/settings.md names every one of them; a test fails if one is missing there.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from maturity.problems import N_, nearest

SECRET_FILE = "secret-key"
SHORTEST_SECRET = 32
MAKES_SECRET = 'python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
_POSTGRES = ("postgresql://", "postgresql+psycopg://")
_DATABASES = ("sqlite:///", *_POSTGRES)


class Unfit(ValueError):  # noqa: N818 - a word of the house
    """A value that is not possible: a catalogue text says why, and what would be. No secret stands in it."""

    def __init__(self, message: str, **values: object) -> None:
        self.message, self.values = message, values
        super().__init__(message.format_map(values))


class Settings(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(
        env_prefix="MATURITY_",
        use_attribute_docstrings=True,
        extra="forbid",
        frozen=True,
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    environment: Literal["development", "production"] = "development"
    """`production` refuses to start without a secret key."""
    instance: Path = Path("instance")
    """The folder of what this server keeps beside the database: jobs, a generated secret, unsent mails."""
    database_url: str = ""
    """The address of the database, such as `postgresql://maturity@db.example.org/maturity`. If not set: SQLite in
    `maturity.sqlite` in the instance folder."""
    secret_key: SecretStr = SecretStr("")
    """At least 32 characters; sessions, links, API tokens, passwords and codes of a second step are made with it:
    with another one none of them works. In development one is made and kept in the instance folder."""
    base_url: str = "http://127.0.0.1:8000"
    """The address that people use, without a path; links in mails begin with it."""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    """How many reverse proxies stand in front and set X-Forwarded-For, -Proto and -Host."""
    timezone: str = "Europe/Stockholm"
    """The time zone of what people read, and of days: when a round ends or something is due."""
    operator: str = ""
    """Who runs this installation and answers for personal data, as the privacy page names them."""
    operator_mail: str = ""
    """Where people write about accessibility and privacy."""

    smtp_host: str = ""
    """The mail server. If not set, mails are written to `mail/` in the instance folder and sent to nobody."""
    smtp_port: int = Field(default=587, ge=1, le=65535)
    """The mail server's port."""
    smtp_user: str = ""
    """Who signs in to the mail server; nobody if not set."""
    smtp_password: SecretStr = SecretStr("")
    """The password at the mail server."""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection to the mail server is protected: `starttls`, `tls` from the start, or `none`."""
    mail_from: str = "maturity@localhost"
    """The sender of mails."""

    session_hours: float = Field(default=12, gt=0, le=24 * 30)
    """After how many hours without use a person must sign in again."""
    trial_days: int = Field(default=30, ge=1, le=365)
    """After how many days a trial is deleted, unless someone claims it."""
    retention_days: int = Field(default=0, ge=0)
    """After how many days a closed assessment's individual answers are deleted, in a workspace that has not
    chosen for itself. 0 keeps them until someone deletes them."""
    audit_days: int = Field(default=730, ge=30)
    """How long the audit log is kept."""
    upload_limit: int = Field(default=10_000_000, ge=100_000)
    """The largest request, in bytes."""
    sign_in_attempts: int = Field(default=10, ge=1)
    """Attempts to sign in, for each account and five times as many for each address, that are allowed at
    once; they come back over a quarter of an hour."""
    token_misses: int = Field(default=30, ge=1)
    """Unknown links that one address may try at once; they come back over a quarter of an hour."""
    trials_per_hour: int = Field(default=30, ge=1)
    """Trials that one address may begin in an hour."""
    api_requests: int = Field(default=600, ge=1)
    """Requests that one API token may make at once; they come back over a minute."""

    oidc_issuer: str = ""
    """The issuer of an OpenID Connect provider, such as one Entra ID tenant; people can then sign in
    there."""
    oidc_client_id: str = ""
    """The client's id at that provider."""
    oidc_client_secret: SecretStr = SecretStr("")
    """The client's secret at that provider."""
    oidc_name: str = "OpenID Connect"
    """What the button for that provider says."""
    passkeys: bool = True
    """Whether people can sign in with passkeys."""
    open_workspaces: bool = True
    """Whether everybody with an account can make a workspace; otherwise only administrators can."""

    jobs_url: str = ""
    """Where the queue of long work is, if it is to be on another PostgreSQL server than the database. If not set:
    beside the tables if the database is PostgreSQL, otherwise SQLite in `jobs.sqlite` in the instance folder."""

    @field_validator("secret_key")
    @classmethod
    def _is_secret_enough(cls, secret: SecretStr, given: ValidationInfo) -> SecretStr:
        length = len(secret.get_secret_value())
        if not length and given.data.get("environment") == "production":
            raise Unfit(
                N_("In production there must be a secret. This makes one: {command}"), command=MAKES_SECRET
            )
        if 0 < length < SHORTEST_SECRET:
            raise Unfit(
                N_("The secret needs at least {least} characters. This makes one: {command}"),
                least=SHORTEST_SECRET,
                command=MAKES_SECRET,
            )
        return secret

    @field_validator("database_url", "jobs_url")
    @classmethod
    def _is_database(cls, address: str, given: ValidationInfo) -> str:
        if not address:
            return address
        if given.field_name == "jobs_url" and not address.startswith(_POSTGRES):
            raise Unfit(N_("The address must begin with postgresql://"))
        if not address.startswith(_DATABASES):
            raise Unfit(N_("The address must begin with postgresql:// or sqlite:///"))
        try:
            make_url(address)
        except (ArgumentError, ValueError):  # what it says may hold the password
            raise Unfit(
                N_("The address cannot be read. Percent-encode characters such as @, : and / in its password")
            ) from None
        return address

    @field_validator("base_url")
    @classmethod
    def _is_address(cls, address: str) -> str:
        if urlsplit(address).scheme not in ("http", "https"):
            raise Unfit(N_("The address must begin with https:// or http://"))
        return address

    @field_validator("timezone")
    @classmethod
    def _is_timezone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (KeyError, ValueError, OSError):  # no such name, no name at all, a folder of names
            raise Unfit(
                N_("There is no time zone {value}. Write a name such as {guess}"),
                value=name,
                guess=nearest(name, available_timezones()) or "Europe/Stockholm",
            ) from None
        return name

    @field_validator("oidc_issuer")
    @classmethod
    def _is_one_issuer(cls, address: str) -> str:
        if address.rstrip("/").endswith("/common"):
            raise Unfit(N_("The address must name one tenant, never /common"))
        return address

    @property
    def is_https(self) -> bool:
        """Whether people reach the server through TLS."""
        return self.base_url.startswith("https://")

    @property
    def database(self) -> str:
        """The address of the database, the default filled in."""
        return self.database_url or f"sqlite:///{(self.instance / 'maturity.sqlite').resolve()}"

    @property
    def jobs(self) -> str:
        """The address of the queue on PostgreSQL, as libpq reads it; empty: SQLite."""
        given = self.jobs_url or self.database_url
        if not given.startswith(_POSTGRES):
            return ""
        return f"postgresql://{given.partition('://')[2]}"

    def secret(self) -> str:
        """The secret key. In development, made at the first use and kept in the instance folder."""
        given = self.secret_key.get_secret_value()
        return given or _kept_secret(self.instance / SECRET_FILE)


def _kept_secret(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="ascii") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text(encoding="ascii")
