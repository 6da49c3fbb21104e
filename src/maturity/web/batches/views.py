"""All pages of the room: the batches of a workspace, and how far each is."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, flash, jsonify, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue

from maturity.language import language
from maturity.problems import N_
from maturity.store import batches, groups
from maturity.store.batches import Counts
from maturity.store.tables import Batch, BatchReport, Workspace
from maturity.web.access import or_404, record, workspace_required
from maturity.web.batches import ordering, told
from maturity.web.batches.files import name_of, zip_name, zipped
from maturity.web.batches.room import BATCH, ROOM, address, batch_required, blueprint
from maturity.web.languages import NAMES, spoken
from maturity.web.reading import files
from maturity.web.sessions import database, db

__all__ = ["blueprint", "ordering"]


@dataclass(frozen=True, slots=True)
class Line:
    """One report on the page of its batch, in the reader's words."""

    report: BatchReport
    whose: str
    language: str
    state: str
    remark: str


@blueprint.get(ROOM)
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """What has been ordered, newest first, and the groups that reports can be ordered of."""
    found = batches.of_workspace(db, workspace.id)
    counts = batches.counts(db, found)
    return render_template(
        "batches/index.html",
        workspace=workspace,
        batches=[(one, counts[one.id], told.state_of(one, counts[one.id], spoken())) for one in found],
        groups=groups.of_workspace(db, workspace.id),
    )


@blueprint.get(BATCH)
@batch_required()
def show(workspace: Workspace, batch: Batch) -> ResponseReturnValue:
    """How far a batch is, and its reports. The page can be left and returned to."""
    reports, counts = batches.reports_of(db, batch), _counts(batch)
    return render_template(
        "batches/show.html",
        workspace=workspace,
        batch=batch,
        lines=[_line(one) for one in reports],
        counts=counts,
        state=told.state_of(batch, counts, spoken()),
        size=sum(one.size for one in reports) / 1_000_000,
        until=told.kept_until(batch).date(),
    )


def _line(report: BatchReport) -> Line:
    tongue = spoken()
    return Line(
        report,
        told.whose(report, tongue),
        NAMES[report.language],
        told.report_state(report, tongue),
        told.remark(report, tongue),
    )


def _counts(batch: Batch) -> Counts:
    return batches.counts(db, [batch])[batch.id]


@blueprint.get(f"{BATCH}/state")
@batch_required()
def state(workspace: Workspace, batch: Batch) -> ResponseReturnValue:  # noqa: ARG001 - the guard gives it
    """The same for the page's script."""
    counts = _counts(batch)
    found = told.state_of(batch, counts, spoken())
    reports = {
        one.id: {"state": one.state, "text": told.report_state(one, spoken())}
        for one in batches.reports_of(db, batch)
    }
    return jsonify(
        ended=found.ended,
        text=found.text,
        progress=counts.total - counts.left,
        total=counts.total,
        reports=reports,
    )


@blueprint.get(f"{BATCH}/<report_id>/file")
@batch_required()
def file(workspace: Workspace, batch: Batch, report_id: str) -> ResponseReturnValue:
    """One report as PDF."""
    report = or_404(batches.report_of(db, batch, report_id))
    if not report.size:
        return redirect(address("batches.show", batch))
    return files.send(report.data or b"", name_of(report, language(workspace.language)), "pdf")


@blueprint.get(f"{BATCH}/all.zip")
@batch_required()
def all(workspace: Workspace, batch: Batch) -> ResponseReturnValue:  # noqa: A001 - its name in addresses
    """All reports that are there, as one file, with a list in the workspace's language."""
    if not _counts(batch).done:
        return redirect(address("batches.show", batch))
    pieces = zipped(database(), batch.id, language(workspace.language))
    response = Response(stream_with_context(pieces), mimetype="application/zip")
    response.headers.set("Content-Disposition", "attachment", filename=zip_name(batch))
    response.headers["Cache-Control"] = "no-store"  # people share computers
    return response


@blueprint.post(f"{BATCH}/again")
@batch_required("facilitator")
def again(workspace: Workspace, batch: Batch) -> ResponseReturnValue:  # noqa: ARG001 - the guard gives it
    """Have those made that failed, or that a broken-off work left."""
    if not batches.is_running(batch):
        batches.try_again(db, batch)
        if _counts(batch).left:
            record("reports-again", ("batch", batch.id), name=batch.name)
            ordering.start(batch)
    return redirect(address("batches.show", batch), 303)


@blueprint.route(f"{BATCH}/delete", methods=["GET", "POST"])
@batch_required("owner")
def delete(workspace: Workspace, batch: Batch) -> ResponseReturnValue:
    """Delete a batch with its reports, once that has been confirmed."""
    if request.method == "GET":
        return render_template("batches/delete.html", workspace=workspace, batch=batch, counts=_counts(batch))
    record("reports-deleted", ("batch", batch.id), name=batch.name)
    batches.delete(db, batch)
    flash(spoken().say(N_("The reports have been deleted.")), "success")
    return redirect(url_for("batches.index", workspace_id=workspace.id), 303)
