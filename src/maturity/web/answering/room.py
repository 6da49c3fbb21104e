"""The room's blueprint, who is let in to answer, and how its pages are shown."""

from __future__ import annotations

from flask import Blueprint, render_template

from maturity.store.tables import Respondent
from maturity.web.access import or_404
from maturity.web.answering.links import Link, dress, follow
from maturity.web.answering.sheet import seconds_for
from maturity.web.languages import language_links, today

blueprint = Blueprint("answering", __name__)


def answering(token: str) -> tuple[Link, Respondent]:
    """Somebody who has begun; 404 for others."""
    link = follow(token)
    person = or_404(link.respondent)
    dress(link)
    return link, person


def page(name: str, link: Link, **more: object) -> str:
    """A page of this room, in the person's language and the municipality's colour."""
    offered = dress(link)
    return render_template(
        f"answering/{name}.html",
        seconds_for=seconds_for,
        today=today(),
        link=link,
        assessment=link.assessment,
        language_links=lambda: [found for found in language_links() if found[0] in offered],
        **more,
    )
