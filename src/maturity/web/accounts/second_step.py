"""Taking somebody's second step away, as Flask-Security does when they switch it off themselves."""

from __future__ import annotations

from flask_security.proxies import _datastore
from flask_security.twofactor import is_tf_setup

from maturity.store.tables import User


def is_on(user: User) -> bool:
    """Whether somebody needs a code beside the password."""
    return bool(is_tf_setup(user))


def forget(user: User) -> None:
    """Let somebody sign in with the password alone. Recovery codes go too: who has lost them cannot know who has them
    now. Passkeys are no second step, and stay."""
    _datastore.tf_reset(user)
    _datastore.mf_set_recovery_codes(user, None)
