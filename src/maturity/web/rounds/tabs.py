"""The pages of a round, as tabs. A page appears when its room is there."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, request, url_for

from maturity.problems import N_
from maturity.store import comparable
from maturity.store.tables import Assessment
from maturity.web.access import may
from maturity.web.rounds.room import address
from maturity.web.sessions import db

TABS = (
    ("rounds.overview", N_("Overview")),
    ("invitations.overview", N_("Invite")),
    ("meeting.agenda", N_("Meeting")),
    ("reading.report", N_("Report")),
    ("progress.show", N_("Progress")),
    ("actions.index", N_("Actions")),
    ("sharing.index", N_("Share")),
)

FOR_FACILITATORS = ("sharing.index",)
"""Pages that readers may not open."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its title is a catalogue text."""

    endpoint: str
    title: str
    address: str
    is_current: bool


def tabs(assessment: Assessment) -> tuple[Tab, ...]:
    """The tabs of a round; none while it is set up, because there is only one page then."""
    if assessment.state == "draft":
        return ()
    room = (request.endpoint or "").split(".")[0]
    return tuple(
        Tab(endpoint, title, _address(endpoint, assessment), endpoint.split(".")[0] == room)
        for endpoint, title in TABS
        if endpoint in current_app.view_functions and _is_open(endpoint, assessment)
    )


def _is_open(endpoint: str, assessment: Assessment) -> bool:
    """Whether this reader may open it, and there is something to see."""
    if endpoint == "progress.show":
        return comparable.is_repeated(db, assessment)
    return endpoint not in FOR_FACILITATORS or may("facilitator")


def _address(endpoint: str, assessment: Assessment) -> str:
    if endpoint != "progress.show":
        return address(endpoint, assessment)
    return url_for(
        endpoint,
        workspace_id=assessment.workspace_id,
        organisation_id=assessment.organisation_id,
        questionnaire=assessment.questionnaire_version.questionnaire,
    )
