"""The projector view: one item, large and calm; and asking it in the room."""

from __future__ import annotations

import segno
from flask import jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from maturity.problems import Problems
from maturity.questionnaire.items import Item
from maturity.store import invitations, live
from maturity.store.tables import Assessment, LiveItem, Workspace
from maturity.web.access import assessment_required, record
from maturity.web.languages import spoken
from maturity.web.meeting.board import Board
from maturity.web.meeting.options import options_of
from maturity.web.meeting.room import blueprint
from maturity.web.meeting.scene import make_scene
from maturity.web.meeting.spread import room_spread
from maturity.web.refused import flash_told
from maturity.web.rounds.room import ROUND, address
from maturity.web.sessions import db
from maturity.web.settings import secret, settings


@blueprint.get(f"{ROUND}/wall")
@assessment_required()
def wall(workspace: Workspace, assessment: Assessment) -> ResponseReturnValue:  # noqa: ARG001
    """The item that is being asked, else the first of the agenda."""
    if assessment.state not in ("meeting", "closed"):
        return redirect(address("meeting.agenda", assessment))
    first = assessment.live_item or Board(assessment).order[0].id
    return redirect(address("meeting.wall_item", assessment, item_id=first))


@blueprint.get(f"{ROUND}/wall/<item_id>")
@assessment_required()
def wall_item(workspace: Workspace, assessment: Assessment, item_id: str) -> ResponseReturnValue:
    """One item on the wall."""
    if assessment.state not in ("meeting", "closed"):
        return redirect(address("meeting.agenda", assessment))
    board = Board(assessment)
    item = board.item(item_id)
    asked_now = _asked_now(assessment, item)
    before, after = board.neighbours(item)
    return render_template(
        "meeting/wall.html",
        workspace=workspace,
        assessment=assessment,
        board=board,
        scene=make_scene(board, item),
        before=before,
        after=after,
        can_ask=assessment.state == "meeting" and bool(options_of(item, spoken())),
        least=_likely(board),
        asked=_live_view(board, item, asked_now) if asked_now else None,
        qr=_qr,
    )


@blueprint.get(f"{ROUND}/wall/<item_id>/state")
@assessment_required()
def wall_state(workspace: Workspace, assessment: Assessment, item_id: str) -> ResponseReturnValue:  # noqa: ARG001
    """How many have answered, and the distribution once it may be shown; for the script of the wall."""
    board = Board(assessment)
    item = board.item(item_id)
    asked_now = _asked_now(assessment, item)
    if asked_now is None:
        return jsonify(live=None)
    view = _live_view(board, item, asked_now)
    picture = render_template("meeting/_room.html", asked=view)
    return jsonify(live=asked_now.id, html=picture, told=f"{asked_now.people}/{view['answered']}")


@blueprint.post(f"{ROUND}/wall/<item_id>/ask")
@assessment_required("facilitator")
def ask(workspace: Workspace, assessment: Assessment, item_id: str) -> ResponseReturnValue:  # noqa: ARG001
    """Ask an item in the room."""
    item = Board(assessment).item(item_id)
    typed = request.form.get("wait_for", "").strip()[:9]
    try:
        live.begin(db, assessment, item.id, int(typed) if typed.isdecimal() else None)
        if invitations.open_link(db, assessment) is None:
            invitations.make(db, assessment, secret(), kind="open")
            record("invitations-made", ("assessment", assessment.id), count=1)
    except Problems as refused:
        db.rollback()
        flash_told(refused)
    else:
        record("live-asked", ("assessment", assessment.id))
    return redirect(address("meeting.wall_item", assessment, item_id=item.id), 303)


@blueprint.post(f"{ROUND}/wall/<item_id>/stop")
@assessment_required("facilitator")
def stop(workspace: Workspace, assessment: Assessment, item_id: str) -> ResponseReturnValue:  # noqa: ARG001
    """Stop asking: the single answers are deleted."""
    item = Board(assessment).item(item_id)
    live.end(db, assessment)
    return redirect(address("meeting.wall_item", assessment, item_id=item.id), 303)


def _asked_now(assessment: Assessment, item: Item) -> LiveItem | None:
    found = live.current(db, assessment)
    return found if found is not None and found.item == item.id else None


def _live_view(board: Board, item: Item, asked: LiveItem) -> dict[str, object]:
    """What the wall shows of an item that is being asked."""
    return {
        "id": asked.id,
        "answered": live.how_many(db, asked),
        "wait_for": asked.wait_for,
        "threshold": asked.threshold,
        "people": asked.people,
        "spread": room_spread(board, item, asked),
        "link": _link(board.assessment),
    }


def _qr(address: str) -> Markup:
    """The address as a picture that phones read."""
    return Markup(segno.make(address, error="m").svg_inline(scale=4, border=2, omitsize=True))


def _likely(board: Board) -> int:
    """How many will answer: as many as last time, or the fewest that there must be."""
    earlier = [found.people + found.late for found in board.live.values()]
    return max([board.assessment.threshold, *earlier[-1:]])


def _link(assessment: Assessment) -> str:
    """The address that people open on their phones."""
    found = invitations.open_link(db, assessment)
    if found is None:
        return ""
    path = url_for("meeting.phone", token=invitations.token_of(found, secret()))
    return settings().base_url.rstrip("/") + path
