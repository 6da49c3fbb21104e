"""The saved groups, and the benchmark of one of them: for the group, or for one client among its peers."""

from __future__ import annotations

from dataclasses import dataclass

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from maturity.problems import Problems
from maturity.report.benchmark import grid
from maturity.report.benchmark.context import told_choice
from maturity.report.benchmark.formats import FORMATS, Bundle
from maturity.report.benchmark.multiples import make_multiples
from maturity.report.benchmark.sections.method import told_left_out
from maturity.report.benchmark.stored import Asked, asked_of, bundle_from, bundle_of, context_of
from maturity.store import entries, groups
from maturity.store.tables import PeerGroup, Workspace
from maturity.web.access import group_required, workspace_required
from maturity.web.benchmarks.room import GROUP, ROOM, Wish, address, blueprint, wish
from maturity.web.benchmarks.sheet import BenchmarkSheet
from maturity.web.languages import spoken
from maturity.web.reading import files
from maturity.web.reading.pages import packed
from maturity.web.reading.sheet import allow_charts
from maturity.web.sessions import db


@dataclass(frozen=True, slots=True)
class Line:
    """A group in the list: its questionnaire's title, who is in it, and how many results there are."""

    group: PeerGroup
    title: str
    choice: str
    organisations: int


@blueprint.get(ROOM)
@workspace_required()
def index(workspace: Workspace) -> ResponseReturnValue:
    """The saved groups, or what is missing to make one."""
    comparable = entries.comparable(db, workspace.id, spoken().tag)
    lines = [_line(group, comparable) for group in groups.of_workspace(db, workspace.id)]
    return render_template("benchmarks/index.html", workspace=workspace, lines=lines, comparable=comparable)


def _line(group: PeerGroup, comparable: tuple[entries.Comparable, ...]) -> Line:
    known = {one.questionnaire: one for one in comparable}.get(group.questionnaire)
    return Line(
        group,
        known.title if known else group.questionnaire,
        told_choice(groups.choice_of(group), spoken()),
        known.organisations if known else 0,
    )


@blueprint.get(GROUP)
@group_required()
def show(workspace: Workspace, group: PeerGroup) -> ResponseReturnValue:
    """A benchmark on screen, or why there is none."""
    asked_for = wish(workspace)
    given = {"workspace": workspace, "group": group, "wish": asked_for, "address": address}
    try:
        compared = entries.table_of(db, workspace.id, group.questionnaire, spoken().tag)
    except Problems as found:
        return render_template("benchmarks/none.html", problems=found.problems, compared=None, **given)
    asked = asked_of(db, group)
    try:
        bundle = bundle_from(compared, asked, spoken().tag, asked_for.client, working_copy=asked_for.working)
    except Problems as found:
        return render_template("benchmarks/none.html", problems=found.problems, compared=compared, **given)
    allow_charts()
    page = render_template(
        "benchmarks/show.html",
        sheet=_sheet(compared, bundle, asked, asked_for),
        compared=compared,
        left_out=told_left_out(compared.table.left_out, spoken()),
        endings=[ending[1:] for ending in files.AT_ONCE],
        **given,
    )
    return packed(page)


def _sheet(compared: entries.Compared, bundle: Bundle, asked: Asked, asked_for: Wish) -> BenchmarkSheet:
    context = context_of(compared, bundle, asked)
    if asked_for.client is not None or bundle.benchmark.withheld:
        return BenchmarkSheet(bundle)
    return BenchmarkSheet(
        bundle,
        grid.make_grid(context, asked_for.part, asked_for.sort),
        grid.parts(context),
        make_multiples(context, asked_for.beside),
    )


@blueprint.get(f"{GROUP}/file.<ending>")
@group_required()
def download(workspace: Workspace, group: PeerGroup, ending: str) -> ResponseReturnValue:
    """A benchmark as a file that is quickly made. A working copy says so in its name and in itself."""
    if f".{ending}" not in files.AT_ONCE:
        abort(404)
    asked_for = wish(workspace)
    try:
        bundle = bundle_of(
            db, workspace, group, spoken().tag, asked_for.client, working_copy=asked_for.working
        )
    except Problems:
        abort(404)
    parts = (
        group.name,
        asked_for.client.name if asked_for.client else "",
        "working-copy" if asked_for.working else "",
        spoken().tag,
    )
    return files.send(FORMATS[f".{ending}"](bundle), f"{files.stem_of(*parts)}.{ending}", ending)
