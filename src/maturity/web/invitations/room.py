"""The room's blueprint, apart from its pages so that each of them can be a module."""

from __future__ import annotations

from flask import Blueprint

from maturity.web.rounds.room import ROUND

INVITE = f"{ROUND}/invite"
"""Where the room's pages are."""
blueprint = Blueprint("invitations", __name__)
