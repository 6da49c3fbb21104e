"""The forms about workspaces and their members."""

from __future__ import annotations

from typing import Any

from wtforms import Field, IntegerField, PasswordField, RadioField, SelectField, StringField, ValidationError

from maturity.problems import N_, Problems
from maturity.report.theme import theme
from maturity.web.forms import Address, Between, Form, Longest, Optional, Required, stripped
from maturity.web.languages import NAMES
from maturity.web.refused import told

ROLES = {
    "owner": N_("Owner: also decides who belongs here, and about the workspace itself"),
    "facilitator": N_("Facilitator: sets up rounds and leads meetings"),
    "reader": N_("Reader: reads results and reports"),
}
ROLE_NAMES = {"owner": N_("Workspace owner"), "facilitator": N_("Facilitator"), "reader": N_("Reader")}


def _colour(_form: Any, field: Field) -> None:
    try:
        field.data = theme(field.data).ours
    except Problems as found:
        raise ValidationError(" ".join(told(found))) from None


class WorkspaceForm(Form):
    """A new workspace."""

    name = StringField(
        N_("Name"), [Required(N_("Give the workspace a name")), Longest(200)], filters=[stripped]
    )
    kind = RadioField(
        N_("Whose it is"),
        choices={
            "municipality": N_("A municipality's or a region's: it assesses itself"),
            "consultant": N_("A consultant's or an association's: it assesses several"),
        },
        default="municipality",
    )
    language = SelectField(N_("Language"), choices=NAMES)


class SettingsForm(WorkspaceForm):
    """What can be changed about a workspace."""

    colour = StringField(N_("Colour"), [Optional(), _colour], filters=[stripped])
    retention_days = IntegerField(
        N_("Delete individual answers after so many days"), [Optional(), Between(0, 36_500)]
    )


class InviteForm(Form):
    """Inviting somebody to become a member."""

    email = StringField(
        N_("E-mail address"),
        [Required(N_("Write an e-mail address")), Longest(250), Address()],
        filters=[stripped],
    )
    role = RadioField(N_("Role"), choices=ROLES, default="facilitator")


class RoleForm(Form):
    """Giving a member another role."""

    role = SelectField(N_("Role"), choices=ROLE_NAMES)


class JoinForm(Form):
    """An account for somebody who was invited."""

    name = StringField(N_("Name"), [Required(N_("Write your name")), Longest(200)], filters=[stripped])
    password = PasswordField(N_("Password"), [Required(N_("Choose a password"))])


class DeleteForm(Form):
    """Deleting a workspace: its name is to be written, so that it is not done by a slip."""

    name = StringField(N_("Write the workspace's name"), [Required(N_("Write the workspace's name"))])
