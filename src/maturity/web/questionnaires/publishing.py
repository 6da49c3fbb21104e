"""What changed since another version, and publishing."""

from __future__ import annotations

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue

from maturity.problems import N_, Problem, Problems
from maturity.store import questionnaires as store
from maturity.store.tables import QuestionnaireVersion, Workspace
from maturity.web.access import or_404, record
from maturity.web.languages import spoken
from maturity.web.questionnaires.room import ONE, address, blueprint, draft_required, version_required
from maturity.web.questionnaires.told import against, told
from maturity.web.sessions import db


@blueprint.get(f"{ONE}/difference")
@version_required
def compare(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """What changed since the version before, or since `?against=`."""
    return _page("difference", workspace, version)


@blueprint.route(f"{ONE}/publish", methods=["GET", "POST"])
@draft_required
def publish(workspace: Workspace, version: QuestionnaireVersion) -> ResponseReturnValue:
    """Publish a draft, once the difference has been seen: exactly what was shown, and nothing newer."""
    if request.method == "GET":
        return _page("publish", workspace, version)
    try:
        if request.form.get("content") != version.content:
            message = N_("The draft was changed in the meantime. Look at the difference again, then publish")
            raise Problems([Problem(message)])
        store.publish(db, version)
    except Problems as refused:
        for one in told(refused.problems[:5], spoken()):
            flash(f"{one.place}: {one.text}" if one.place else one.text, "error")
        return redirect(address("publish", workspace, version), 303)
    facts = {"name": version.questionnaire, "version": version.version}
    record("questionnaire-published", ("questionnaire", version.id), **facts)
    flash(spoken().say(N_("Version {version} is published. New rounds can use it."), **facts), "success")
    return redirect(address("show", workspace, version), 303)


def _page(name: str, workspace: Workspace, version: QuestionnaireVersion) -> str:
    others = store.earlier(db, version)
    wanted = request.args.get("against")
    old = next(iter(others), None)
    if wanted:
        old = or_404(next((other for other in others if other.id == wanted), None))
    checked = store.check(version)
    return render_template(
        f"questionnaires/{name}.html",
        workspace=workspace,
        version=version,
        others=others,
        checked=checked,
        taken=any(other.version == version.version for other in others),
        found=against(old, version) if old and checked.questionnaire else None,
    )
