"""What whoever runs the program can set: environment variables that begin with MATURITY_, each described
here.

docs/settings.md names every one of them; a test fails if one is missing there.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

SECRET_FILE = "secret-key"
SHORTEST_SECRET = 32
_POSTGRES = ("postgresql://", "postgresql+psycopg://")
_DATABASES = ("sqlite:///", *_POSTGRES)


class Settings(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(
        env_prefix="MATURITY_",
        use_attribute_docstrings=True,
        extra="forbid",
        frozen=True,
        env_ignore_empty=True,
    )

    environment: Literal["development", "production"] = "development"
    """`production` refuses to start without a secret key."""
    instance: Path = Path("instance")
    """The folder of what this server keeps beside the database: jobs, a generated secret, unsent mails."""
    database_url: str = ""
    """The address of the database, such as `postgresql://maturity@db.example.org/maturity`. If not set: SQLite in
    `maturity.sqlite` in the instance folder."""
    secret_key: SecretStr = SecretStr("")
    """At least 32 characters; signs sessions and hashes links. Changing it ends every session and every link.
    In development one is made and kept in the instance folder."""
    base_url: str = "http://127.0.0.1:8000"
    """The address that people use, without a path; links in mails begin with it."""
    trusted_proxies: int = Field(default=0, ge=0, le=5)
    """How many reverse proxies stand in front and set X-Forwarded-For and X-Forwarded-Proto."""
    timezone: str = "Europe/Stockholm"
    """The time zone of what people read."""
    operator: str = ""
    """Who runs this installation and answers for personal data, as the privacy page names them."""
    operator_mail: str = ""
    """Where people write about accessibility and privacy."""

    smtp_host: str = ""
    """The mail server. If not set, mails are written to `mail/` in the instance folder and sent to nobody."""
    smtp_port: int = 587
    """The mail server's port."""
    smtp_user: str = ""
    """Who signs in to the mail server; nobody if not set."""
    smtp_password: SecretStr = SecretStr("")
    """The password at the mail server."""
    smtp_tls: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection to the mail server is protected."""
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

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        secret = self.secret_key.get_secret_value()
        if self.environment == "production" and not secret:
            raise ValueError("MATURITY_SECRET_KEY must be set in production")
        if secret and len(secret) < SHORTEST_SECRET:
            raise ValueError(f"MATURITY_SECRET_KEY needs at least {SHORTEST_SECRET} characters")
        if self.database_url and not self.database_url.startswith(_DATABASES):
            raise ValueError("MATURITY_DATABASE_URL must begin with postgresql:// or sqlite:///")
        if self.jobs_url and not self.jobs_url.startswith(_POSTGRES):
            raise ValueError("MATURITY_JOBS_URL must begin with postgresql://")
        if self.oidc_issuer.rstrip("/").endswith("/common"):
            raise ValueError("MATURITY_OIDC_ISSUER must name one tenant, never /common")
        return self

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
