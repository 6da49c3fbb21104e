"""The forms about a municipality."""

from __future__ import annotations

import re
from typing import Any

from wtforms import RadioField, SelectField, StringField

from maturity.problems import N_
from maturity.store.tables import Organisation
from maturity.web.forms import Address, Between, Form, Longest, Optional, Required, stripped
from maturity.web.languages import NAMES, spoken
from maturity.web.municipalities.words import CONSENTS
from maturity.web.rounds.fields import CountryField, WholeNumber

LONGEST_TAG = 60


class MunicipalityForm(Form):
    """The facts of a municipality."""

    name = StringField(
        N_("Name"), [Required(N_("Write the municipality's name")), Longest(200)], filters=[stripped]
    )
    country = CountryField(N_("Country"), [Optional()])
    code = StringField(N_("Official code"), [Optional(), Longest(40)], filters=[stripped])
    population = WholeNumber(N_("Population"), [Optional(), Between(1, 30_000_000)])
    tags = StringField(N_("Tags"), [Optional(), Longest(500)], filters=[stripped])
    language = SelectField(N_("Language of its reports"))

    def __init__(self, *given: Any, **known: Any) -> None:
        super().__init__(*given, **known)
        usual = spoken().say(N_("That of its country, else the workspace’s"))
        self.language.choices = {"": usual, **NAMES}


def filled(organisation: Organisation) -> MunicipalityForm:
    """The form with what is known."""
    return MunicipalityForm(
        name=organisation.name,
        country=organisation.country or "",
        code=organisation.code,
        population=organisation.population,
        tags=", ".join(organisation.tags),
        language=organisation.language or "",
    )


def facts(form: MunicipalityForm) -> dict[str, Any]:
    """What the form says, as `organisations.add` and `change` take it."""
    return {
        "name": form.name.data,
        "country": form.country.data or None,
        "code": form.code.data or None,
        "population": form.population.data,
        "tags": tags_of(form.tags.data or ""),
        "language": form.language.data or None,
    }


def tags_of(text: str) -> list[str]:
    """Words with commas or semicolons between, each once whatever its case."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;\n]", text):
        tag = " ".join(part.split())[:LONGEST_TAG]
        if tag:
            found.setdefault(tag.casefold(), tag)
    return list(found.values())


class ConsentForm(Form):
    """How a municipality takes part in comparisons."""

    consent = RadioField(
        N_("How it takes part"),
        [Required(N_("Choose one of the three"))],
        choices={word: told.name for word, told in CONSENTS.items()},
    )


class DeleteForm(Form):
    """Deleting a municipality: its name is to be written, so that it is not done by a slip."""

    name = StringField(
        N_("Write the municipality's name"),
        [Required(N_("Write the municipality's name"))],
        filters=[stripped],
    )


class MailForm(Form):
    """Where the link goes."""

    email = StringField(
        N_("E-mail address"),
        [Required(N_("Write an e-mail address")), Longest(250), Address()],
        filters=[stripped],
    )
