"""The form for signing in, which does not keep others from writing while it checks a password.

A request that may change something holds SQLite's write lock from its first query on. Checking a password is
slow on purpose (argon2, a tenth of a second and more). So the account is looked up first, the lock is let go,
and only then is the password checked; what is written about the sign-in takes the lock anew.
"""

from __future__ import annotations

from flask_security import LoginForm
from flask_security.proxies import _datastore
from wtforms import Field

from maturity.web.sessions import db


class SignInForm(LoginForm):
    """Address and password."""

    def validate_email(self, field: Field) -> None:
        """Look the account up, as Flask-Security lets a form do, and let go of the lock. Nothing was written."""
        self.ifield = field
        self.user = _datastore.find_user(case_insensitive=True, email=field.data)
        db.commit()
