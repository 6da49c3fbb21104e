"""What a downloaded workspace says about itself, in the workspace's language: what is in it, and what is not.

The answers of single people are the one thing that is left out. Whoever opens the file a year later must
neither miss them nor think that they were lost.
"""

from __future__ import annotations

import datetime

from maturity.language import language
from maturity.problems import N_
from maturity.store.tables import Workspace

NAME = "README.txt"
_PARTS = (
    (
        "workspace.json, members.json, log.json",
        N_("the workspace, who belongs to it, and what was done in it"),
    ),
    ("organisations.json", N_("the municipalities with their events and targets")),
    ("groups.json, profiles.json", N_("the groups that they are compared in, and target profiles")),
    (
        "assessments/",
        N_(
            "each round: settings, agreed levels, actions with their readings, what the room said, with whom "
            "reports are shared, and the frozen results"
        ),
    ),
    ("questionnaires/", N_("each questionnaire as a folder that this program reads")),
)
_LEFT_OUT = (
    N_(
        "What single people answered, and what they wrote in their own words. They were promised that nobody "
        "gets to see it, not even whoever arranges the round: so no page shows it, and no file holds it."
    ),
    N_("Who was invited, and every link and key: whoever had them could answer or read in others’ names."),
)
_STAYS = N_(
    "The answers stay where they are for as long as the workspace keeps them, and are then deleted. The results "
    "rest on them and were protected when they were made. To move to another server with the answers, let whoever "
    "runs this one move its whole database."
)


def readme(workspace: Workspace, day: datetime.date) -> str:
    """The text of the file."""
    speaks = language(workspace.language)
    say = speaks.say
    there = [f"- {files}: {say(what)}" for files, what in _PARTS]
    absent = [f"- {say(what)}" for what in _LEFT_OUT]
    title = say("{name}, as it was on {day}", name=workspace.name, day=speaks.date(day))
    return "\n".join(
        [
            title,
            "",
            say("What is in here"),
            "",
            *there,
            "",
            say("What is not in here"),
            "",
            *absent,
            "",
            say(_STAYS),
            "",
        ]
    )
