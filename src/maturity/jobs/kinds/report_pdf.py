"""Makes a PDF that was ordered: in one of a few worker processes, each of which can be stopped from
outside."""

from __future__ import annotations

import atexit
import queue
from functools import cache
from typing import Any

from maturity.jobs.work import Work
from maturity.problems import N_, Problem, Problems
from maturity.report.pdf import Renderer, RenderError
from maturity.report.stored import bundle_of, page_of
from maturity.store import documents
from maturity.store.tables import Document

RENDERERS = 2
"""How many PDFs are made at the same time; more would only wait for the processor and take memory."""
STEPS = 3
"""Put together, laid out, kept."""


def run(work: Work) -> dict[str, Any]:
    """Make the document that `work.payload` names, from the answers as they are now."""
    id_ = work.payload["document"]
    html, key = _put_together(work, id_)
    work.advance(1, STEPS)
    data = _lay_out(html)
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
        bundle = bundle_of(
            session, document.assessment, document.language, summary=document.part == "summary"
        )
    return page_of(bundle)


def _lay_out(html: str) -> bytes:
    try:
        return _pool().render(html)
    except RenderError:
        message = N_("The PDF could not be made in the time and memory that it may take")
        raise Problems([Problem(message)]) from None


class Pool:
    """At most so many renderers, started when they are first wanted and kept: each has imported its
    library."""

    def __init__(self, size: int) -> None:
        self._all = [Renderer() for _ in range(size)]
        self._free: queue.LifoQueue[Renderer] = queue.LifoQueue()
        for renderer in self._all:
            self._free.put(renderer)

    def render(self, html: str) -> bytes:
        """The document as PDF, by the first renderer that is free. Raises RenderError."""
        renderer = self._free.get()
        try:
            return renderer.render(html)
        finally:
            self._free.put(renderer)

    def close(self) -> None:
        """End the renderers."""
        for renderer in self._all:
            renderer.close()


@cache
def _pool() -> Pool:
    pool = Pool(RENDERERS)
    atexit.register(pool.close)
    return pool
