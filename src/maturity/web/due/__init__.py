"""Seeing what is due in a workspace, and choosing whether to be told of it by mail."""
