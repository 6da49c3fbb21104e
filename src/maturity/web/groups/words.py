"""What whoever makes a peer group should know of it, in words."""

from __future__ import annotations

from maturity.problems import N_
from maturity.store.peers import Count
from maturity.web.languages import spoken

_WITHHELD = {
    "few": N_(
        "Its benchmark has no numbers yet. It needs {threshold} municipalities with a result, and of those that "
        "do not want to be named either none or more than {threshold}, so that nobody can work out one of them."
    ),
    "rest": N_(
        "Its benchmark has no numbers: those who do not fit are so few that they could be worked out by comparing "
        "with everybody. Choose more municipalities, or fewer."
    ),
}


def warnings(count: Count, threshold: int) -> list[str]:
    """What whoever makes the group should know before anything is compared."""
    told = []
    if count.withheld:
        told.append(spoken().say(_WITHHELD[count.withheld], threshold=threshold))
    for near in count.near:
        told.append(
            spoken().plural(
                "This group and “{other}” differ by {count} municipality that does not want to be named. Who "
                "reads the benchmarks of both could work out its scores. Use only one of the two.",
                "This group and “{other}” differ by only {count} municipalities that do not want to be named. "
                "Who reads the benchmarks of both could work out their scores. Use only one of the two.",
                near.between,
                other=near.name,
            )
        )
    return told
