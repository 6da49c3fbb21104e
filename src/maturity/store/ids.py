"""Names that cannot be guessed, tokens for links, and the hashes that stand for them in the database.

A link's token is never stored. An invitation and a respondent keep two different hashes of the same token:
whoever reads the database cannot tell whose answers are whose, and the request that carries the token finds
both."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import string
from typing import Literal

_LETTERS = string.ascii_letters + string.digits
LENGTH = 22
"""Characters of 62 kinds: 131 bits."""
Purpose = Literal["invitation", "respondent", "share", "api", "trial", "member", "live", "consent", "code"]


def make_id() -> str:
    """A random name of 22 letters and digits (131 bits), for everything that has an address."""
    return "".join(secrets.choice(_LETTERS) for _ in range(LENGTH))


make_token = make_id
"""A token for a link: alike for every purpose, role and kind."""


def looks_like_token(text: str) -> bool:
    """Whether a text has the form of a token, so that nothing else needs to be looked up."""
    return len(text) == LENGTH and text.isascii() and text.isalnum()


def key_for(purpose: Purpose, token: str, secret: str) -> str:
    """What is stored instead of a token: HMAC-SHA256 in hexadecimal, another one for each purpose."""
    return hmac.new(secret.encode(), f"{purpose}:{token}".encode(), hashlib.sha256).hexdigest()


def token_for(purpose: Purpose, id_: str, secret: str) -> str:
    """The token of a row's link, made again from the row's name and the secret key, so that it need not be
    kept.

    22 letters and digits (131 bits) that nobody can tell from random ones without the secret.
    """
    number = int.from_bytes(hmac.digest(secret.encode(), f"token:{purpose}:{id_}".encode(), "sha256"))
    letters = []
    for _ in range(LENGTH):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(letters)
