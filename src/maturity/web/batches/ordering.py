"""Ordering reports of a group: which clients get one, each in which language."""

from __future__ import annotations

from collections.abc import Iterator

from flask import redirect, render_template, request
from flask.typing import ResponseReturnValue

from maturity.language import SUPPORTED
from maturity.problems import N_, Problems
from maturity.store import batches
from maturity.store.batches import Wanted
from maturity.store.offers import Offers, offers_of
from maturity.store.tables import Batch, PeerGroup, Workspace
from maturity.web import work
from maturity.web.access import group_required, record
from maturity.web.batches.room import ORDER, address, blueprint
from maturity.web.batches.told import WITHHELD, minutes
from maturity.web.forms import Form
from maturity.web.languages import NAMES
from maturity.web.rounds.fields import CheckboxesField
from maturity.web.sessions import db


class OrderForm(Form):
    """Which reports are ordered. Each client's language stands in a field of its own, `language-<id>`."""

    group = CheckboxesField(N_("For the whole group"), choices=NAMES)
    clients = CheckboxesField(N_("For each client"))

    def language_of(self, client_id: str, usual: str) -> str:
        """The language that was chosen for a client."""
        chosen = request.form.get(f"language-{client_id}", usual)
        return chosen if chosen in SUPPORTED else usual


@blueprint.route(ORDER, methods=["GET", "POST"])
@group_required("facilitator")
def add(workspace: Workspace, group: PeerGroup) -> ResponseReturnValue:
    """Order the reports of a group."""
    try:
        offers = offers_of(db, workspace, group)
    except Problems as found:
        return render_template("batches/none.html", workspace=workspace, group=group, problems=found.problems)
    form = _form(workspace, offers)
    if form.validate_on_submit():
        try:
            batch = batches.order(db, workspace, group, _wanted(form, offers))
        except Problems as refused:
            form.tell(refused)
        else:
            return _begun(batch)
    page = render_template(
        "batches/add.html",
        workspace=workspace,
        group=group,
        offers=offers,
        rows=list(zip(form.clients, offers.clients, strict=True)),
        form=form,
        withheld=WITHHELD,
        minutes=minutes(len(offers.clients) + 1),
    )
    return page, 422 if form.errors else 200


def _form(workspace: Workspace, offers: Offers) -> OrderForm:
    """The usual: the group's report in the workspace's language, and one for each client that belongs to it;
    none that would show no numbers."""
    usual = {
        "group": [] if offers.group.withheld else [workspace.language],
        "clients": [one.organisation.id for one in offers.clients if one.belongs and not one.withheld],
    }
    form = OrderForm(data=usual if request.method == "GET" else None)
    form.clients.choices = [(one.organisation.id, one.organisation.name) for one in offers.clients]
    return form


def _wanted(form: OrderForm, offers: Offers) -> Iterator[Wanted]:
    yield from (Wanted(None, tag) for tag in form.group.data or [])
    for offer in offers.clients:
        if offer.organisation.id in (form.clients.data or []):
            yield Wanted(offer.organisation, form.language_of(offer.organisation.id, offer.language))


def _begun(batch: Batch) -> ResponseReturnValue:
    count = batches.counts(db, [batch])[batch.id].total
    record("reports-ordered", ("batch", batch.id), name=batch.name, count=count)
    start(batch)
    return redirect(address("batches.show", batch), 303)


def start(batch: Batch) -> None:
    """Have the reports that wait made."""
    batch.job = work.start(batches.KIND, {"batch": batch.id}, batch.workspace_id)
