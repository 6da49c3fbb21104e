"""One link for everybody in a room, with its QR code, on screen and on paper."""

# ruff: noqa: ARG001 - every view of a round gets the workspace, and some need only the round

from __future__ import annotations

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import invitations, questionnaires
from maturity.store.tables import Assessment, Workspace
from maturity.web.access import assessment_required, or_404, record
from maturity.web.invitations.links import link, qr
from maturity.web.invitations.room import INVITE, blueprint
from maturity.web.languages import spoken
from maturity.web.refused import flash_told
from maturity.web.rounds.room import address
from maturity.web.sessions import db
from maturity.web.settings import secret


@blueprint.get(f"{INVITE}/open")
@assessment_required("facilitator")
def open_link(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """The open link and its QR code, or the button that makes it."""
    found = invitations.open_link(db, assessment)
    shown = _shown(link(found)) if found else {}
    return render_template("invitations/open.html", workspace=workspace, assessment=assessment, shown=shown)


@blueprint.get(f"{INVITE}/open/poster")
@assessment_required("facilitator")
def poster(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """A page to print or to put on the wall."""
    found = or_404(invitations.open_link(db, assessment))
    asked = questionnaires.load(assessment.questionnaire_version, spoken().tag)
    return render_template(
        "invitations/poster.html",
        workspace=workspace,
        assessment=assessment,
        asked=asked,
        **_shown(link(found)),
    )


def _shown(link: str) -> dict[str, object]:
    return {"link": link, "code": qr(link, spoken().say(N_("QR code that leads to {link}"), link=link))}


@blueprint.post(f"{INVITE}/open")
@assessment_required("facilitator")
def make_open_link(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Make the open link."""
    try:
        invitations.make_open_link(db, assessment, secret())
    except Problems as refused:
        flash_told(refused)
    else:
        record("invitations-made", ("assessment", assessment.id), count=1)
    return redirect(address("invitations.open_link", assessment))


@blueprint.post(f"{INVITE}/open/take-back")
@assessment_required("facilitator")
def take_back_open(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Take the open link back; those who have begun keep their own links."""
    invitations.revoke(db, or_404(invitations.open_link(db, assessment)))
    record("invitation-revoked", ("assessment", assessment.id))
    flash(spoken().say(N_("The open link has been taken back. You can make a new one.")), "success")
    return redirect(address("invitations.open_link", assessment))
