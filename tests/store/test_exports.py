"""A workspace to take along: all that is in it, and nothing that was promised to stay."""

from __future__ import annotations

import datetime
import io
import json
import zipfile

import pytest
from tests.web.furnished import OURS, SECRET, furnish

from maturity.store import exports, marks, questionnaires
from maturity.store.export_readme import readme
from maturity.store.tables import Organisation, Respondent, Target, Workspace


@pytest.fixture
def home(session):
    """A workspace with everything."""
    questionnaires.ensure_bundled(session)
    return furnish(session, "Ourtown", OURS, "hash")


@pytest.fixture
def files(session, home):
    """What its export holds, by name."""
    packed = exports.workspace_zip(session, session.get(Workspace, home.id))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_everything_that_was_written_and_decided_is_in_it(files, home):
    folder = f"assessments/{home.rounds['meeting']}"
    told = {
        name: json.loads(files[f"{folder}/{name}.json"]) for name in ("actions", "agreed", "live", "shares")
    }
    assert told["actions"][0]["title"] == f"Action {OURS}"
    assert f"Reason {OURS}" in [row["reason"] for row in told["agreed"]]
    assert [(row["item"], row["counts"]) for row in told["live"]] == [("joint-assignments", {"4": 5})]
    assert told["shares"][0]["label"] == f"Council {OURS}"
    assert {row["email"] for row in json.loads(files["members.json"])} == set(home.people.values())
    assert any(name.startswith("questionnaires/") for name in files)
    assert json.loads(files["organisations.json"])
    assert json.loads(files["log.json"])


def test_it_says_for_itself_what_is_in_it_and_what_is_not(files, home, session):
    text = files["README.txt"]
    assert text.startswith("Ourtown")
    for name in files:
        assert name == "README.txt" or name.split("/")[0] in text
    assert "What single people answered" in text
    assert "{" not in text


def test_it_speaks_the_workspaces_language(session, home):
    workspace = session.get(Workspace, home.id)
    workspace.language = "sv"
    assert readme(workspace, datetime.date(2026, 3, 12)).splitlines()[0].endswith("12 mars 2026")


def test_events_targets_and_groups_are_in_it(session, home):
    organisation = session.query(Organisation).filter_by(workspace_id=home.id).first()
    marks.add(session, organisation, datetime.date(2022, 9, 11), "Election of that year")
    session.add(
        Target(
            organisation_id=organisation.id,
            questionnaire="innovation-capacity",
            dimension="benefits",
            score=3.0,
            by=datetime.date(2028, 1, 1),
        )
    )
    session.flush()
    packed = exports.workspace_zip(session, session.get(Workspace, home.id))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        told = json.loads(archive.read("organisations.json"))
        assert {"groups.json", "profiles.json"} <= set(archive.namelist())
    (mine,) = [one for one in told if one["id"] == organisation.id]
    assert "Election of that year" in [mark["text"] for mark in mine["marks"]]
    assert 3.0 in [target["score"] for target in mine["targets"]]


def test_no_answer_and_nothing_secret_is_in_it(files, home, session):
    text = "\n".join(files.values())
    assert f"Comment {OURS}" not in text
    for secret in (SECRET, '"key"', *home.tokens.values()):
        assert secret not in text
    for person in session.query(Respondent):
        assert person.key not in text
        assert person.id not in text
