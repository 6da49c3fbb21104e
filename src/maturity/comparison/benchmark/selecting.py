"""Who is compared with whom: the client, its peers, the rest, and those who are too few to hide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from maturity.comparison.benchmark.entry import Choice, Identity, Member
from maturity.comparison.benchmark.marking import with_stale
from maturity.comparison.benchmark.protect import Shield, hidden_to_leave_out, make_shield, refusal
from maturity.comparison.benchmark.table import Table
from maturity.problems import N_, Problem, Problems, nearest
from maturity.scoring.plan import Bools


@dataclass(frozen=True, slots=True)
class Selection:
    """The table of those who are compared (without the client), and the rule that protects them."""

    peers: Table
    client: Table | None
    """The client's row, or None for the group."""
    shield: Shield
    withheld: Literal["few", "rest"] | None
    hidden_left_out: int

    @property
    def client_member(self) -> Member | None:
        """What is known of the client."""
        return self.client.members[0] if self.client else None


def select(
    table: Table,
    *,
    client: str | Identity | None,
    choice: Choice,
    threshold: int,
    working_copy: bool,
    secret: str,
) -> Selection:
    """The client's peers, or the group. Raises Problems if there is no such client."""
    table = replace(table, members=with_stale(table.members))
    own = np.zeros(len(table.members), dtype=bool)
    if client is not None:
        own[_row_of(table, client)] = True
    chosen = ~own & np.array([choice.fits(member) for member in table.members], dtype=bool)
    hidden = np.array([member.consent != "named" for member in table.members], dtype=bool)
    hidden &= not working_copy
    whole = make_shield(hidden & chosen, threshold, reader_inside=client is None, secret=secret)
    left_out = 0
    if hidden_to_leave_out(whole):
        left_out = int((hidden & chosen).sum())
        chosen &= ~hidden
    whole = replace(whole, hidden=hidden)
    rest = ~own & ~chosen if not left_out else np.zeros(len(own), dtype=bool)
    return Selection(
        peers=table.take(chosen),
        client=table.take(own) if client is not None else None,
        shield=replace(whole, hidden=hidden[chosen]),
        withheld=refusal(chosen, rest, whole),
        hidden_left_out=left_out,
    )


NO_RESULT = N_("There is no result of {name}")
NOT_INCLUDED = N_("{name} is not included, by its own decision: there is no comparison with it")


def _row_of(table: Table, client: str | Identity) -> Bools:
    rows = np.array([member.answers_to(client) for member in table.members], dtype=bool)
    if rows.sum() == 1:
        return rows
    if not isinstance(client, str):
        raise Problems([Problem(NO_RESULT, {"name": client[1]})])
    if rows.sum() > 1:
        message = N_("Several organisations answer to {name}: give the official code")
        raise Problems([Problem(message, {"name": client})])
    if any(_said(one.organisation, client) and one.reason == "not-included" for one in table.left_out):
        raise Problems([Problem(NOT_INCLUDED, {"name": client})])
    guess = nearest(client, (member.organisation for member in table.members))
    if guess:
        message = N_("There is no result of {name}. Did you mean {guess}?")
        raise Problems([Problem(message, {"name": client, "guess": guess})])
    raise Problems([Problem(NO_RESULT, {"name": client})])


def _said(organisation: str, name: str) -> bool:
    return organisation.casefold().strip() == name.casefold().strip()
