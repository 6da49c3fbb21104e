"""The pages of a report, for whoever may read it: members of its workspace, holders of a link, and the one
person of a trial. Each of them enters by a door of their own; behind it everything is the same."""

from __future__ import annotations

import functools
import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, abort, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from maturity.report.formats import writer
from maturity.report.stored import bundle_of
from maturity.store import documents, results
from maturity.store.tables import Assessment, Document
from maturity.web.access import View, or_404
from maturity.web.languages import spoken, today
from maturity.web.reading import files
from maturity.web.reading.sheet import Sheet, allow_charts
from maturity.web.sessions import db

Guard = Callable[[View], View]
Pages = Mapping[str, tuple[str, str, Callable[..., ResponseReturnValue]]]
"""By endpoint: what the address ends with, the method, and the view."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody who may read one report, and where they are: their room's blueprint, and what its addresses
    need."""

    assessment: Assessment
    blueprint: str
    args: Mapping[str, str]
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    part: str = "whole"
    """What its PDF holds, unless the summary is asked for; see `documents.order`."""
    home: str = "report"
    """The page where it is read."""

    def url(self, page: str, **more: object) -> str:
        """The address of one of the pages below."""
        values: dict[str, Any] = {**self.args, **more}
        return url_for(f"{self.blueprint}.{page}", **values)

    @property
    def downloads(self) -> tuple[tuple[str, str], ...]:
        """The files for other programs: ending and address."""
        return tuple((ending[1:], self.url("download", ending=ending[1:])) for ending in files.AT_ONCE)


def add_pages(
    blueprint: Blueprint,
    rule: str,
    guard: Guard[Any],
    enter: Callable[..., Visit],
    pages: Pages | None = None,
) -> None:
    """Add the pages below (or only some) under an address. `guard` lets people in or not, and `enter` is
    called with what it lets through."""
    for name, (suffix, method, page) in (pages or PAGES).items():
        blueprint.add_url_rule(rule + suffix, name, guard(_through(enter, page)), methods=[method])


def _through(enter: Callable[..., Visit], page: Callable[..., ResponseReturnValue]) -> Any:
    own = ("ending", "document_id")

    @functools.wraps(page)
    def view(**given: Any) -> ResponseReturnValue:
        wanted = {name: given.pop(name) for name in own if name in given}
        return page(enter(**given), **wanted)

    return view


def report(visit: Visit) -> ResponseReturnValue:
    """The report on screen, or that there is none yet."""
    sheet = None
    if results.readable(visit.assessment):
        sheet = Sheet(bundle_of(db, visit.assessment, spoken().tag, today()))
        allow_charts()
    return packed(render_template(visit.template, visit=visit, sheet=sheet, **visit.context))


def packed(page: str) -> Response:
    """A page with many drawings, compressed to an eighth. Nothing in it repeats what a request said, so that
    its length tells nothing."""
    response = Response(page)
    response.vary.add("Accept-Encoding")
    if request.accept_encodings.quality("gzip"):
        response.set_data(gzip.compress(page.encode("utf-8"), 6))
        response.headers["Content-Encoding"] = "gzip"
    return response


def download(visit: Visit, ending: str) -> ResponseReturnValue:
    """The report as a file that is quickly made."""
    if f".{ending}" not in files.PAPERS + files.AT_ONCE:
        abort(404)
    if not results.readable(visit.assessment):
        return redirect(visit.url("report"))
    bundle = bundle_of(db, visit.assessment, spoken().tag, today())
    return files.send(writer(f".{ending}")(bundle), files.name_of(visit.assessment, ending), ending)


def order_pdf(visit: Visit) -> ResponseReturnValue:
    """Order the PDF; one that has been made already comes at once."""
    if not results.readable(visit.assessment):
        return redirect(visit.url(visit.home), 303)
    summary = request.form.get("part") == "summary" and visit.part == "whole"
    document = files.order(visit.assessment, spoken().tag, "summary" if summary else visit.part)
    page = "pdf_file" if documents.is_ready(document) else "pdf"
    return redirect(visit.url(page, document_id=document.id), 303)


def pdf(visit: Visit, document_id: str) -> ResponseReturnValue:
    """How far the PDF is. The page can be left and returned to."""
    document = _document(visit, document_id)
    return render_template(
        "reading/pdf.html", visit=visit, document=document, state=files.state_of(document), **visit.context
    )


def pdf_state(visit: Visit, document_id: str) -> ResponseReturnValue:
    """The same for the page's script."""
    document = _document(visit, document_id)
    state = files.state_of(document)
    return jsonify(
        state=state.name, text=spoken().say(state.text), progress=state.progress, total=state.total
    )


def pdf_file(visit: Visit, document_id: str) -> ResponseReturnValue:
    """The PDF itself."""
    document = _document(visit, document_id)
    if not documents.is_ready(document):
        return redirect(visit.url("pdf", document_id=document.id))
    return files.send(document.data or b"", files.name_of(visit.assessment, "pdf", document), "pdf")


def _document(visit: Visit, id_: str) -> Document:
    """A PDF of this visit's kind: who may read a report does not for that reason read the progress."""
    found = or_404(documents.get(db, visit.assessment, id_))
    if not results.readable(visit.assessment) or (found.part == "progress") != (visit.part == "progress"):
        abort(404)
    return found


PDF_PAGES: Pages = {
    "order_pdf": ("/pdf", "POST", order_pdf),
    "pdf": ("/pdf/<document_id>", "GET", pdf),
    "pdf_state": ("/pdf/<document_id>/state", "GET", pdf_state),
    "pdf_file": ("/pdf/<document_id>/file", "GET", pdf_file),
}
PAGES: Pages = {
    "report": ("", "GET", report),
    "download": ("/file.<ending>", "GET", download),
    **PDF_PAGES,
}
