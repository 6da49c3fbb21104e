"""A private code, if somebody wishes to be known again in the next round. It is never shown, not even to
them."""

from __future__ import annotations

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import own_codes
from maturity.store.tables import Respondent
from maturity.web.answering.links import Link
from maturity.web.languages import spoken
from maturity.web.refused import told
from maturity.web.sessions import db
from maturity.web.settings import secret

CHOSEN = N_("Your code is kept. Remember it: nobody can show it to you again.")
REMOVED = N_("Your code is removed. You are not known again.")


def offers_code(link: Link) -> bool:
    """Whether there is another round to be known again in: not in a trial."""
    return link.assessment.workspace_id is not None and not link.is_trial


def keep(link: Link, person: Respondent) -> ResponseReturnValue | list[str]:
    """Keep the code that was sent, or take it away. What is wrong with it, in the reader's language, if it
    cannot be kept."""
    if not offers_code(link):
        abort(404)
    if request.form.get("remove"):
        own_codes.forget(db, person)
        return _back(link, REMOVED)
    try:
        own_codes.choose(db, person, request.form.get("code", ""), secret())
    except Problems as refused:
        return told(refused)
    return _back(link, CHOSEN)


def _back(link: Link, message: str) -> ResponseReturnValue:
    flash(spoken().say(message), "success")
    return redirect(url_for("answering.review", token=link.token, _anchor="own-code"), 303)
