"""Target profiles: a score for each top dimension, on the questionnaire's own scale, under a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Field, StringField, ValidationError

from maturity.problems import N_
from maturity.questionnaire.items import AnswerError
from maturity.questionnaire.items.base import as_number
from maturity.questionnaire.model import Questionnaire
from maturity.store import profiles as store
from maturity.store.tables import TargetProfile, Workspace
from maturity.web.access import or_404, owned_required, record, workspace_required
from maturity.web.forms import Longest, Optional, Required, stripped
from maturity.web.groups.names import NamedForm, names_of
from maturity.web.groups.room import PROFILE, PROFILES, blueprint, newest, titles
from maturity.web.languages import as_written, spoken
from maturity.web.sessions import db

profile_required = owned_required("profile", store.find)


class ProfileForm(NamedForm):
    """A profile's name; a field for each top dimension comes with the questionnaire."""

    name = StringField(
        N_("Name"), [Required(N_("Give the profile a name")), Longest(200)], filters=[stripped]
    )
    fields: Mapping[str, str]
    """The names of the scores' fields, by dimension."""


@blueprint.get(PROFILES)
@workspace_required()
def profiles(workspace: Workspace) -> ResponseReturnValue:
    """The profiles by name, and of which questionnaires one can make more."""
    return render_template(
        "groups/profiles.html",
        workspace=workspace,
        profiles=[(one, _scores_of(workspace, one)) for one in store.of_workspace(db, workspace.id)],
        titles=titles(workspace),
    )


@blueprint.route(f"{PROFILES}/new", methods=["GET", "POST"])
@workspace_required("facilitator")
def add_profile(workspace: Workspace) -> ResponseReturnValue:
    """A new profile of the questionnaire that `?questionnaire=` names, else of the first."""
    every = titles(workspace)
    wanted = request.args.get("questionnaire") or next(iter(every), "")
    asked = or_404(newest(workspace, wanted))
    form = _form(workspace, asked)
    if form.validate_on_submit():
        made = store.add(db, workspace.id, str(form.name.data), asked.id, _given(form))
        record("profile-created", ("profile", made.id), name=made.name)
        return _saved(workspace, N_("The profile has been saved."))
    return _page(workspace, None, asked, form)


@blueprint.route(PROFILE, methods=["GET", "POST"])
@profile_required("facilitator")
def change_profile(workspace: Workspace, profile: TargetProfile) -> ResponseReturnValue:
    """Change a profile."""
    asked = or_404(newest(workspace, profile.questionnaire))
    form = _form(workspace, asked, profile)
    if form.validate_on_submit():
        store.change(db, profile, str(form.name.data), _given(form))
        record("profile-changed", ("profile", profile.id), name=profile.name)
        return _saved(workspace, N_("The profile has been saved."))
    return _page(workspace, profile, asked, form)


@blueprint.route(f"{PROFILE}/delete", methods=["GET", "POST"])
@profile_required("facilitator")
def delete_profile(workspace: Workspace, profile: TargetProfile) -> ResponseReturnValue:
    """Delete a profile, once that has been confirmed."""
    if request.method == "GET":
        used = [group.name for group in store.used_by(db, profile)]
        return render_template("groups/delete_profile.html", workspace=workspace, profile=profile, used=used)
    record("profile-deleted", ("profile", profile.id), name=profile.name)
    store.delete(db, profile)
    return _saved(workspace, N_("The profile has been deleted."))


def _form(workspace: Workspace, asked: Questionnaire, profile: TargetProfile | None = None) -> ProfileForm:
    """The form for a questionnaire: its top dimensions are the fields."""
    names = {one.id: f"score-{one.id}" for one in asked.dimensions}
    made = {
        names[one.id]: StringField(one.title, [Optional(), OnScale(asked)], filters=[stripped])
        for one in asked.dimensions
    }
    data = {names[id_]: as_written(score, spoken()) for id_, score in _known(profile, names).items()}
    form: ProfileForm = type("ScoresForm", (ProfileForm,), made)(name=profile and profile.name, **data)
    form.fields = names
    form.taken = names_of(store.of_workspace(db, workspace.id), profile)
    return form


def _known(profile: TargetProfile | None, names: Mapping[str, str]) -> dict[str, float]:
    return {id_: score for id_, score in profile.scores.items() if id_ in names} if profile else {}


def _given(form: ProfileForm) -> dict[str, float]:
    """The scores of a valid form."""
    return {id_: as_number(form[name].data) for id_, name in form.fields.items() if form[name].data}


class OnScale:
    """A number on the questionnaire's scale, with decimal comma or point."""

    def __init__(self, asked: Questionnaire) -> None:
        self.scale = asked.scale

    def __call__(self, _form: Any, field: Field) -> None:
        """Check the field."""
        low, high = self.scale.from_, self.scale.to
        try:
            fits = low <= as_number(field.data) <= high
        except AnswerError:
            fits = False
        if not fits:
            raise ValidationError(
                spoken().say(N_("Write a number from {low} to {high}"), low=float(low), high=float(high))
            )


def _scores_of(workspace: Workspace, profile: TargetProfile) -> list[tuple[str, float]]:
    """The scores in the order of the questionnaire, by what the dimensions are called."""
    asked = newest(workspace, profile.questionnaire)
    dimensions = asked.dimensions if asked else ()
    return [(one.title, profile.scores[one.id]) for one in dimensions if one.id in profile.scores]


def _saved(workspace: Workspace, message: str) -> ResponseReturnValue:
    flash(spoken().say(message), "success")
    return redirect(url_for("groups.profiles", workspace_id=workspace.id), 303)


def _page(
    workspace: Workspace, profile: TargetProfile | None, asked: Questionnaire, form: ProfileForm
) -> ResponseReturnValue:
    page = render_template(
        "groups/edit_profile.html",
        workspace=workspace,
        profile=profile,
        asked=asked,
        form=form,
        titles=titles(workspace),
    )
    return page, 422 if form.errors else 200
