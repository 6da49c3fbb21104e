"""Makes a PDF that was ordered."""

from __future__ import annotations

from typing import Any

from maturity.jobs.rendering import lay_out
from maturity.jobs.work import Work
from maturity.problems import N_, Problem, Problems
from maturity.report.printed import page_of_part
from maturity.store import clock, documents
from maturity.store.tables import Document

STEPS = 3
"""Put together, laid out, kept."""


def run(work: Work) -> dict[str, Any]:
    """Make the document that `work.payload` names, from the answers as they are now."""
    id_ = work.payload["document"]
    html, key = _put_together(work, id_)
    work.advance(1, STEPS)
    data = lay_out(html)
    work.advance(2, STEPS)
    with work.database.writing() as session:
        document = session.get(Document, id_)
        if document is not None:
            documents.fill(session, document, key, data)
    return {"bytes": len(data)}


def _put_together(work: Work, id_: str) -> tuple[str, str]:
    with work.database.reading() as session:
        document = session.get(Document, id_)
        if document is None:
            raise Problems([Problem(N_("The report has been deleted"))])
        today = clock.today(work.settings.timezone)
        return page_of_part(session, document.assessment, document.language, document.part, today)
