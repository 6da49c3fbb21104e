"""Comparing: a saved group side by side, or one municipality among its peers, on screen and as files."""
