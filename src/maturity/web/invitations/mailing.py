"""Invitations and reminders by mail."""

from __future__ import annotations

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue

from maturity.jobs.kinds.send_invitations import KIND
from maturity.problems import N_, Problems
from maturity.store import invitations, jobs
from maturity.store.tables import Assessment, Job, Workspace
from maturity.web import work
from maturity.web.access import assessment_required, or_404, record
from maturity.web.invitations.forms import MailForm, mail_form
from maturity.web.invitations.links import beginning
from maturity.web.invitations.room import INVITE, blueprint
from maturity.web.languages import spoken
from maturity.web.rounds.rate import rates
from maturity.web.rounds.room import address
from maturity.web.sessions import db
from maturity.web.settings import secret, settings


@blueprint.route(f"{INVITE}/mail", methods=["GET", "POST"])
@assessment_required("facilitator")
def mail(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """Write addresses; each gets a personal link by mail. Below are those who have got one."""
    rows = rates(assessment)
    form = mail_form(rows, assessment.languages)
    if form.validate_on_submit():
        try:
            _invite(form, assessment)
        except Problems as refused:
            form.tell(refused)
        else:
            return redirect(address("invitations.mail", assessment))
    return render_template(
        "invitations/mail.html",
        workspace=workspace,
        assessment=assessment,
        form=form,
        names={row.role: row.name for row in rows},
        invited=[one for one in invitations.of_assessment(db, assessment, "personal") if one.email],
        sending=_sending(assessment),
        waiting=len(invitations.to_send(db, assessment)),
        remindable=len(invitations.to_remind(db, assessment)),
        is_sent_to_files=not settings().smtp_host,
    )


def _invite(form: MailForm, assessment: Assessment) -> None:
    data = form.role.data, form.language.data, form.found
    count = invitations.invite_addresses(db, assessment, secret(), *data)
    if count:
        record("invitations-made", ("assessment", assessment.id), count=count)
    if count < len(form.found):
        told = spoken().plural(
            "{count} address had a link already and was left out.",
            "{count} addresses had a link already and were left out.",
            len(form.found) - count,
        )
        flash(told, "success")
    _send(assessment, "invitations-sent", len(invitations.to_send(db, assessment)))


@blueprint.post(f"{INVITE}/mail/go-on")
@assessment_required("facilitator")
def send_rest(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:  # noqa: ARG001
    """Send what could not be sent before."""
    _send(assessment, "invitations-sent", len(invitations.to_send(db, assessment)))
    return redirect(address("invitations.mail", assessment))


@blueprint.post(f"{INVITE}/mail/remind")
@assessment_required("facilitator")
def remind(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:  # noqa: ARG001
    """Remind those who have not answered, at most once a day."""
    _send(assessment, "invitations-reminded", len(invitations.to_remind(db, assessment)))
    return redirect(address("invitations.mail", assessment))


def _send(assessment: Assessment, verb: str, count: int) -> None:
    """Have the worker send so many mails; nothing if there are none or the round is not open."""
    if not count or assessment.state != "open":
        return
    record(verb, ("assessment", assessment.id), count=count)
    reminders = verb == "invitations-reminded"
    payload = {"assessment": assessment.id, "reminders": reminders, "links": beginning()}
    work.start(KIND, payload, assessment.workspace_id)


def _sending(assessment: Assessment) -> Job | None:
    """The newest work of sending for this round."""
    found = jobs.of_kind(db, str(assessment.workspace_id), KIND)
    return next((job for job in found if job.payload["assessment"] == assessment.id), None)


@blueprint.post(f"{INVITE}/mail/<invitation_id>/take-back")
@assessment_required("facilitator")
def take_back_mailed(
    workspace: Workspace,  # noqa: ARG001
    assessment: Assessment,
    invitation_id: str,
) -> ResponseReturnValue:
    """Take back the link of one address."""
    found = or_404(invitations.get(db, assessment, invitation_id))
    invitations.revoke(db, found)
    record("invitation-revoked", ("assessment", assessment.id))
    flash(spoken().say(N_("The link has been taken back. It leads nowhere now.")), "success")
    return redirect(address("invitations.mail", assessment))
