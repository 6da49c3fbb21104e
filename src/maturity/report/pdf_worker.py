"""The worker process behind `maturity.report.pdf`: reads HTML from standard input, writes PDF to standard output.

It fetches nothing: everything a report needs is inside it, as `data:` addresses.
"""

from __future__ import annotations

import logging
import resource
import sys
from contextlib import suppress

MEMORY = 3 * 1024**3
"""Bytes of address space that a render may take."""


def main() -> None:
    """Serve documents until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with suppress(ImportError, OSError):  # a missing system library is told when a render is asked for
        import weasyprint  # noqa: F401 - it takes a second, while the caller is still writing

    from maturity.report.pdf import read_message, write_message

    warnings = _collect_warnings()
    strict = "--strict" in sys.argv
    while True:
        try:
            html = read_message(sys.stdin.buffer).decode("utf-8")
        except EOFError:
            return
        warnings.clear()
        try:
            status, body = b"P", _render(html)
            if strict and warnings:
                status, body = b"E", "; ".join(warnings).encode("utf-8")
        except (
            Exception
        ) as error:  # whatever the layout engine raises, the caller is told and the worker goes on
            status, body = b"E", f"{type(error).__name__}: {error}".encode()
        sys.stdout.buffer.write(status)
        write_message(sys.stdout.buffer, body)


def _render(html: str) -> bytes:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    fetcher = URLFetcher(allowed_protocols=("data",))
    document = weasyprint.HTML(string=html, base_url=None, url_fetcher=fetcher)
    body: bytes = document.write_pdf(pdf_variant="pdf/ua-1", font_config=FontConfiguration())
    return body


def _collect_warnings() -> list[str]:
    """What the layout engine complains about, kept here and out of the caller's terminal."""
    told: list[str] = []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            told.append(record.getMessage())

    for name in ("weasyprint", "fontTools"):
        logger = logging.getLogger(name)
        logger.handlers[:] = [Keep(logging.WARNING)]
        logger.propagate = False
    return told


if __name__ == "__main__":
    with suppress(BrokenPipeError):  # its caller was killed: nobody waits for the PDF
        main()
