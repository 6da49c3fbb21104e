"""The organisations that were assessed more than once, and how one of them moved."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, redirect, render_template
from flask.typing import ResponseReturnValue

from maturity.report.progress.stored import bundle_of
from maturity.store import comparable, questionnaires
from maturity.store.tables import Assessment, Organisation, Workspace
from maturity.web.access import organisation_required, workspace_required
from maturity.web.languages import spoken
from maturity.web.progress import aims, events, visiting
from maturity.web.progress.room import PLACE, ROOM, address, blueprint, wanted
from maturity.web.progress.sheet import ProgressSheet
from maturity.web.reading.pages import packed
from maturity.web.reading.sheet import allow_charts
from maturity.web.rounds.room import address as round_address
from maturity.web.sessions import db


@blueprint.get(ROOM)
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """The organisations with two rounds or more; of a single one, its page."""
    found = comparable.repeated(db, workspace.id)
    if len(found) == 1:
        return redirect(address("progress.show", found[0].organisation))
    return render_template("progress/index.html", workspace=workspace, repeated=found)


@blueprint.get(PLACE)
@organisation_required()
def show(workspace: Workspace, organisation: Organisation) -> ResponseReturnValue:
    """How an organisation moved, or what is missing to say so."""
    bundle = bundle_of(db, organisation, spoken().tag, wanted())
    given = {"workspace": workspace, "organisation": organisation, "others": _others(organisation)}
    rows = comparable.chosen(db, organisation, wanted())
    if bundle is None:
        if wanted():
            abort(404)
        return render_template("progress/none.html", rounds=rows, **given)
    allow_charts()
    page = render_template(
        "progress/show.html",
        too_few=rows[len(bundle.progress.rounds) :],
        sheet=ProgressSheet(bundle),
        downloads=visiting.downloads(organisation),
        earlier=_lists_of_actions(rows),
        **given,
    )
    return packed(page)


@dataclass(frozen=True, slots=True)
class Other:
    """A questionnaire that the organisation answered more than once."""

    title: str
    address: str
    is_current: bool


def _others(organisation: Organisation) -> tuple[Other, ...]:
    """The questionnaires to choose from; none if there is no choice."""
    families = comparable.families(db, organisation)
    several = {name: rows for name, rows in families.items() if len(rows) > 1}
    current = wanted() or next(iter(several), None)
    if len(several) < 2:
        return ()
    return tuple(
        Other(
            questionnaires.questionnaire_of(rows[-1], spoken().tag).title,
            address("progress.show", organisation, questionnaire=name),
            name == current,
        )
        for name, rows in several.items()
    )


def _lists_of_actions(rows: tuple[Assessment, ...]) -> tuple[tuple[str, str], ...]:
    """Where the actions of each round are changed: what it is called, and the address; the latest first."""
    return tuple(
        (row.label or spoken().date(comparable.day_of(row)), round_address("actions.index", row))
        for row in reversed(rows)
    )


__all__ = ["aims", "blueprint", "events"]
