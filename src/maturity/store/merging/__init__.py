"""Making one organisation of two that are the same: shown first, then done as it was shown, or not at all."""

from maturity.store.merging.doing import merge
from maturity.store.merging.model import Aim, Decision, Facts, Group, Plan, Round
from maturity.store.merging.planning import plan

__all__ = ["Aim", "Decision", "Facts", "Group", "Plan", "Round", "merge", "plan"]
