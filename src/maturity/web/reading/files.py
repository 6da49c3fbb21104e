"""A report as a file: its name, its kind, and how far one is that takes its time."""

from __future__ import annotations

import io
from dataclasses import dataclass

from flask import Response, send_file
from werkzeug.utils import secure_filename

from maturity.jobs.kinds.report_pdf import STEPS
from maturity.problems import N_
from maturity.report.printed import page_of_part
from maturity.store import documents
from maturity.store.tables import Assessment, Document
from maturity.web import work
from maturity.web.languages import today
from maturity.web.sessions import db

AT_ONCE = (".xlsx", ".csv", ".html", ".json")
"""What is made for other programs while one waits. A PDF takes seconds, and is ordered."""
PAPERS = (".docx", ".pptx")
"""What is made for a meeting, while one waits too: the decision paper and the slides."""
KINDS = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "csv": "text/csv",
    "json": "application/json",
    "html": "application/octet-stream",  # saved, never shown as a page of ours
}


@dataclass(frozen=True, slots=True)
class State:
    """How far a PDF is: ready, failed, running or waiting; in words; and `progress` of `total` steps."""

    name: str
    text: str
    progress: int = 0
    total: int = STEPS


def state_of(document: Document) -> State:
    """How far a PDF is."""
    job = document.job
    if documents.is_ready(document):
        return State("ready", N_("The PDF is ready"), STEPS)
    if job is None or job.state == "failed":
        return State("failed", (job.error if job else None) or N_("The PDF could not be made"))
    if job.state == "waiting":
        return State("waiting", N_("The PDF waits for its turn"))
    if job.progress == 0:
        return State("running", N_("The numbers are being put together"), 0)
    return State("running", N_("The pages are being laid out"), job.progress)


def send(data: bytes, name: str, ending: str) -> Response:
    """A file to keep."""
    response = send_file(io.BytesIO(data), KINDS[ending], as_attachment=True, download_name=name)
    response.headers["Cache-Control"] = "no-store"  # people share computers
    return response


def name_of(assessment: Assessment, ending: str, document: Document | None = None) -> str:
    """What a file is called: organisation, round, and for a PDF its language."""
    parts = [assessment.organisation.name, assessment.label]
    if document is not None:
        parts += [document.part if document.part != "whole" else "", document.language]
    return f"{stem_of(*parts)}.{ending}"


def stem_of(*parts: str) -> str:
    """What a file is called, without its ending, from the parts that there are."""
    return secure_filename("-".join(part for part in parts if part)).lower() or "report"


def order(assessment: Assessment, tag: str, part: str) -> Document:
    """The PDF of a report, or of a part of it, in a language: the one that is there, or one that is on its
    way from now on."""
    _, key = page_of_part(db, assessment, tag, part, today())
    document = documents.order(db, assessment, key, tag, part)
    if documents.needs_work(document):
        document.job = work.start(documents.KIND, {"document": document.id}, assessment.workspace_id)
    return document
