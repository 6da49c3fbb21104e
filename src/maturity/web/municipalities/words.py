"""What the three decisions are called, and what each means, the same for the municipality and for the
workspace."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.problems import N_


@dataclass(frozen=True, slots=True)
class Told:
    """A decision in words."""

    name: str
    meaning: str
    about_us: str
    """What it means, said to the municipality itself."""


CONSENTS = {
    "named": Told(
        N_("By name"),
        N_(
            "Benchmarks show the municipality by name, with its scores. It can be told from whom it could "
            "learn, and others can be told to ask it, where both agreed to be named."
        ),
        N_(
            "Benchmarks show your municipality by name, with its scores. You can be told from whom you could "
            "learn, and others can be told to ask you, where both agreed to be named."
        ),
    ),
    "anonymous": Told(
        N_("Anonymous"),
        N_(
            "Its scores count in numbers that several municipalities stand behind: usually five or more, and "
            "never fewer than three. Neither its name nor a score of its own is shown to others."
        ),
        N_(
            "Your scores count in numbers that several municipalities stand behind: usually five or more, and "
            "never fewer than three. Neither your name nor a score of your own is shown to others."
        ),
    ),
    "not-included": Told(
        N_("Not included"),
        N_("It is part of no benchmark, not even of a count. It cannot be compared with others either."),
        N_("You are part of no benchmark, not even of a count. You cannot be compared with others either."),
    ),
}
"""By the store's words, the more cautious later."""
