"""What a PDF of a round holds: the whole report, its summary, or the progress up to that round."""

from __future__ import annotations

import datetime

from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.report import stored
from maturity.report.progress import stored as progress_stored
from maturity.store.tables import Assessment


def page_of_part(
    session: Session, assessment: Assessment, tag: str, part: str, today: datetime.date
) -> tuple[str, str]:
    """One part as HTML for paper, and the key of all that is in it. `part` is as in `documents.order`, `today` as
    in `stored.bundle_of`.

    Raises Problems if there is no progress: an earlier round can have been deleted since it was ordered.
    """
    if part != "progress":
        return stored.page_of(stored.bundle_of(session, assessment, tag, today, summary=part == "summary"))
    asked = assessment.questionnaire_version.questionnaire
    bundle = progress_stored.bundle_of(session, assessment.organisation, tag, asked, until=assessment)
    if bundle is None:
        raise Problems([Problem(N_("Progress needs at least two rounds; here is {count}"), {"count": 1})])
    return progress_stored.page_of(bundle)
