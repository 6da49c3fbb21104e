"""How a municipality takes part in comparisons, as the workspace sees it: the decision, and the link by which
the municipality decides itself."""

from __future__ import annotations

import smtplib

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import organisations
from maturity.store.batches import language_of
from maturity.store.tables import Organisation, Workspace
from maturity.web import mail
from maturity.web.access import organisation_required, record
from maturity.web.languages import spoken
from maturity.web.municipalities.forms import ConsentForm, MailForm
from maturity.web.municipalities.room import ONE, address, blueprint
from maturity.web.municipalities.words import CONSENTS
from maturity.web.sessions import db
from maturity.web.settings import secret, settings

SUBJECT = N_("Shall {name} take part in comparisons?")


@blueprint.route(f"{ONE}/taking-part", methods=["GET", "POST"])
@organisation_required("facilitator")
def taking_part(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """What is decided, by whom and when; deciding; the municipality's own link."""
    form = ConsentForm(consent=organisation.consent)
    if form.validate_on_submit():
        try:
            changed = organisations.decide(db, organisation, form.consent.data, "member")
        except Problems as refused:
            form.tell(refused, "consent")
        else:
            if changed:
                facts = {"name": organisation.name, "consent": organisation.consent, "by": "member"}
                record("consent-changed", ("organisation", organisation.id), **facts)
            message = N_("Saved. It holds for every benchmark that is made from now on.")
            flash(spoken().say(message), "success")
            return redirect(address("taking_part", organisation), 303)
    return _page(workspace, organisation, form, MailForm(formdata=None))


@blueprint.post(f"{ONE}/taking-part/link")
@organisation_required("facilitator")
def make_link(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:  # noqa: ARG001
    """Make the municipality's link, or another one in its place."""
    organisations.make_consent_link(db, organisation, secret())
    record("consent-link-made", ("organisation", organisation.id), name=organisation.name)
    flash(spoken().say(N_("The link is ready to be copied or mailed.")), "success")
    return redirect(address("taking_part", organisation, _anchor="link"), 303)


@blueprint.post(f"{ONE}/taking-part/mail")
@organisation_required("facilitator")
def mail_link(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """Mail the link to somebody who decides for the municipality, in its language."""
    form = MailForm()
    link = link_of(organisation)
    if link is None:
        return redirect(address("taking_part", organisation), 303)
    if form.validate_on_submit() and _send(workspace, organisation, form, link):
        record("consent-link-sent", ("organisation", organisation.id), name=organisation.name)
        flash(spoken().say(N_("{email} gets a mail with the link."), email=form.email.data), "success")
        return redirect(address("taking_part", organisation), 303)
    as_it_is = ConsentForm(formdata=None, consent=organisation.consent)
    return _page(workspace, organisation, as_it_is, form)


def link_of(organisation: Organisation) -> str | None:
    """The address of a municipality's link, as it is given to it; None if none was made."""
    token = organisations.consent_token(organisation, secret())
    if token is None:
        return None
    return settings().base_url.rstrip("/") + url_for("municipalities.consent", token=token)


def _send(workspace: Workspace, organisation: Organisation, form: MailForm, link: str) -> bool:
    """Whether the mail went out; if not, the form says so."""
    tag = language_of(organisation, workspace)
    facts = {"name": organisation.name, "workspace": workspace.name, "link": link}
    try:
        mail.send(form.email.data or "", tag, SUBJECT, "consent.txt", **facts)
    except (OSError, smtplib.SMTPException):
        form.form_errors = [spoken().say(N_("The mail could not be sent. Try again in a while."))]
        return False
    return True


def _page(
    workspace: Workspace, organisation: Organisation, form: ConsentForm, mail_form: MailForm
) -> ResponseReturnValue:
    page = render_template(
        "municipalities/taking_part.html",
        workspace=workspace,
        organisation=organisation,
        form=form,
        mail_form=mail_form,
        consents=CONSENTS,
        allowed=organisations.choices_of(organisation),
        link=link_of(organisation),
        is_sent_to_files=not settings().smtp_host,
    )
    wrong = request.method == "POST" and (form.errors or mail_form.errors)
    return page, 422 if wrong else 200
