"""The report of an assessment in the store: the same for the screen, for files, for the API and for jobs."""

from __future__ import annotations

import datetime
import hashlib

from sqlalchemy.orm import Session

from maturity.advice import advise
from maturity.language import language
from maturity.problems import Problems
from maturity.report.build import build_report
from maturity.report.formats.bundle import Bundle
from maturity.report.html import render_html
from maturity.report.taken import taken_before, taken_on
from maturity.report.theme import Theme, theme
from maturity.store import results
from maturity.store.questionnaires import questionnaire_of
from maturity.store.tables import Assessment, Organisation, PeerGroup, Workspace


def bundle_of(
    session: Session, assessment: Assessment, tag: str, today: datetime.date, *, summary: bool = False
) -> Bundle:
    """An assessment's report in a language, with the data behind it, in its workspace's colour. `today` is the
    date where people live: it decides what is overdue."""
    asked, spoken = questionnaire_of(assessment, tag), language(tag)
    result = results.shown(session, assessment)
    advice = advise(asked, result)
    before = taken_before(session, assessment, spoken, today)
    taken, closed = taken_on(session, assessment, spoken, today), assessment.state in ("meeting", "closed")
    report = build_report(asked, result, advice, spoken, taken, before, closed=closed)
    return Bundle(asked, result, advice, report, spoken, look_of(session, assessment), summary)


def look_of(session: Session, subject: Assessment | Organisation | PeerGroup) -> Theme:
    """The theme of the workspace that something is in; ours for a trial, and where a colour cannot be
    read."""
    workspace = session.get(Workspace, subject.workspace_id) if subject.workspace_id else None
    try:
        return theme(workspace.colour if workspace else None)
    except Problems:
        return Theme()


def page_of(bundle: Bundle) -> tuple[str, str]:
    """The report as HTML for paper, and the key of all that is in it (SHA-256, hexadecimal)."""
    html = render_html(bundle.report, bundle.language, bundle.theme, summary=bundle.summary)
    return html, hashlib.sha256(html.encode("utf-8")).hexdigest()
