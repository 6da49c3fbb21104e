"""The form for a forgotten password, which says when nothing was written in it.

Flask-Security takes every error away from it, so that nobody learns which addresses have an account. That
there is no address at all tells nothing of that kind.
"""

from __future__ import annotations

from typing import Any

from flask_security import ForgotPasswordForm
from flask_security.utils import get_message


class ForgottenForm(ForgotPasswordForm):
    """One address."""

    form_errors: list[str]

    def validate(self, **given: Any) -> bool:
        """Keep the one error that may be told where it is not taken away."""
        sound = bool(super().validate(**given))
        if not (self.email.data or "").strip():
            self.form_errors.append(get_message("EMAIL_NOT_PROVIDED")[0])
        return sound

    def at_field(self) -> None:
        """Put it back at the field, so that the summary leads there."""
        self.email.errors, self.form_errors = [*self.email.errors, *self.form_errors], []
