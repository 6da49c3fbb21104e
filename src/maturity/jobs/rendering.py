"""The renderers that every kind of job shares: a few processes, each of which can be stopped from outside."""

from __future__ import annotations

import atexit
import queue
from functools import cache

from maturity.problems import N_, Problem, Problems
from maturity.report.pdf import Renderer, RenderError

RENDERERS = 2
"""How many PDFs are made at the same time; more would only wait for the processor and take memory."""
REFUSED = N_("The PDF could not be made in the time and memory that it may take")


class Pool:
    """At most so many renderers, started when they are first wanted and kept: each has imported its
    library."""

    def __init__(self, size: int) -> None:
        self._all = [Renderer() for _ in range(size)]
        self._free: queue.LifoQueue[Renderer] = queue.LifoQueue()
        for renderer in self._all:
            self._free.put(renderer)
        self._closed = False

    def render(self, html: str) -> bytes:
        """The document as PDF, by the first renderer that is free. Raises RenderError.

        Raises SystemExit, which ends the thread, if the pool is closed meanwhile: then nothing is wrong with
        the document, and the next worker makes it."""
        renderer = self._free.get()
        try:
            return renderer.render(html)
        except Exception:
            if self._closed:  # from another thread, so that anything may have broken
                raise SystemExit from None
            raise
        finally:
            self._free.put(renderer)

    def close(self) -> None:
        """End the renderers."""
        self._closed = True
        for renderer in self._all:
            renderer.close()


def lay_out(html: str) -> bytes:
    """A document as PDF. Raises Problems if it takes more time or memory than it may."""
    try:
        return pool().render(html)
    except RenderError:
        raise Problems([Problem(REFUSED)]) from None


@cache
def pool() -> Pool:
    """The renderers of this process."""
    found = Pool(RENDERERS)
    atexit.register(found.close)
    return found
