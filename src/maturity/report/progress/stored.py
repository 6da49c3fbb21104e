"""The report about the progress of an organisation in the store: the same for the screen, files and jobs."""

from __future__ import annotations

import hashlib

from sqlalchemy.orm import Session

from maturity.comparison.progress import Round
from maturity.language import language
from maturity.report.html import render_template
from maturity.report.progress.build import build_progress
from maturity.report.progress.formats import Bundle
from maturity.report.stored import look_of
from maturity.store import progressing
from maturity.store.tables import Assessment, Organisation


def bundle_of(
    session: Session,
    organisation: Organisation,
    tag: str,
    questionnaire: str | None = None,
    until: Assessment | None = None,
) -> Bundle | None:
    """The report in a language, with the data behind it, in the workspace's colour; None if there are fewer
    than two rounds. `questionnaire` and `until` as for `progressing.rounds_of`."""
    rounds = progressing.rounds_of(session, organisation, tag, questionnaire, until)
    return bundle_from(session, organisation, rounds, tag)


def bundle_from(
    session: Session, organisation: Organisation, rounds: tuple[Round, ...], tag: str
) -> Bundle | None:
    """The same from rounds that are at hand, oldest first."""
    progress = progressing.of_rounds(session, organisation, rounds)
    if progress is None:
        return None
    *earlier, asked = (one.questionnaire for one in rounds)
    spoken = language(tag)
    report = build_progress(asked, progress, spoken, earlier)
    return Bundle(asked, progress, report, spoken, look_of(session, organisation))


def page_of(bundle: Bundle) -> tuple[str, str]:
    """The report as HTML for paper, and the key of all that is in it (SHA-256, hexadecimal)."""
    html = render_template("progress.html", bundle.report, bundle.language, bundle.theme)
    return html, hashlib.sha256(html.encode("utf-8")).hexdigest()
