"""Names that tell groups, and profiles, apart: no two of a workspace are called the same."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import Field, ValidationError

from maturity.answers.words import fold
from maturity.problems import N_
from maturity.store.tables import PeerGroup, TargetProfile
from maturity.web.forms import Form
from maturity.web.languages import spoken


class NamedForm(Form):
    """A form whose `name` must be none of those that are taken."""

    taken: frozenset[str] = frozenset()
    """The folded names of the others."""

    def validate_name(self, field: Field) -> None:
        """Check the name; WTForms finds this by what it is called."""
        if fold(field.data or "") in self.taken:
            raise ValidationError(
                spoken().say(N_("This name is taken. Choose another, so that they can be told apart"))
            )


def names_of(
    known: Iterable[PeerGroup] | Iterable[TargetProfile], own: PeerGroup | TargetProfile | None
) -> frozenset[str]:
    """The folded names of all but `own`, whatever their capitals and blanks."""
    return frozenset(fold(one.name) for one in known if one is not own)
