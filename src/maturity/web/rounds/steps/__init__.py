"""The steps of setting up a round: one module each, in the order of the checklist.

A step has a TITLE, `form(assessment)`, `save(form, assessment)` (which raises Problems for what cannot be) and
`told(assessment)`: what is settled, in the reader's language.
Pages: templates/web/rounds/steps/.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from maturity.store import preparing
from maturity.store.tables import Assessment
from maturity.web.forms import Form
from maturity.web.rounds.steps import dates, municipality, people, privacy, questionnaire, welcome


class Step(Protocol):
    """What a step's module offers."""

    TITLE: str

    def form(self, assessment: Assessment) -> Form:
        """The step's form, filled with what is there."""

    def save(self, form: Any, assessment: Assessment) -> None:
        """Change the assessment as a valid form says. Raises Problems, and changes nothing, if that cannot be."""

    def told(self, assessment: Assessment) -> str:
        """What is settled, in the reader's language; "" if nothing is."""


_MODULES = (municipality, questionnaire, people, privacy, dates, welcome)
STEPS: dict[str, Step] = {
    name: cast(Step, module) for name, module in zip(preparing.STEPS, _MODULES, strict=True)
}
