"""The room's blueprint, apart from its pages so that each of them can be a module."""

from __future__ import annotations

from flask import Blueprint

blueprint = Blueprint("actions", __name__)
