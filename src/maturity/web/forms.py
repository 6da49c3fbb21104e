"""The base of every form: messages from our catalogue, and the checks that forms share.

Labels and help are catalogue texts, put into the reader's language where they are shown
(templates/web/forms.html)."""

from __future__ import annotations

from typing import Any

from flask import Flask
from flask_wtf import FlaskForm
from wtforms import Field, ValidationError
from wtforms.validators import DataRequired, InputRequired, Optional, StopValidation
from wtforms.widgets import TextInput

from maturity.problems import N_, Problems
from maturity.questionnaire.items.base import AnswerError, as_number
from maturity.web.languages import as_written, spoken
from maturity.web.refused import told

_WTFORMS = {
    "This field is required.": N_("This is needed"),
    "Not a valid choice.": N_("Choose one of those that are given"),
    "Invalid Choice: could not coerce.": N_("Choose one of those that are given"),
    "Invalid choice(s): one or more data inputs could not be coerced.": N_(
        "Choose among those that are given"
    ),
    "'%(value)s' is not a valid choice for this field.": N_("Choose among those that are given"),
    "'%(value)s' are not valid choices for this field.": N_("Choose among those that are given"),
    "Not a valid integer value.": N_("Write a whole number"),
    "Not a valid decimal value.": N_("Write a number"),
    "Not a valid float value.": N_("Write a number"),
    "Not a valid date value.": N_("Write a date such as 2026-03-12"),
    "Not a valid datetime value.": N_("Write a date and a time"),
    "Not a valid time value.": N_("Write a time such as 14:05"),
    "Invalid email address.": N_("Write an e-mail address such as name@example.org"),
    "Invalid input.": N_("This does not fit here"),
}
"""What WTForms says by itself (it has no Danish), in our words."""


class _Messages:
    """WTForms' messages in the reader's language."""

    def gettext(self, text: str) -> str:
        """A message; one that we do not know stays as it is."""
        return spoken().say(_WTFORMS.get(text, text))

    def ngettext(self, one: str, many: str, count: int) -> str:
        """A message that depends on a number."""
        return self.gettext(one if count == 1 else many)


class Form(FlaskForm):  # type: ignore[misc]
    """The base of every form."""

    form_errors: list[str]

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Where the messages come from."""

        locales = ("own",)

        def get_translations(self, _form: Any) -> _Messages:
            """Our catalogue."""
            return _Messages()

    def tell(self, found: Problems, field: str | None = None) -> None:
        """Show what an operation refused: at the field that it is about, else at this one, else for the form as
        a whole."""
        for problem, text in zip(found.problems, told(found), strict=True):
            at = problem.about if problem.about in self else field
            if at is None:
                self.form_errors = [*self.form_errors, text]
            else:
                self[at].errors = [*self[at].errors, text]


class NumberField(Field):
    """A number as people write it, with a decimal comma or point; shown again with that of their language."""

    widget = TextInput()

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else as_written(self.data, spoken())

    def process_formdata(self, values: list[str]) -> None:
        """Read what was written; ValueError if it is no number."""
        self.data: float | None = None
        if not values or not values[0].strip():
            return
        try:
            self.data = as_number(values[0])
        except AnswerError:
            raise ValueError(spoken().say(_WTFORMS["Not a valid decimal value."])) from None


class Required(InputRequired):
    """Something must be given, and not only blanks; says what in its own words."""

    def __init__(self, message: str) -> None:
        super().__init__()
        self.told = message

    def __call__(self, _form: Any, field: Field) -> None:
        """Stop at this field if there is nothing."""
        given = field.raw_data and any(
            part.strip() if isinstance(part, str) else part for part in field.raw_data
        )
        if not given:
            field.errors = []
            raise StopValidation(spoken().say(self.told))


class Longest:
    """A text has at most so many characters. The field's `maxlength` says so too."""

    def __init__(self, characters: int) -> None:
        self.characters = characters
        self.field_flags = {"maxlength": characters}

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the field."""
        if field.data and len(field.data) > self.characters:
            message = N_("Write at most {most} characters; these are {count}")
            raise ValidationError(spoken().say(message, most=self.characters, count=len(field.data)))


class Shortest:
    """A text has at least so many characters."""

    def __init__(self, characters: int) -> None:
        self.characters = characters
        self.field_flags = {"minlength": characters}

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the field."""
        if field.data and len(field.data) < self.characters:
            raise ValidationError(
                spoken().say(N_("Write at least {least} characters"), least=self.characters)
            )


class Between:
    """A number lies between two others, both allowed; None: no bound."""

    def __init__(self, low: float, high: float | None = None) -> None:
        self.low, self.high = low, high
        self.field_flags = {"min": low} if high is None else {"min": low, "max": high}

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the field."""
        if field.data is None or (field.data >= self.low and (self.high is None or field.data <= self.high)):
            return
        if self.high is None:
            raise ValidationError(spoken().say(N_("Write a number that is at least {low}"), low=self.low))
        raise ValidationError(
            spoken().say(N_("Write a number from {low} to {high}"), low=self.low, high=self.high)
        )


class Address:
    """An e-mail address."""

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the field, and tidy what was written."""
        from email_validator import EmailNotValidError, validate_email

        try:
            found = validate_email((field.data or "").strip(), check_deliverability=False)
        except EmailNotValidError:
            message = _WTFORMS["Invalid email address."]
            raise ValidationError(spoken().say(message)) from None
        field.data = found.normalized


def attributes(field: Any, help_text: str, given: dict[str, object]) -> dict[str, object]:
    """The attributes of a field's control: what describes it, and whether it is wrong. For the macros."""
    notes = [f"{field.id}-help"] * bool(help_text) + [f"{field.id}-error"] * bool(field.errors)
    described = {"aria-describedby": " ".join(notes)} if notes else {}
    wrong = {"aria-invalid": "true"} if field.errors else {}
    return {**described, **wrong, **given}


def init_app(app: Flask) -> None:
    """Give the macros of templates/web/forms.html what they need."""
    app.jinja_env.globals["_attributes"] = attributes


def stripped(text: str | None) -> str | None:
    """A filter for fields: without the blanks around it; control characters are dropped."""
    if not isinstance(text, str):
        return text
    return "".join(c for c in text if c in "\n\t" or (c.isprintable() or c == "\u00ad")).strip()


__all__ = [
    "Address",
    "Between",
    "DataRequired",
    "Form",
    "Longest",
    "NumberField",
    "Optional",
    "Required",
    "Shortest",
    "stripped",
]
