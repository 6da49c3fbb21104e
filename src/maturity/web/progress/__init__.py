"""Seeing what moved: whether it is real, where it comes from, and what became of what was decided."""
