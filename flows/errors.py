"""The error that a person can do something about."""

from __future__ import annotations


class KaojuError(Exception):
    """Says what went wrong, where, and what to do; the command line shows it without a traceback."""
