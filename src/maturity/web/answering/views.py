"""Beginning, and the pages with the items. GET changes nothing, because mail scanners follow links."""

from __future__ import annotations

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from maturity.problems import N_
from maturity.questionnaire.model import Role
from maturity.store import assessments, respondents
from maturity.store.ids import make_token
from maturity.store.tables import Assessment
from maturity.web.access import or_404
from maturity.web.answering import sending
from maturity.web.answering.links import Link, dress, follow, warm
from maturity.web.answering.page import Opened, Shown, open_sheet, questionnaire_for
from maturity.web.answering.posted import Outcome, save_page
from maturity.web.answering.room import answering, blueprint, page
from maturity.web.answering.saving import save_one
from maturity.web.answering.sheet import PartOfSheet, Sheet, minutes_for, most_minutes
from maturity.web.answering.words import words_for
from maturity.web.languages import spoken
from maturity.web.sessions import db
from maturity.web.settings import secret

_BEGUN = "begun"
"""In the session: the links of their own that people got on this device, by the open link's invitation."""


@blueprint.get("/answer/<token>")
def welcome(token: str) -> ResponseReturnValue:
    """What happens with the answers, and where to begin or go on."""
    link = follow(token)
    return redirect(url_for("trial.mine", token=token)) if link.is_trial else _show_welcome(link)


def _show_welcome(link: Link, wrong: str = "") -> ResponseReturnValue:
    if not link.takes_answers:
        return page("closed", link)
    dress(link)
    asked = questionnaire_for(link.assessment)
    role = _role_of(link)
    return page(
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
        return page("closed", link)
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
        return page("closed", link)
    return _show_part(link, opened, found, opened.fields(found))


@blueprint.post("/answer/<token>/<int:number>")
def save_part(token: str, number: int) -> ResponseReturnValue:
    """Save a page by its buttons, and go where the button says."""
    warm(token)
    link, person = answering(token)
    if not link.takes_answers:
        return page("closed", link), 409
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
    return page("part", link, opened=opened, part=found, fields=fields, words=words)


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


__all__ = ["blueprint", "sending"]
