"""The page of a municipality's own link: how it takes part in comparisons, decided by itself.

Whoever has the link decides; there is no account. GET only looks: mail scanners follow links.
"""

from __future__ import annotations

import datetime

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_
from maturity.store import audit, organisations
from maturity.store.batches import language_of
from maturity.store.tables import Organisation, Workspace
from maturity.web.access import or_404
from maturity.web.languages import COOKIE, speak, spoken
from maturity.web.limits import address, miss, take
from maturity.web.municipalities.forms import ConsentForm
from maturity.web.municipalities.room import blueprint
from maturity.web.municipalities.words import CONSENTS
from maturity.web.sessions import db
from maturity.web.settings import secret
from maturity.web.theme import wear

CHANGES_AN_HOUR = 30
"""How often somebody may decide within an hour: each time is written down."""


@blueprint.route("/consent/<token>", methods=["GET", "POST"])
def consent(token: str) -> ResponseReturnValue:
    """What taking part means, what is decided, and deciding."""
    if request.method == "POST":
        take("consent", address(), CHANGES_AN_HOUR, datetime.timedelta(hours=1))
    organisation = organisations.find_by_consent_token(db, token, secret())
    if organisation is None:
        miss()
    workspace = or_404(db.get(Workspace, organisation.workspace_id or ""))
    if COOKIE not in request.cookies:
        speak(language_of(organisation, workspace))
    wear(workspace.colour)
    form = ConsentForm(consent=organisation.consent)
    if form.validate_on_submit():
        _decide(workspace, organisation, form)
        return redirect(url_for("municipalities.consent", token=token), 303)
    page = render_template(
        "municipalities/consent.html",
        workspace=workspace,
        organisation=organisation,
        form=form,
        consents=CONSENTS,
    )
    return page, 422 if form.errors else 200


def _decide(workspace: Workspace, organisation: Organisation, form: ConsentForm) -> None:
    """Take the decision down, and into the workspace's log."""
    if organisations.decide(db, organisation, form.consent.data, "itself"):
        facts = {"name": organisation.name, "consent": organisation.consent, "by": "itself"}
        about = ("organisation", organisation.id)
        audit.record(db, workspace.id, None, "consent-changed", about, **facts)
    flash(spoken().say(N_("Saved. It holds for everything that is made from now on.")), "success")
