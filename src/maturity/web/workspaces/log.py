"""The audit log's entries as sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from maturity.language import Language
from maturity.problems import N_
from maturity.store import audit
from maturity.store.tables import AuditEntry
from maturity.web.municipalities.words import CONSENTS
from maturity.web.workspaces.forms import ROLE_NAMES


@dataclass(frozen=True, slots=True)
class Line:
    """One deed: when, who, what."""

    at: datetime
    who: str
    what: str


def told(entry: AuditEntry, language: Language) -> Line:
    """An entry in the reader's language."""
    nobody = language.say(N_("Somebody whose account is closed")) if entry.user_id is None else ""
    detail = dict(entry.detail)
    if "token" in detail:
        nobody = language.say(N_("A program, with the token {token}"), token=detail["token"])
    who = (entry.user.name or entry.user.email) if entry.user else nobody
    if detail.get("role") in ROLE_NAMES:
        detail["role"] = language.say(ROLE_NAMES[str(detail["role"])]).lower()
    if detail.get("by") == "itself":
        who = str(detail["name"])
    if detail.get("consent") in CONSENTS:
        detail["consent"] = language.say(CONSENTS[str(detail["consent"])].name).lower()
    text = audit.VERBS.get(entry.verb, entry.verb)
    return Line(entry.at, who, language.say(text, **detail))
