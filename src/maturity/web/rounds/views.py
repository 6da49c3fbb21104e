"""The rounds of a workspace, and one round: what is left to do before it opens, and where it stands then."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from maturity.problems import N_
from maturity.store import actions, assessments, repeating
from maturity.store.assessments import LEAST_THRESHOLD
from maturity.store.tables import Assessment, Workspace
from maturity.web.access import assessment_required, workspace_required
from maturity.web.languages import today
from maturity.web.paging import wanted_page
from maturity.web.rounds import again, setup, states
from maturity.web.rounds.bringing import bring
from maturity.web.rounds.checklist import checklist
from maturity.web.rounds.due import rounds_due
from maturity.web.rounds.rate import rates, total
from maturity.web.rounds.room import ROUND, blueprint
from maturity.web.rounds.tabs import tabs
from maturity.web.sessions import db

STATES = {
    "draft": N_("Being set up"),
    "open": N_("Open for answers"),
    "meeting": N_("Answering is closed"),
    "closed": N_("Closed for good"),
}
"""A round's state, as people read it."""
SEARCHED_FROM = 10
"""With more rounds than this, there is a field to find one."""
blueprint.app_context_processor(
    lambda: {
        "round_tabs": tabs,
        "round_states": STATES,
        "rounds_due": rounds_due,
        "current_day": today,
        "action_statuses": actions.STATUSES,
    }
)


@blueprint.get("/workspaces/<workspace_id>/rounds")
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """The rounds, those that go on first; `?q=` keeps those in whose name its words stand."""
    sought = request.args.get("q", "").strip()
    count = assessments.count(db, workspace.id, sought)
    page = wanted_page(count, assessments.PAGE)
    return render_template(
        "rounds/index.html",
        workspace=workspace,
        assessments=assessments.listed(db, workspace.id, sought, page.start),
        count=count,
        page=page,
        sought=sought,
        searchable=count > SEARCHED_FROM or bool(sought),
    )


@blueprint.get(ROUND)
@assessment_required()
def overview(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:
    """One round: the checklist while it is set up, then who has answered and what comes next."""
    rows = rates(assessment)
    return render_template(
        "rounds/overview.html",
        workspace=workspace,
        assessment=assessment,
        lines=checklist(assessment),
        rows=rows,
        total=total(rows),
        takes_answers=assessments.takes_answers(assessment, today()),
        today=today(),
        is_trial=assessment.threshold < LEAST_THRESHOLD,
        bringing=bring(assessment),
        following=repeating.following(db, assessment),
    )


__all__ = ["again", "blueprint", "setup", "states"]
