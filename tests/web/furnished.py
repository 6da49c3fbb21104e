"""A whole town for tests that walk everywhere: two workspaces with every kind of thing, made once.

`Home` is plain data, so that it can be told about a database that was copied."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask_security.utils import hash_password
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests import databases
from tests.comparison.benchmark import towns
from tests.databases import Template
from tests.newer import newer_files

from maturity import answers, resources
from maturity.answers.excerpts import Excerpt
from maturity.problems import Problem
from maturity.settings import Settings
from maturity.store import (
    actions,
    agreed,
    api_tokens,
    assessments,
    audit,
    batches,
    documents,
    findings,
    groups,
    intakes,
    invitations,
    live,
    marks,
    organisations,
    profiles,
    questionnaires,
    readings,
    respondents,
    results,
    shares,
    targets,
    users,
    workspaces,
)
from maturity.store.clock import now
from maturity.store.database import Database
from maturity.store.ids import make_token
from maturity.store.imports import import_assessment
from maturity.store.tables import Action, Assessment, Membership, PeerGroup, Workspace
from maturity.store.understood import Outcome, Understood, plain
from maturity.web.app import create_app

STATES = ("draft", "open", "meeting", "closed")
SECRET = "a secret key that is only for tests, and long"
QUICK = {"argon2__rounds": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}
PASSWORD = "correct horse battery staple"
OURS = "Qvarnholm"
THEIRS = "Zetterlundsforvaltningsutvecklingsnamndsammantradesprotokollet"
"""A word as long as they come, so that every page is also seen with long texts."""
_ITEM = "resources-follow-the-problem"
_TRIAL = "innovation-capacity-short"


@dataclass(frozen=True, slots=True)
class Home:
    """One workspace: its people by role, its rounds by state, the ids in it by their name in addresses, its
    links' tokens by kind, and a word that stands in everything that people wrote in it."""

    id: str
    mark: str
    people: dict[str, str]
    rounds: dict[str, str]
    ids: dict[str, str]
    tokens: dict[str, str]

    def address(self, rule: str, state: str = "", **other: str) -> dict[str, str]:
        """What fills the names in a rule: with the round of that state, or with one that has such a thing."""
        while_open = "/invite" in rule or rule.endswith("/close-answering")
        fitting = state or ("open" if while_open else "draft" if "/set-up" in rule else "meeting")
        paper = {"document_id": self.ids["progress_document"]} if "/progress/" in rule else {}
        place = {"workspace_id": self.id, "assessment_id": self.rounds[fitting]}
        return {**place, **self.ids, **paper, **other}


@dataclass(frozen=True, slots=True)
class Town:
    """A database to copy, the two workspaces in it, and the token of somebody's trial."""

    data: Template
    ours: Home
    theirs: Home
    trial_id: str
    trial: str


def build(folder: Path, newest: Template) -> Town:
    """Make the town in a database of its own."""
    made: list[Any] = []
    data = databases.make(folder, lambda address: made.extend(_furnish_all(folder, address)), newest)
    return Town(data, *made)


def _furnish_all(folder: Path, address: str) -> tuple[Home, Home, str, str]:
    app = create_app(Settings(instance=folder, database_url=address, secret_key=SECRET))  # type: ignore[arg-type]
    app.extensions["security"].pwd_context.update(**QUICK)
    with app.app_context():
        hashed = hash_password(PASSWORD)
    store: Database = app.extensions["maturity-database"]
    with store.writing() as session:
        ours = furnish(session, "Ourtown", OURS, hashed)
        theirs = furnish(session, "Theirtown", THEIRS, hashed)
        trial = make_trial(session)
    store.close()
    return ours, theirs, *trial


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, newest: Template) -> Town:
    """The town, made once for each process."""
    return build(tmp_path_factory.mktemp("town"), newest)


def furnish(session: Session, name: str, mark: str, password: str) -> Home:
    """A workspace with everything that a workspace can hold; `mark` stands in every text."""
    people = {role: f"{role}@{name.lower()}.example" for role in ("owner", "facilitator", "reader")}
    made = {
        role: users.create(session, email, password, name=f"{role} {mark}") for role, email in people.items()
    }
    home = workspaces.create(session, made["owner"], f"{name} {mark}")
    for role in ("facilitator", "reader"):
        session.add(Membership(workspace_id=home.id, user_id=made[role].id, role=role))
    session.flush()
    member = session.scalars(
        select(Membership.id).where(Membership.workspace_id == home.id, Membership.role == "reader")
    ).one()
    email = f"new@{name.lower()}.example"
    invited, join = workspaces.invitation_to(home, email, "reader", made["owner"], SECRET)
    workspaces.invite(session, invited)
    key, api = api_tokens.make(session, home.id, f"Program {mark}", tuple(api_tokens.SCOPES), SECRET)
    audit.record(session, home.id, made["owner"].id, "workspace-created", ("workspace", home.id))
    rounds = {state: _round(session, home, state, mark) for state in STATES}
    ids, tokens = _belongings(session, home, rounds, mark)
    ids |= _progress(session, rounds["meeting"], mark)
    ids |= _reports(session, home, rounds["closed"], mark)
    _repeated(session, home, rounds, mark)
    ids |= _brought(session, home, mark)
    ids |= {"member_id": member, "token_id": key.id}
    tokens |= _decided(session, rounds["closed"])
    ids |= _twice(session, rounds["closed"], mark)
    tokens |= {"join": join, "api": api, "member_invitation": invited.id}
    return Home(home.id, mark, people, {state: row.id for state, row in rounds.items()}, ids, tokens)


def _round(session: Session, home: Workspace, state: str, mark: str) -> Assessment:
    version = questionnaires.bundled(session, "innovation-capacity")
    path = resources.examples() / "exempelkoping-2026.yaml"
    given = answers.read(path.read_bytes(), path.name, questionnaires.load(version))
    given = replace(given, organisation=replace(given.organisation, name=f"Town {mark}"))
    if state in ("draft", "open"):
        given = replace(given, respondents=(), consensus={})
    found = import_assessment(session, home.id, version, given, SECRET, state=state)
    found.label, found.note = f"{state} {mark}", f"Note {mark}"
    found.languages = list(questionnaires.languages_of(version))
    found.welcome = dict.fromkeys(found.languages, f"Welcome {mark}")
    found.targets = {"politician": 5, "manager": 8}
    if state == "draft":
        found.first_answer_at = None
    session.flush()
    return found


def _belongings(
    session: Session, home: Workspace, rounds: dict[str, Assessment], mark: str
) -> tuple[dict[str, str], dict[str, str]]:
    ids, tokens = _read_and_decided(session, rounds, mark)
    tokens |= _links(session, rounds["open"], mark)
    files = questionnaires.files_of(questionnaires.bundled(session, _TRIAL))
    changed = {**files, "questionnaire.yaml": _marked(files["questionnaire.yaml"], mark)}
    draft = questionnaires.begin_draft(session, home.id, changed)
    ids |= {"version_id": draft.id, "item_id": _ITEM, "invitation_id": tokens.pop("invitation_id")}
    return ids | {"step": "municipality", "ending": "json", "number": "1"}, tokens


def _marked(data: bytes, mark: str) -> bytes:
    """The same questionnaire with the mark in its first title."""
    text = data.decode()
    title = next(line for line in text.splitlines() if line.startswith("title:"))
    return text.replace(title, f"title: Draft {mark}", 1).encode()


def _read_and_decided(
    session: Session, rounds: dict[str, Assessment], mark: str
) -> tuple[dict[str, str], dict[str, str]]:
    found: dict[str, str] = {}
    tokens: dict[str, str] = {}
    ends = datetime.date.today() + datetime.timedelta(days=30)
    for state in ("closed", "meeting"):  # the last one stays: the ids are of the meeting
        row = rounds[state]
        share = shares.make(session, row, SECRET, "sv", ends, f"Council {mark}")
        action = _action(session, row, mark)
        paper = documents.order(session, row, make_token().encode().hex().ljust(64, "0")[:64], "en")
        documents.fill(session, paper, paper.key, b"%PDF-1.7 " + mark.encode())
        agreed.record(session, row, _ITEM, 3, f"Reason {mark}", None)
        found = {"action_id": action.id, "share_id": share.id, "document_id": paper.id}
        found |= {"reading_id": action.readings[0].id}
        tokens = {"share": shares.token_of(share, SECRET)}
    _asked(session, rounds["meeting"])
    return found, tokens


def _action(session: Session, row: Assessment, mark: str) -> Action:
    """An action that is soon due, with a measure that was read twice."""
    today = datetime.date.today()
    facts = {"owner": f"Head {mark}", "note": f"Why {mark}", "due": today + datetime.timedelta(days=7)}
    measured = {"measure": f"Measure {mark}", "baseline": 1.0, "target": 8.0, "about": [_ITEM]}
    found = actions.add(session, row, f"Action {mark}", **facts, **measured)
    for days, value in ((90, 2.0), (30, 4.5)):
        day = today - datetime.timedelta(days=days)
        readings.add(session, found, day, value, f"Reading {mark}", today)
    return found


def _progress(session: Session, row: Assessment, mark: str) -> dict[str, str]:
    """What happened meanwhile, a target, and a PDF about the progress."""
    today = datetime.date.today()
    asked = questionnaires.questionnaire_of(row)
    happened = marks.add(session, row.organisation, today, f"Election {mark}")
    ahead = today + datetime.timedelta(days=700)
    target = targets.put(session, row.organisation, asked, next(iter(asked.nodes)), 4.0, ahead)
    paper = documents.order(session, row, make_token().encode().hex().ljust(64, "1")[:64], "en", "progress")
    documents.fill(session, paper, paper.key, b"%PDF-1.7 " + mark.encode())
    ids = {"organisation_id": row.organisation_id, "mark_id": happened.id, "target_id": target.id}
    return ids | {"progress_document": paper.id}


def _reports(session: Session, home: Workspace, row: Assessment, mark: str) -> dict[str, str]:
    """A peer group, and a batch of its reports: one is there, one failed, one was never made."""
    group = _group(session, home, mark)
    wanted = [batches.Wanted(place, "sv") for place in (None, row.organisation, row.organisation)]
    batch = batches.order(session, home, group, wanted)
    made, failed, _ = batches.reports_of(session, batch)
    batches.fill(session, made.id, b"%PDF-1.7 " + mark.encode(), "few")
    batches.fail(session, failed.id, "There is no result of {name}", {"name": f"Town {mark}"})
    _peers(session, home, row, mark)
    profile = group.profile
    assert profile is not None
    return {"group_id": group.id, "profile_id": profile.id, "batch_id": batch.id, "report_id": made.id}


def _peers(session: Session, home: Workspace, row: Assessment, mark: str) -> None:
    """Enough municipalities with results for a benchmark, a third of them named; the round's own belongs to
    them."""
    version = row.questionnaire_version
    row.organisation.tags, row.organisation.country, row.organisation.population = [f"tag {mark}"], "SE", 9000
    for number, result in enumerate(towns.stream(questionnaires.load(version), 14)):
        name = f"Peer {number} {mark}"
        place = organisations.create(session, home.id, name, "SE", f"{mark[:30]}-{number}", 20_000 + number)
        place.tags, place.consent = [f"tag {mark}"], "named" if number % 3 == 0 else "anonymous"
        round_ = assessments.create(session, home.id, place, version, label=f"Round {mark}", state="closed")
        results.freeze(session, round_, result)


def _brought(session: Session, home: Workspace, mark: str) -> dict[str, str]:
    """Files that were read: one with a wrong cell and a wrong line, one that is ready, one that is known."""
    version = questionnaires.bundled(session, "innovation-capacity")
    said: Understood = {
        "organisation": f"Brought {mark}",
        "country": "SE",
        "code": mark,
        "date": "2025-03-12",
    }
    asked: Understood = {"questionnaire": version.questionnaire, "version_id": version.id, "consent": "named"}
    about: Understood = {"respondents": 12, "roles": {"staff": 12}, "answers": 300, "label": f"Round {mark}"}
    around = Excerpt(("A", "F"), ((6, ("r01", mark)), (7, ("r02", "9"))), (7, 1))
    lines = Excerpt((), ((3, (f"note: {mark}",)),), (3, 0))
    cell = plain(Problem(f"Cell {mark}", cell=f"{mark}!F7"), around)
    wrong = (cell, plain(Problem(f"Line {mark}", line=3, column=1), lines))
    odd = plain(Problem(f"Remark {mark}", severity="warning"))
    ready = Outcome("result", said | asked | about, (odd,), "1" * 64, "{}", "{}")
    found = intakes.begin(session, home.id, [(f"{n} {mark}.csv", mark.encode()) for n in range(3)])
    outcomes = [Outcome("answers", said, (*wrong, *[cell] * 9)), ready, ready]
    files = intakes.files_of(session, found.id, "waiting")
    read = [findings.Read(f.id, f.place, f.name, [one]) for f, one in zip(files, outcomes, strict=True)]
    findings.keep_outcomes(session, found.id, read, {})
    intakes.finish_reading(session, found)
    return {"intake_id": found.id}


def _decided(session: Session, row: Assessment) -> dict[str, str]:
    """The municipality has decided about comparisons, by its own link."""
    organisations.make_consent_link(session, row.organisation, SECRET)
    organisations.decide(session, row.organisation, "anonymous", "itself")
    return {"consent": organisations.consent_token(row.organisation, SECRET) or ""}


def _twice(session: Session, row: Assessment, mark: str) -> dict[str, str]:
    """The municipality is here a second time under a longer name, with a link and a decision of its own."""
    today, asked = datetime.date.today(), questionnaires.questionnaire_of(row)
    double = organisations.create(session, row.workspace_id, f"Town {mark} kommun", "SE", None, 9100)
    double.tags = [f"other {mark}"]
    marks.add(session, double, today, f"Storm {mark}")
    for dimension in list(asked.nodes)[:2]:
        targets.put(session, double, asked, dimension, 3.0, today + datetime.timedelta(days=700))
    organisations.make_consent_link(session, double, SECRET)
    organisations.decide(session, double, "not-included", "member")
    return {"double_id": double.id}


def _group(session: Session, home: Workspace, mark: str) -> PeerGroup:
    facts = {"population_from": None, "population_to": 90_000, "codes": [], "tags": [f"tag {mark}"]}
    profile = profiles.add(session, home.id, f"Profile {mark}", "innovation-capacity", {"cross-silo-work": 3})
    return groups.add(
        session,
        home.id,
        "innovation-capacity",
        name=f"Group {mark}",
        countries=["SE"],
        threshold=5,
        profile=profile,
        **facts,
    )


def _repeated(session: Session, home: Workspace, rounds: dict[str, Assessment], mark: str) -> None:
    """Every other round repeats a closed one, with its result or without; one is due in another place; there is
    a newer version to choose."""
    closed, today = rounds["closed"], datetime.date.today()
    closed.again_on = today + datetime.timedelta(days=20)
    results.freeze(session, closed, results.compute(session, closed))
    rounds["open"].earlier_id = rounds["meeting"].earlier_id = closed.id
    elsewhere = organisations.create(session, home.id, f"Village {mark}")
    before, _ = (
        assessments.create(
            session,
            home.id,
            place,
            closed.questionnaire_version,
            label=f"Before {mark}",
            state="closed",
            closed_at=now(),
            again_on=today,
        )
        for place in (closed.organisation, elsewhere)
    )
    rounds["draft"].earlier_id = before.id
    for status in ("open", "started", "done"):
        actions.add(session, before, f"Brought {mark}", status=status, owner=f"Head {mark}", due=today)
    files = newer_files(questionnaires.files_of(closed.questionnaire_version))
    files["questionnaire.yaml"] = _marked(files["questionnaire.yaml"], mark)
    questionnaires.add(session, home.id, files, published=True)
    session.flush()


def _asked(session: Session, row: Assessment) -> None:
    """One item was asked in the room and has counts, another one is asked now."""
    asked = live.begin(session, row, "joint-assignments")
    for place in range(row.threshold):
        live.answer(session, asked, f"person {place}", SECRET, "4")
    live.begin(session, row, _ITEM)


def _links(session: Session, row: Assessment, mark: str) -> dict[str, str]:
    tokens = {"open": invitations.token_of(invitations.make_open_link(session, row, SECRET), SECRET)}
    personal = invitations.make(session, row, SECRET, role="manager")
    mailed = invitations.make(session, row, SECRET, role="manager", email=f"invited-{mark}@example.org")
    mailed.language, mailed.sent_at = "sv", now()
    gone = invitations.make(session, row, SECRET, role="manager")
    invitations.revoke(session, gone)
    tokens |= {"personal": invitations.token_of(personal, SECRET), "gone": invitations.token_of(gone, SECRET)}
    someone = respondents.start(session, row, tokens["personal"], "manager", "en", SECRET)
    draft = respondents.Draft("value", 2, comment=f"Comment {mark}")
    respondents.save(session, someone, _ITEM, draft)
    return tokens | {"invitation_id": mailed.id}


def make_trial(session: Session) -> tuple[str, str]:
    """Somebody's trial, with one answer: its id, and the token of its private link."""
    version = questionnaires.bundled(session, _TRIAL)
    found, token = assessments.create_trial(session, version, "Tried", "en", SECRET, 30)
    someone = respondents.start(session, found, token, "manager", "en", SECRET)
    item = questionnaires.load(version).scored_items[0]
    respondents.save(session, someone, item.id, respondents.Draft("value", 3))
    return found.id, token
