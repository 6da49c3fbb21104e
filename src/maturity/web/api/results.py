"""Results and reports: the same numbers as on screen and on paper, protected in the same place."""

from __future__ import annotations

import hashlib

from flask import Response, jsonify, request

from maturity.problems import N_
from maturity.report.formats import writer
from maturity.report.stored import bundle_of
from maturity.scoring import to_json
from maturity.store import documents, results
from maturity.store.tables import Assessment
from maturity.web.access import or_404
from maturity.web.api import models
from maturity.web.api.assessments import find
from maturity.web.api.problems import Refused
from maturity.web.api.spec import endpoint
from maturity.web.languages import spoken, today
from maturity.web.reading import files
from maturity.web.sessions import db

_MEDIA = tuple(kind.partition(";")[0] for kind in files.KINDS.values())
AGAIN = "2"
"""Seconds after which to ask again for a PDF."""


@endpoint(
    "GET",
    "/assessments/<assessment_id>/result",
    "results:read",
    tag="results",
    more=(409,),
    HTTP_200=None,
    HTTP_304=None,
)
def get_result(assessment_id: str) -> Response:
    """The result as data, the same as `maturity score --json` writes; with an ETag."""
    body = to_json(results.shown(db, _readable(assessment_id))).encode("utf-8")
    response = Response(body, mimetype="application/json")
    response.set_etag(hashlib.sha256(body).hexdigest())
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response


@endpoint(
    "GET",
    "/assessments/<assessment_id>/report/<ending>",
    "reports:read",
    tag="reports",
    query=models.ReportOptions,
    gives=_MEDIA,
    more=(409, 503),
    writes=True,
    HTTP_200=None,
    HTTP_202=models.Waiting,
)
def get_report(assessment_id: str, ending: str, query: models.ReportOptions) -> Response:
    """The report as a file: pdf, docx, pptx, xlsx, csv, json or html. A PDF takes seconds: 202 until it is ready."""
    if ending not in files.KINDS:
        or_404(None)
    assessment = _readable(assessment_id)
    tag = query.lang or spoken().tag
    if ending == "pdf":
        return _pdf(assessment, tag, query.summary)
    bundle = bundle_of(db, assessment, tag, today(), summary=query.summary)
    return _sent(writer(f".{ending}")(bundle), files.name_of(assessment, ending), ending)


def _sent(data: bytes, name: str, ending: str) -> Response:
    response = files.send(data, name, ending)
    response.direct_passthrough = False  # spectree looks into it
    return response


def _pdf(assessment: Assessment, tag: str, summary: bool) -> Response:
    document = files.order(assessment, tag, "summary" if summary else "whole")
    if documents.is_ready(document):
        return _sent(document.data or b"", files.name_of(assessment, "pdf", document), "pdf")
    state = files.state_of(document)
    if state.name == "failed":
        raise Refused(503, state.text)
    response = jsonify(state=state.name, progress=state.progress, total=state.total)
    response.status_code, response.headers["Retry-After"] = 202, AGAIN
    return response


def _readable(assessment_id: str) -> Assessment:
    found = find(assessment_id)
    if not results.readable(found):
        raise Refused(409, N_("There is no result before answering is closed."))
    return found
