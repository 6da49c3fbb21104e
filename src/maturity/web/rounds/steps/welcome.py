"""What those who answer read first, in each of the round's languages."""

from __future__ import annotations

from typing import Any

from wtforms import TextAreaField

from maturity.problems import N_
from maturity.store import preparing
from maturity.store.tables import Assessment
from maturity.web.forms import Form, Longest, stripped
from maturity.web.languages import NAMES, spoken
from maturity.web.rounds.fields import Plain
from maturity.web.sessions import db

TITLE = N_("Welcome text")
LONGEST = 2000


class WelcomeForm(Form):
    """One text for each language; the fields are added by the round's languages."""

    tongues: dict[str, str]


def form(assessment: Assessment) -> WelcomeForm:
    """The form, filled."""
    tags = {f"text-{tag}": tag for tag in assessment.languages or [spoken().tag]}
    fields = {
        name: TextAreaField(NAMES[tag], [Plain(), Longest(LONGEST)], filters=[stripped])
        for name, tag in tags.items()
    }
    made: WelcomeForm = type("Written", (WelcomeForm,), fields)(
        data={name: assessment.welcome.get(tag, "") for name, tag in tags.items()}
    )
    made.tongues = tags
    return made


def save(form: Any, assessment: Assessment) -> None:
    """Set the texts."""
    texts = {tag: form[name].data or "" for name, tag in form.tongues.items()}
    preparing.set_welcome(db, assessment, {**assessment.welcome, **texts})


def told(assessment: Assessment) -> str:
    """The languages that it is written in."""
    tongue = spoken()
    written = [tongue.language_name(tag) for tag in assessment.languages if assessment.welcome.get(tag)]
    return tongue.say(N_("Written in {languages}"), languages=tongue.join(written)) if written else ""
