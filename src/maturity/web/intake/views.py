"""Bringing files, looking at what was understood, and deciding."""

from __future__ import annotations

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problems
from maturity.store import intakes, questionnaires, taking
from maturity.store.folders import Brought
from maturity.store.tables import Intake, Workspace
from maturity.web import work
from maturity.web.access import owned_required, record, workspace_required
from maturity.web.intake.forms import BringForm, TakeForm
from maturity.web.intake.preview import Preview
from maturity.web.intake.told import SHOWN
from maturity.web.languages import spoken
from maturity.web.limits import many_files
from maturity.web.sessions import db
from maturity.web.settings import settings

blueprint = Blueprint("intake", __name__)
ALL = "/workspaces/<workspace_id>/bring-in"
ONE = f"{ALL}/<intake_id>"
intake_required = owned_required("intake", intakes.find)("facilitator")
"""For facilitators alone, as the files show who answered what."""


@blueprint.route(ALL, methods=["GET", "POST"])
@many_files(intakes.MOST_FILES)
@workspace_required("facilitator")
def index(workspace: Workspace) -> ResponseReturnValue:
    """Choose files, and see those that wait for a decision."""
    form = BringForm()
    form.offer(questionnaires.available(db, workspace.id))
    if form.validate_on_submit():
        try:
            db.commit()  # others need not wait while this is unpacked
            brought = form.brought()
        except Problems as refused:
            form.refuse(refused)
        else:
            return redirect(_begin(workspace, brought, form.version.data or None), 303)
    found = intakes.of_workspace(db, workspace.id)
    ids = [one.id for one in found]
    counts, names = intakes.counts_of(db, ids), intakes.first_names(db, ids)
    page = render_template(
        "intake/index.html",
        workspace=workspace,
        form=form,
        earlier=[(one, counts[one.id], names.get(one.id, "")) for one in found],
        megabytes=settings().upload_limit / 1_000_000,
        most=intakes.MOST_FILES,
        days=intakes.KEPT_DAYS,
    )
    return page, 422 if form.errors else 200


def _begin(workspace: Workspace, brought: Brought, version_id: str | None) -> str:
    """Keep the files and have them read; where to look."""
    intake = intakes.begin(db, workspace.id, brought.files, version_id)
    record("intake-begun", ("intake", intake.id), count=len(brought.files))
    if brought.skipped:
        count = len(brought.skipped)
        told = spoken().plural(
            "{count} other file was left alone.", "{count} other files were left alone.", count
        )
        flash(told, "success")
    return _read(workspace, intake)


def _read(workspace: Workspace, intake: Intake) -> str:
    intake.job = work.start(intakes.KIND, {"intake": intake.id}, workspace.id)
    return _address("preview", workspace, intake)


def _address(page: str, workspace: Workspace, intake: Intake) -> str:
    return url_for(f"intake.{page}", workspace_id=workspace.id, intake_id=intake.id)


@blueprint.get(ONE)
@intake_required
def preview(workspace: Workspace, intake: Intake) -> ResponseReturnValue:
    """How far reading is; then what was understood, and what is wrong."""
    return _page(workspace, intake, TakeForm())


def _page(workspace: Workspace, intake: Intake, form: TakeForm) -> ResponseReturnValue:
    name = intake.state if intake.state in ("read", "taken") else "reading"
    html = render_template(
        f"intake/{name}.html",
        workspace=workspace,
        intake=intake,
        preview=Preview(intake),
        form=form,
        told=_state(intake),
        most=SHOWN,
        days=intakes.KEPT_DAYS,
    )
    return html, 422 if form.errors else 200


def _state(intake: Intake) -> dict[str, object]:
    """How far reading is: the state of its job, in words, and steps."""
    job = intake.job
    if intake.state != "reading":
        return {"state": "ready", "text": N_("The files have been read"), "progress": 1, "total": 1}
    if job is None or job.state == "failed":
        why = (job.error if job else None) or N_("The files could not be read")
        return {"state": "failed", "text": why, "progress": 0, "total": 1}
    if job.state == "waiting":
        return {"state": "waiting", "text": N_("The files wait for their turn"), "progress": 0, "total": 1}
    text = N_("The files are being read")
    return {"state": "running", "text": text, "progress": job.progress, "total": job.total or 1}


@blueprint.get(f"{ONE}/state")
@intake_required
def state(workspace: Workspace, intake: Intake) -> Response:  # noqa: ARG001
    """The same for the page's script."""
    found = _state(intake)
    return jsonify(found | {"text": spoken().say(str(found["text"]))})


@blueprint.post(f"{ONE}/again")
@intake_required
def again(workspace: Workspace, intake: Intake) -> ResponseReturnValue:
    """Go on with reading that failed."""
    if _state(intake)["state"] == "failed":
        _read(workspace, intake)
    return redirect(_address("preview", workspace, intake), 303)


@blueprint.post(f"{ONE}/take")
@intake_required
def take(workspace: Workspace, intake: Intake) -> ResponseReturnValue:
    """Take in everything that is right, or say why not."""
    form = TakeForm()
    if not form.validate_on_submit():
        return _page(workspace, intake, form)
    try:
        taken = taking.take_in(db, intake, without_wrong=form.without_wrong.data)
    except Problems as refused:
        db.rollback()
        form.tell(refused, "without_wrong" if intakes.counts(db, intake.id)["wrong"] else None)
        return _page(workspace, intake, form)
    record("intake-taken", ("intake", intake.id), count=taken.rounds)
    told = spoken().plural("{count} round is here now.", "{count} rounds are here now.", taken.rounds)
    flash(told, "success")
    return redirect(_address("preview", workspace, intake), 303)


@blueprint.post(f"{ONE}/drop")
@intake_required
def drop(workspace: Workspace, intake: Intake) -> ResponseReturnValue:
    """Put the files aside: nothing of them is kept. What has been taken in meanwhile stays."""
    if intake.state == "taken":
        return redirect(_address("preview", workspace, intake), 303)
    record("intake-dropped", ("intake", intake.id))
    intakes.drop(db, intake)
    flash(spoken().say(N_("The files are gone, and nothing of them was kept.")), "success")
    return redirect(url_for("intake.index", workspace_id=workspace.id), 303)
