"""PDFs of reports: ordered once, made by a job, kept until newer ones take their place."""

from __future__ import annotations

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from maturity.store.tables import Assessment, Document

KIND = "report-pdf"
"""The kind of the jobs that make them."""
KEPT = 12
"""How many are kept of one assessment: four languages, the whole and the summary, and some earlier ones."""


def order(session: Session, assessment: Assessment, key: str, language: str, part: str = "whole") -> Document:
    """The document with this key (64 hexadecimal digits): found, or new and without a PDF. `part` is whole,
    summary or progress."""
    query = select(Document).where(Document.assessment_id == assessment.id, Document.key == key)
    found = session.scalar(query)
    if found is None:
        found = Document(assessment=assessment, key=key, language=language, part=part)
        session.add(found)
        session.flush()
    return found


def needs_work(document: Document) -> bool:
    """Whether nobody is making it: it is not ready, and its job failed or was never started."""
    return not is_ready(document) and (document.job is None or document.job.state == "failed")


def get(session: Session, assessment: Assessment, id_: str) -> Document | None:
    """A document of this assessment; None if it is another's."""
    found = session.get(Document, id_)
    return found if found and found.assessment_id == assessment.id else None


def is_ready(document: Document) -> bool:
    """Whether it has been made."""
    return document.size > 0


def fill(session: Session, document: Document, key: str, data: bytes) -> None:
    """Keep the PDF, under the key of what really is in it; the oldest beyond those that are kept go."""
    if key != document.key:  # the answers changed after it was ordered
        same = (Document.assessment_id == document.assessment_id, Document.key == key)
        session.execute(delete(Document).where(*same))
        document.key = key
    document.data, document.size = data, len(data)
    session.flush()
    _forget_oldest(session, document)


def _forget_oldest(session: Session, document: Document) -> None:
    mine = select(Document.id).where(
        Document.assessment_id == document.assessment_id, Document.size > 0, Document.id != document.id
    )
    oldest = session.scalars(mine.order_by(Document.created_at.desc()).offset(KEPT - 1)).all()
    session.execute(delete(Document).where(Document.id.in_(oldest)))
