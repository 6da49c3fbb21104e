"""One organisation over time: what moved, whether it is real, where it comes from, and what was decided."""

from maturity.comparison.progress.given import Action, Mark, Reading, Round, Target
from maturity.comparison.progress.model import Progress
from maturity.comparison.progress.planfile import Plans, read_plans
from maturity.comparison.progress.progressing import place_actions, progress, round_of

__all__ = [
    "Action",
    "Mark",
    "Plans",
    "Progress",
    "Reading",
    "Round",
    "Target",
    "place_actions",
    "progress",
    "read_plans",
    "round_of",
]
