"""The form of a peer group: what there is to choose from is what the workspace's municipalities have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from wtforms import SelectField, StringField, TextAreaField

from maturity.problems import N_
from maturity.store import groups, organisations, profiles
from maturity.store.tables import PeerGroup, Workspace
from maturity.web.forms import Between, Longest, Optional, Required, stripped
from maturity.web.groups.names import NamedForm, names_of
from maturity.web.groups.room import titles
from maturity.web.languages import spoken
from maturity.web.rounds.fields import MOST_PEOPLE, CheckboxesField, WholeNumber
from maturity.web.sessions import db


class GroupForm(NamedForm):
    """A peer group. What is left empty does not restrict."""

    name = StringField(N_("Name"), [Required(N_("Give the group a name")), Longest(200)], filters=[stripped])
    questionnaire = SelectField(N_("Questionnaire"))
    countries = CheckboxesField(N_("Countries"))
    tags = CheckboxesField(N_("Tags"))
    population_from = WholeNumber(N_("Inhabitants from"), [Optional(), Between(1, MOST_PEOPLE)])
    population_to = WholeNumber(N_("Inhabitants to"), [Optional(), Between(1, MOST_PEOPLE)])
    codes = TextAreaField(N_("Official codes"), [Optional(), Longest(20_000)], filters=[stripped])
    threshold = WholeNumber(
        N_("Municipalities behind any number, at least"),
        [Required(N_("Write a number that is at least 3")), Between(groups.LEAST_THRESHOLD, 1000)],
        default=groups.USUAL_THRESHOLD,
    )
    profile = SelectField(N_("Target profile"))


def group_form(workspace: Workspace, group: PeerGroup | None = None) -> GroupForm:
    """The form, filled with what the group is; its questionnaire no longer changes then."""
    form = GroupForm(**_filled(group)) if group else GroupForm()
    form.taken = names_of(groups.of_workspace(db, workspace.id), group)
    known = organisations.of_workspace(db, workspace.id)
    countries = {one.country for one in known if one.country} | set(group.countries if group else ())
    tags = {tag for one in known for tag in one.tags} | set(group.tags if group else ())
    named = sorted(((code, spoken().country(code)) for code in countries), key=lambda one: one[1])
    form.countries.choices = named
    form.tags.choices = [(tag, tag) for tag in sorted(tags, key=str.casefold)]
    every = titles(workspace)
    if group:
        form.questionnaire.choices = [
            (group.questionnaire, every.get(group.questionnaire, group.questionnaire))
        ]
    else:
        form.questionnaire.choices = list(every.items())
    form.profile.choices = [("", spoken().say(N_("None"))), *_profiles(workspace, every)]
    return form


def _filled(group: PeerGroup) -> dict[str, Any]:
    plain = ("name", "questionnaire", "countries", "tags", "population_from", "population_to", "threshold")
    codes, profile = ", ".join(group.codes), group.profile_id or ""
    return {name: getattr(group, name) for name in plain} | {"codes": codes, "profile": profile}


def _profiles(workspace: Workspace, every: dict[str, str]) -> Sequence[tuple[str, str]]:
    found = profiles.of_workspace(db, workspace.id)
    several = len({one.questionnaire for one in found}) > 1
    if not several:
        return [(one.id, one.name) for one in found]
    return [(one.id, f"{one.name} ({every.get(one.questionnaire, one.questionnaire)})") for one in found]


def facts(form: GroupForm, workspace: Workspace) -> groups.Facts:
    """What a valid form says, as the store takes it."""
    chosen = form.profile.data
    return {
        "name": str(form.name.data),
        "countries": list(form.countries.data or []),
        "population_from": form.population_from.data,
        "population_to": form.population_to.data,
        "codes": codes_of(form.codes.data or ""),
        "tags": list(form.tags.data or []),
        "threshold": int(form.threshold.data or groups.USUAL_THRESHOLD),
        "profile": profiles.find(db, workspace.id, chosen) if chosen else None,
    }


def codes_of(text: str) -> list[str]:
    """Codes with commas, semicolons, blanks or lines between, each once."""
    return list(dict.fromkeys(code[:40] for code in re.split(r"[,;\s]+", text) if code))
