"""Setting Flask-Security up: our pages, words and mails in the place of its own."""

from __future__ import annotations

from typing import Any, NoReturn

from flask import Flask, abort, render_template
from flask_security import MailUtil, Security, SQLAlchemySessionUserDatastore
from wtforms import Form

from maturity.language import language
from maturity.settings import Settings
from maturity.store.tables import Passkey, Role, User
from maturity.web import mail
from maturity.web.accounts import limits, words
from maturity.web.accounts.config import config
from maturity.web.accounts.forgotten import ForgottenForm
from maturity.web.accounts.passkeys import Passkeys
from maturity.web.accounts.sign_in import SignInForm
from maturity.web.languages import speak, spoken
from maturity.web.sessions import db


class Mail(MailUtil):
    """Flask-Security's mails, through our mailer."""

    def send_mail(  # the signature is Flask-Security's
        self,
        template: str,
        subject: str,
        recipient: Any,
        sender: Any,
        body: str | None,
        html: str | None,  # noqa: ARG002
        **context: Any,
    ) -> None:
        """Send one; its text is rendered already, in the language of the person it goes to."""
        subject = language(context["user"].language).say(words.SUBJECTS[template])
        made = mail.make_mail(str(sender), str(recipient), subject, (body or "").strip() + "\n")
        mail.hand_over(made)


def init_app(app: Flask, settings: Settings) -> Security:
    """Set Flask-Security up."""
    app.config.update({f"SECURITY_{name}": value for name, value in config(settings).items()})
    app.config.update(words.config())
    limits.init_app(app, settings)
    store = SQLAlchemySessionUserDatastore(db, User, Role, Passkey)  # type: ignore[arg-type]
    security = Security(
        app,
        store,
        mail_util_cls=Mail,
        webauthn_util_cls=Passkeys,
        render_template=_render,
        forgot_password_form=ForgottenForm,
        login_form=SignInForm,
    )
    security.want_json(lambda _request: False)
    security.i18n_domain = words.Domain()  # type: ignore[assignment]
    app.jinja_env.globals["_fsdomain"] = security.i18n_domain.gettext
    app.view_functions["security.two_factor_rescue"] = _nothing  # it would write to nobody
    return security


def _nothing(**_: object) -> NoReturn:
    abort(404)


def _render(template: str, **context: Any) -> str:
    """A page with its errors in the reader's language, or a mail in the language of the person it goes to."""
    if template.startswith("mail/"):
        reader = spoken().tag
        speak(context["user"].language)
        try:
            return render_template(template, **context)
        finally:
            speak(reader)
    for form in context.values():
        if isinstance(form, ForgottenForm):
            form.at_field()
        if isinstance(form, Form):
            form.form_errors = [words.translated(error) for error in form.form_errors]
            for field in form:
                told = () if field.name == "next" else field.errors  # hidden, and told as a flash
                field.errors = [words.translated(error) for error in told]
    return render_template(template, **context)
