"""Facts from an official list of codes: brought as a file, shown as what would change, then changed.

Between the two steps the rows that matter travel in the page, signed: nothing is stored before it is decided.
"""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from itsdangerous import BadSignature, URLSafeSerializer

from maturity.answers.codelist import Listed, read_codes
from maturity.problems import N_, Problem, Problems
from maturity.store import codes as store
from maturity.store.tables import Workspace
from maturity.web.access import record, workspace_required
from maturity.web.forms import Form
from maturity.web.languages import spoken
from maturity.web.municipalities.room import ALL, blueprint
from maturity.web.sessions import db
from maturity.web.settings import secret

MOST_TOLD = 20
"""Cells that were left out are told one by one up to so many."""


class CodesForm(Form):
    """A list of codes."""

    file = FileField(N_("The list (CSV or XLSX)"))


@blueprint.route(f"{ALL}/codes", methods=["GET", "POST"])
@workspace_required("facilitator")
def codes(workspace: Workspace) -> ResponseReturnValue:
    """Bring a list; what it would change is shown at once."""
    form = CodesForm()
    if form.validate_on_submit():
        try:
            db.commit()  # others need not wait while this is read
            rows, odd = _read(form)
            return _preview(workspace, rows, odd)
        except Problems as refused:
            form.tell(refused, "file")
    page = render_template("municipalities/codes.html", workspace=workspace, form=form)
    return page, 422 if form.errors else 200


@blueprint.post(f"{ALL}/codes/fill")
@workspace_required("facilitator")
def fill(workspace: Workspace) -> ResponseReturnValue:
    """Change those that are ticked, exactly as it was shown."""
    try:
        rows = _unpacked(workspace, request.form.get("rows", ""))
    except BadSignature:
        return redirect(url_for("municipalities.codes", workspace_id=workspace.id), 303)
    planned = store.plan(db, workspace.id, rows)
    if request.form.get("seen") != planned.mark:
        message = N_("A municipality was changed in the meantime. Look again at what would change.")
        flash(spoken().say(message), "error")
        return _preview(workspace, rows, ())
    count = store.fill(db, workspace.id, planned, request.form.getlist("take"))
    if count:
        record("organisations-filled", count=count)
    told = spoken().plural(
        "{count} municipality has been changed.", "{count} municipalities have been changed.", count
    )
    flash(told, "success")
    return redirect(url_for("municipalities.index", workspace_id=workspace.id), 303)


def _read(form: CodesForm) -> tuple[tuple[Listed, ...], tuple[Problem, ...]]:
    given = form.file.data
    if not given or not given.filename:
        raise Problems([Problem(N_("Choose a file"))])
    return read_codes(given.read(), given.filename)


def _preview(workspace: Workspace, rows: tuple[Listed, ...], odd: tuple[Problem, ...]) -> str:
    planned = store.plan(db, workspace.id, rows)
    return render_template(
        "municipalities/codes_preview.html",
        workspace=workspace,
        count=len(rows),
        planned=planned,
        packed=_signer(workspace).dumps([_plain(one) for one in planned.rows]),
        odd=[(one.place, spoken().say(one.message, **one.values)) for one in odd[:MOST_TOLD]],
        more_odd=max(0, len(odd) - MOST_TOLD),
    )


def _plain(one: Listed) -> list[Any]:
    return [one.code, one.name, one.country, one.population, list(one.tags)]


def _unpacked(workspace: Workspace, packed: str) -> tuple[Listed, ...]:
    """The rows as they were signed. BadSignature if anybody touched them."""
    rows = _signer(workspace).loads(packed)
    return tuple(
        Listed(code, name, country, people, tuple(tags)) for code, name, country, people, tags in rows
    )


def _signer(workspace: Workspace) -> URLSafeSerializer:
    return URLSafeSerializer(secret(), salt=f"codes:{workspace.id}")
