"""The municipalities of a workspace: their facts, and what each decides about being compared."""
