"""Choosing whom a benchmark compares: saved peer groups, and the target profiles they are held against."""
