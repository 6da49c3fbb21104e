"""The files of a progress report: those that are made at once, and the PDF, which shares its pages with the
reports of rounds."""

from __future__ import annotations

from flask import abort, request
from flask.typing import ResponseReturnValue

from maturity.report.progress.formats import WRITERS
from maturity.report.progress.stored import bundle_of
from maturity.store import comparable
from maturity.store.tables import Assessment, Document, Organisation, Workspace
from maturity.web.access import or_404, organisation_required
from maturity.web.languages import spoken
from maturity.web.progress.room import PLACE, address, blueprint, wanted
from maturity.web.reading import files
from maturity.web.reading.pages import PDF_PAGES, Visit, add_pages
from maturity.web.sessions import db

AT_ONCE = files.PAPERS + files.AT_ONCE


@blueprint.get(f"{PLACE}/file.<ending>")
@organisation_required()
def download(workspace: Workspace, organisation: Organisation, ending: str) -> ResponseReturnValue:  # noqa: ARG001
    """The progress as a file that is quickly made."""
    if f".{ending}" not in AT_ONCE:
        abort(404)
    bundle = or_404(bundle_of(db, organisation, spoken().tag, wanted()))
    name = f"{files.stem_of(organisation.name, 'progress', spoken().tag)}.{ending}"
    return files.send(WRITERS[f".{ending}"](bundle), name, ending)


def downloads(organisation: Organisation) -> dict[str, str]:
    """The addresses of those files by their endings."""
    return {ending[1:]: address("progress.download", organisation, ending=ending[1:]) for ending in AT_ONCE}


def _enter(workspace: Workspace, organisation: Organisation) -> Visit:
    kept = {"questionnaire": name} if (name := wanted()) else {}
    return Visit(
        _about(organisation),
        "progress",
        {"workspace_id": workspace.id, "organisation_id": organisation.id, **kept},
        "progress/show.html",
        {"workspace": workspace, "organisation": organisation},
        part="progress",
        home="show",
    )


def _about(organisation: Organisation) -> Assessment:
    """The round whose PDF is asked for; a new one is always of the latest."""
    document = db.get(Document, (request.view_args or {}).get("document_id", ""))
    if document is not None and document.assessment.organisation_id == organisation.id:
        return document.assessment
    rows = comparable.chosen(db, organisation, wanted())
    return rows[-1] if len(rows) > 1 else abort(404)


add_pages(blueprint, PLACE, organisation_required(), _enter, PDF_PAGES)
