"""Bringing results in: many files at once, looked at first, taken in whole."""
