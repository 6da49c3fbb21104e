"""The pages of answering. GET changes nothing, because mail scanners follow links."""

from __future__ import annotations

import json

from flask import Blueprint, abort, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from maturity.problems import N_
from maturity.questionnaire.model import Role
from maturity.store import assessments, invitations, respondents
from maturity.store.ids import make_token
from maturity.store.tables import Assessment, Respondent
from maturity.web.access import or_404
from maturity.web.answering import code
from maturity.web.answering.links import Link, dress, follow, warm
from maturity.web.answering.page import Opened, Shown, open_sheet, questionnaire_for
from maturity.web.answering.posted import Outcome, save_page
from maturity.web.answering.saving import save_one
from maturity.web.answering.sheet import PartOfSheet, Sheet, minutes_for, most_minutes, seconds_for
from maturity.web.answering.words import words_for
from maturity.web.languages import language_links, spoken, today
from maturity.web.sessions import db
from maturity.web.settings import secret

blueprint = Blueprint("answering", __name__)
_BEGUN = "begun"
"""In the session: the links of their own that people got on this device, by the open link's invitation."""


@blueprint.get("/answer/<token>")
def welcome(token: str) -> ResponseReturnValue:
    """What happens with the answers, and where to begin or go on."""
    link = follow(token)
    return redirect(url_for("trial.mine", token=token)) if link.is_trial else _show_welcome(link)


def _show_welcome(link: Link, wrong: str = "") -> ResponseReturnValue:
    if not link.takes_answers:
        return _page("closed", link)
    dress(link)
    asked = questionnaire_for(link.assessment)
    role = _role_of(link)
    return _page(
        "welcome",
        link,
        questionnaire=asked,
        minutes=minutes_for(list(Sheet(asked, role, {}).all_items)) if role else most_minutes(asked),
        welcome_text=assessments.welcome_in(link.assessment, spoken().tag),
        roles=roles_of(link.assessment),
        role=role,
        wrong=wrong,
        earlier=session.get(_BEGUN, {}).get(link.invitation.id) if link.is_open and link.invitation else None,
        opened=open_sheet(link.respondent) if link.respondent else None,
    )


@blueprint.post("/answer/<token>")
def begin(token: str) -> ResponseReturnValue:
    """Begin: from now on there is a respondent."""
    warm(token)
    link = follow(token)
    dress(link)
    if not link.takes_answers:
        return _page("closed", link)
    if link.respondent is not None:
        return _to_part(link, open_sheet(link.respondent).sheet.next_page())
    role = _role_of(link) or request.form.get("role", "")
    if role not in [r.id for r in roles_of(link.assessment)]:
        return _show_welcome(link, wrong=spoken().say(N_("Choose the role in which you answer")))
    own = make_token() if link.is_open else token
    respondents.start(db, link.assessment, own, role, spoken().tag, secret())
    if link.is_open and link.invitation is not None:
        session[_BEGUN] = {**session.get(_BEGUN, {}), link.invitation.id: own}
    return redirect(url_for("answering.part", token=own, number=1), 303)


@blueprint.get("/answer/<token>/<int:number>")
def part(token: str, number: int) -> ResponseReturnValue:
    """One dimension."""
    link = follow(token)
    if link.respondent is None:
        return redirect(url_for("answering.welcome", token=token))
    dress(link)
    opened = open_sheet(link.respondent)
    found = or_404(opened.sheet.part(number))
    if not link.takes_answers:
        return _page("closed", link)
    return _show_part(link, opened, found, opened.fields(found))


@blueprint.post("/answer/<token>/<int:number>")
def save_part(token: str, number: int) -> ResponseReturnValue:
    """Save a page by its buttons, and go where the button says."""
    warm(token)
    link, person = _answering(token)
    if not link.takes_answers:
        return _page("closed", link), 409
    opened = open_sheet(person)
    found = or_404(opened.sheet.part(number))
    outcome = save_page(opened, found, request.form)
    person.language = spoken().tag
    db.commit()  # what could be saved is, whatever the rest of the page needs
    after = open_sheet(person)
    if outcome.needs_a_look:
        status = 409 if outcome.others else 422
        return _show_part(link, after, found, outcome.fields(after, found)), status
    return _go(link, after, number, outcome)


def _show_part(link: Link, opened: Opened, found: PartOfSheet, fields: list[Shown]) -> str:
    words = words_for(opened.sheet, found)
    return _page("part", link, opened=opened, part=found, fields=fields, words=words)


def _go(link: Link, after: Opened, number: int, outcome: Outcome) -> Response:
    where = request.form.get("go", "next")
    if outcome.stays_at or (where == "next" and outcome.news(after, number)):
        place = outcome.stays_at or outcome.news(after, number)
        return redirect(url_for("answering.part", token=link.token, number=number, _anchor=place), 303)
    target = number - 1 if where == "back" else number + 1
    if where == "stay":
        target = number
    if where == "review" or after.sheet.part(target) is None:
        return redirect(url_for("answering.review", token=link.token), 303)
    return _to_part(link, target)


@blueprint.post("/answer/<token>/save")
def save(token: str) -> ResponseReturnValue:
    """Save one choice, for the script; see `maturity.web.answering.saving`."""
    return save_one(token)


@blueprint.get("/answer/<token>/review")
def review(token: str) -> ResponseReturnValue:
    """What was skipped, what will be shown to whom, and sending."""
    link, person = _answering(token)
    if not link.takes_answers:
        return _page("closed", link)
    return _show_review(link, person)


@blueprint.post("/answer/<token>/code")
def keep_code(token: str) -> ResponseReturnValue:
    """Choose a private code, choose another, or take it away."""
    warm(token)
    link, person = _answering(token)
    if not link.takes_answers:
        return _page("closed", link), 409
    outcome = code.keep(link, person)
    return (_show_review(link, person, outcome), 422) if isinstance(outcome, list) else outcome


def _show_review(link: Link, person: Respondent, wrong: list[str] | None = None) -> str:
    opened = open_sheet(person)
    return _page(
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
    link, person = _answering(token)
    if not link.takes_answers:
        return _page("closed", link), 409
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
    link, person = _answering(token)
    if person.submitted_at is None:
        return redirect(url_for("answering.welcome", token=token))
    return _page("sent", link, opened=open_sheet(person), offers_code=code.offers_code(link))


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
    link, person = _answering(token)
    if not link.takes_answers or link.is_trial:
        abort(404)
    if request.method == "GET":
        return _page("erase", link)
    respondents.erase(db, person)
    if link.invitation is not None:
        invitations.mark_unanswered(db, link.invitation)
    flash(spoken().say(N_("Your answers are deleted.")), "success")
    own = link.invitation is not None
    return redirect(url_for("answering.welcome", token=token) if own else url_for("front.home"), 303)


def _answering(token: str) -> tuple[Link, Respondent]:
    """Somebody who has begun; 404 for others."""
    link = follow(token)
    person = or_404(link.respondent)
    dress(link)
    return link, person


def roles_of(assessment: Assessment) -> list[Role]:
    """The roles that an assessment asks, in the reader's language; all of them if it does not say."""
    roles = questionnaire_for(assessment).roles
    return [role for role in roles if role.id in assessment.targets] or list(roles)


def _role_of(link: Link) -> str | None:
    """The role that the link stands for, if it is not to be chosen."""
    if link.respondent is not None:
        return link.respondent.role
    return link.invitation.role if link.invitation else None


def _to_part(link: Link, number: int) -> Response:
    return redirect(url_for("answering.part", token=link.token, number=number), 303)


def _page(name: str, link: Link, **more: object) -> str:
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
