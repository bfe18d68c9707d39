"""The end of a run, for the person at the terminal."""

from __future__ import annotations

from flows.local_run import LocalRun


def show_summary(result: LocalRun) -> None:
    """Print it."""
    print(result)
