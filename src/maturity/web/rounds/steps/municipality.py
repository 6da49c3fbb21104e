"""Whom the round is about, and what it is called. Names are free text: see docs/decisions/0004."""

from __future__ import annotations

from typing import Any

from wtforms import StringField
from wtforms.validators import Optional

from maturity.problems import N_
from maturity.store import preparing
from maturity.store.tables import Assessment
from maturity.web.forms import Between, Form, Longest, Required, stripped
from maturity.web.languages import spoken
from maturity.web.rounds.fields import MOST_PEOPLE, CountryField, WholeNumber
from maturity.web.sessions import db

TITLE = N_("Municipality")


class MunicipalityForm(Form):
    """The round's name, and the municipality's facts."""

    label = StringField(
        N_("Name of the round"),
        [Required(N_("Write what the round is to be called")), Longest(100)],
        filters=[stripped],
    )
    name = StringField(
        N_("Name of the municipality"),
        [Required(N_("Write the municipality's name")), Longest(200)],
        filters=[stripped],
    )
    country = CountryField(N_("Country"), [Optional()])
    code = StringField(N_("Official code"), [Longest(40)], filters=[stripped])
    population = WholeNumber(N_("Population"), [Optional(), Between(1, MOST_PEOPLE)])


def facts(form: Any) -> dict[str, Any]:
    """What a form says of a municipality; what was left empty is None."""
    return {
        "name": form.name.data,
        "country": form.country.data or None,
        "code": form.code.data or None,
        "population": form.population.data,
    }


def form(assessment: Assessment) -> MunicipalityForm:
    """The form, filled."""
    place = assessment.organisation
    return MunicipalityForm(
        label=assessment.label,
        name=place.name,
        country=place.country or "",
        code=place.code,
        population=place.population,
    )


def save(form: Any, assessment: Assessment) -> None:
    """Rename the round and the municipality. Raises Problems if there is such a municipality already."""
    preparing.rename(db, assessment, form.label.data, **facts(form))


def told(assessment: Assessment) -> str:
    """The municipality and its facts."""
    place, tongue = assessment.organisation, spoken()
    parts = [place.name, tongue.country(place.country)]
    if place.population:
        parts.append(tongue.say(N_("{number} inhabitants"), number=tongue.number(place.population, 0)))
    return ", ".join(part for part in parts if part)
