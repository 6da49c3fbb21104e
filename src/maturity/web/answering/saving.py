"""Saving one choice at a time, for the script of the page: JSON in, JSON out, and as little work as can be.

A newer answer is never overwritten by somebody who has not seen it: they get it back with 409, and choose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from maturity.problems import N_
from maturity.questionnaire.items import AnswerError, Item
from maturity.store import assessments, questionnaires, saving
from maturity.store.clock import now
from maturity.store.saving import Kept, Saver
from maturity.store.tables import Assessment, QuestionnaireVersion, Respondent
from maturity.web import limits
from maturity.web.answering.given import Given, from_json, in_words, of_row, stamp, to_draft
from maturity.web.answering.page import open_sheet
from maturity.web.answering.posted import seen_in
from maturity.web.languages import spoken, today
from maturity.web.sessions import database, db
from maturity.web.settings import secret

_CLOSED = N_("Answering is closed, so that this was not saved.")
_REVOKED = N_("This link leads nowhere any more, so that this was not saved.")
_NOT_YOURS = N_("This is not one of your questions. Load the page again.")


def save_one(token: str) -> ResponseReturnValue:
    """Save one item of the person behind a link.

    JSON in: item, seen (the revision that the page showed), marks, text, reason, evidence, comment. 200 with
    the new revision; 409 with the newer answer; 404 and 410 when nothing can be saved by this link; 422 when
    it does not fit.
    """
    sent = request.get_json(silent=True)
    data: Mapping[str, Any] = sent if isinstance(sent, dict) else {}
    saver = saving.find(db, token, secret(), str(data.get("item")))
    if saver is None:
        limits.count_miss()
        return _refuse(404, _REVOKED)
    if saver.revoked_at is not None or (saver.expires_at is not None and saver.expires_at <= now()):
        return _refuse(410, _REVOKED)
    if not assessments.takes_answers(saver, today()):
        return _refuse(410, _CLOSED)
    asked = _KEPT.get(saver.questionnaire_version_id)
    if asked is None:
        _remember(saver.questionnaire_version_id)
        return save_one(token)
    item = asked.items.get(str(data.get("item")))
    alone = saver.expires_at is not None  # a trial: see questionnaires.questionnaire_of
    if item is None or not (alone or item.asked_of(saver.role)):
        return _refuse(422, _NOT_YOURS)
    return _save(saver, item, asked, data)


class Asked:
    """What saving must know of a questionnaire."""

    def __init__(self, items: Mapping[str, Item], grades: int) -> None:
        self.items = items
        self.grades = grades
        self.has_rules = any(item.show_if is not None for item in items.values())


_KEPT: dict[str, Asked] = {}
"""By questionnaire version. Published versions never change, so one look is enough for each process."""
_MOST = 200


def _remember(version_id: str) -> None:
    """Read a questionnaire, and let others save meanwhile."""
    db.rollback()
    if len(_KEPT) >= _MOST:
        _KEPT.clear()
    with database().reading() as session:
        found = questionnaires.load(session.get_one(QuestionnaireVersion, version_id), spoken().tag)
    _KEPT[version_id] = Asked(found.all_items, len(found.evidence.grades) if found.evidence else 0)


def _save(saver: Saver, item: Item, asked: Asked, data: Mapping[str, Any]) -> ResponseReturnValue:
    try:
        draft = to_draft(item, from_json(data), asked.grades)
    except AnswerError as error:
        return _refuse(422, error.message, **error.values)
    kept, saved = saving.save(db, saver, item.id, draft, seen_in(data.get("seen")))
    if not saved:
        return _newer(saver, item, kept)
    db.commit()  # before anything else, so that the next one need not wait
    shown = _shown(saver) if asked.has_rules else None
    return jsonify(revision=kept.revision, was=stamp(of_row(item, kept, spoken())), shown=shown)


def _shown(saver: Saver) -> list[str]:
    """The items that are asked now: an answer may have changed which."""
    return sorted(open_sheet(db.get_one(Respondent, saver.respondent_id)).sheet.shown)


def _newer(saver: Saver, item: Item, kept: Kept) -> ResponseReturnValue:
    """What was saved elsewhere in the meantime, to be chosen or replaced."""
    assessment = db.get_one(Assessment, saver.assessment_id)
    known = questionnaires.questionnaire_of(assessment, spoken().tag).all_items[item.id]
    given = of_row(item, kept, spoken())
    told = in_words(known, given, spoken())
    return jsonify(told=told, revision=kept.revision, was=stamp(given), fields=_fields(given)), 409


def _fields(given: Given) -> dict[str, object]:
    return {
        "marks": given.marks,
        "text": given.text,
        "reason": given.reason,
        "evidence": given.evidence,
        "comment": given.comment,
    }


def _refuse(status: int, message: str, **values: object) -> ResponseReturnValue:
    return jsonify(message=spoken().say(message, **values)), status
