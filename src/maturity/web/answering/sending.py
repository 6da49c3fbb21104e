"""Before and after sending: what was left out, a private code, sending, and taking along or taking back what one
has given."""

from __future__ import annotations

import json

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from maturity.problems import N_
from maturity.store import invitations, respondents
from maturity.store.tables import Respondent
from maturity.web.access import or_404
from maturity.web.answering import code
from maturity.web.answering.links import Link, follow, warm
from maturity.web.answering.page import open_sheet
from maturity.web.answering.room import answering, blueprint, page
from maturity.web.answering.words import words_for
from maturity.web.languages import spoken
from maturity.web.sessions import db


@blueprint.get("/answer/<token>/review")
def review(token: str) -> ResponseReturnValue:
    """What was skipped, what will be shown to whom, and sending."""
    link, person = answering(token)
    if not link.takes_answers:
        return page("closed", link)
    return _show_review(link, person)


@blueprint.post("/answer/<token>/code")
def keep_code(token: str) -> ResponseReturnValue:
    """Choose a private code, choose another, or take it away."""
    warm(token)
    link, person = answering(token)
    if not link.takes_answers:
        return page("closed", link), 409
    outcome = code.keep(link, person)
    return (_show_review(link, person, outcome), 422) if isinstance(outcome, list) else outcome


def _show_review(link: Link, person: Respondent, wrong: list[str] | None = None) -> str:
    opened = open_sheet(person)
    return page(
        "review",
        link,
        opened=opened,
        words=words_for(opened.sheet),
        offers_code=code.offers_code(link),
        wrong_code=wrong or [],
    )


@blueprint.post("/answer/<token>/send")
def send(token: str) -> ResponseReturnValue:
    """Send: the person is ready."""
    warm(token)
    link, person = answering(token)
    if not link.takes_answers:
        return page("closed", link), 409
    if not open_sheet(person).rows:
        flash(spoken().say(N_("There is nothing to send yet: answer at least one item first.")), "error")
        return redirect(url_for("answering.review", token=token), 303)
    respondents.submit(db, person)
    if link.invitation is not None:
        invitations.mark_answered(db, link.invitation)
    return redirect(url_for("trial.report" if link.is_trial else "answering.sent", token=token), 303)


@blueprint.get("/answer/<token>/sent")
def sent(token: str) -> ResponseReturnValue:
    """Thanks, and what happens next."""
    link, person = answering(token)
    if person.submitted_at is None:
        return redirect(url_for("answering.welcome", token=token))
    return page("sent", link, opened=open_sheet(person), offers_code=code.offers_code(link))


@blueprint.get("/answer/<token>/mine.json")
def mine(token: str) -> ResponseReturnValue:
    """Everything that is kept about the person, to take along, for as long as it is kept."""
    person = or_404(follow(token).respondent)
    text = json.dumps(respondents.export(db, person), ensure_ascii=False, indent=2)
    response = Response(text + "\n", mimetype="application/json")
    response.headers["Content-Disposition"] = 'attachment; filename="my-answers.json"'
    return response


@blueprint.route("/answer/<token>/erase", methods=["GET", "POST"])
def erase(token: str) -> ResponseReturnValue:
    """Take all answers back, as long as the round takes answers. It cannot be undone, so it is asked
    about."""
    link, person = answering(token)
    if not link.takes_answers or link.is_trial:
        abort(404)
    if request.method == "GET":
        return page("erase", link)
    respondents.erase(db, person)
    if link.invitation is not None:
        invitations.mark_unanswered(db, link.invitation)
    flash(spoken().say(N_("Your answers are deleted.")), "success")
    own = link.invitation is not None
    return redirect(url_for("answering.welcome", token=token) if own else url_for("front.home"), 303)
