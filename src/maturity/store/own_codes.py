"""Private codes: how somebody is known again in another round, if they wish to be.

Nobody is linked with themselves unless they choose a code for it in both rounds. What is kept stands for the
code and cannot be turned back into it: an HMAC of the organisation and the code, the same in every round of
this organisation and nowhere else. See docs/decisions/0009-a-code-of-ones-own.md.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

from sqlalchemy.orm import Session

from maturity.problems import N_, Problem, Problems
from maturity.store.ids import key_for
from maturity.store.tables import Respondent

SHORTEST = 6
LONGEST = 60
"""Characters that count: blanks and hyphens do not."""
VARIED = 4
"""The fewest different characters."""


def choose(session: Session, respondent: Respondent, code: str, secret: str) -> None:
    """Keep what stands for a code, in the place of an earlier one. Raises Problems if others could guess it,
    and for somebody whose answers are in no workspace."""
    organisation = respondent.assessment.organisation
    if organisation.workspace_id is None:
        raise Problems([Problem(N_("In a trial there is nobody to be known again"))])
    plain = normalised(code)
    found = weaknesses(plain)
    if found:
        raise Problems(found)
    respondent.code = key_of(organisation.id, plain, secret)
    session.flush()


def forget(session: Session, respondent: Respondent) -> None:
    """Take the code away; the answers stay."""
    respondent.code = None
    session.flush()


def key_of(organisation_id: str, plain: str, secret: str) -> str:
    """What stands for a code in one organisation."""
    return key_for("code", f"{organisation_id}:{plain}", secret)


def of_file(organisation_id: str, code: str | None, secret: str) -> str | None:
    """The same for a code in a file of answers, which was chosen elsewhere under other rules."""
    plain = normalised(code or "")
    return key_of(organisation_id, plain, secret) if plain else None


def normalised(code: str) -> str:
    """A code as it counts: capitals, blanks and hyphens, which nobody remembers, make no difference."""
    return re.sub(r"[\s\-\u2010-\u2015]+", "", unicodedata.normalize("NFKC", code)).casefold()


def weaknesses(plain: str) -> list[Problem]:
    """Why others could guess a code, all at once; it is normalised."""
    found = []
    if len(plain) < SHORTEST:
        found.append(Problem(N_("Write at least {least} characters"), {"least": SHORTEST}))
    elif len(set(plain)) < VARIED or _is_run(plain):
        found.append(Problem(N_("Choose something that is less easy to guess")))
    if len(plain) > LONGEST:
        message = N_("Write at most {most} characters; these are {count}")
        found.append(Problem(message, {"most": LONGEST, "count": len(plain)}))
    if plain.isdecimal():
        found.append(Problem(N_("Use letters too: digits alone could be somebody’s birthday")))
    return found


def _is_run(plain: str) -> bool:
    """Whether each character follows the one before it, as in "abcdef" or "654321"."""
    steps = {ord(after) - ord(before) for before, after in itertools.pairwise(plain)}
    return steps in ({1}, {-1})
