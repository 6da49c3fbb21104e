"""The forms about a municipality."""

from __future__ import annotations

import re
from typing import Any

from wtforms import RadioField, SelectField, StringField, TextAreaField

from maturity.answers.words import fold
from maturity.problems import N_
from maturity.store.tables import Organisation
from maturity.web.forms import Address, Between, Form, Longest, Optional, Required, stripped
from maturity.web.languages import NAMES, spoken
from maturity.web.municipalities.words import CONSENTS
from maturity.web.rounds.fields import MOST_PEOPLE, CountryField, WholeNumber

LONGEST_NAME, LONGEST_TAG = 200, 60


class MunicipalityForm(Form):
    """The facts of a municipality."""

    name = StringField(
        N_("Name"), [Required(N_("Write the municipality's name")), Longest(LONGEST_NAME)], filters=[stripped]
    )
    also = TextAreaField(N_("Other names"), [Optional(), Longest(2000)], filters=[stripped])
    country = CountryField(N_("Country"), [Optional()])
    code = StringField(N_("Official code"), [Optional(), Longest(40)], filters=[stripped])
    population = WholeNumber(N_("Population"), [Optional(), Between(1, MOST_PEOPLE)])
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
        also="\n".join(organisation.also),
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
        "also": names_of(form.also.data or "", str(form.name.data)),
    }


def names_of(text: str, own: str) -> list[str]:
    """Other names, one on each line, each once whatever its case; not its own."""
    names = (" ".join(line.split())[:LONGEST_NAME] for line in text.splitlines())
    found: dict[str, str] = {}
    for name in names:
        if name and fold(name) != fold(own):
            found.setdefault(fold(name), name)
    return list(found.values())


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
