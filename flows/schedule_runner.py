"""Prefect's runner, told to stop in the same way by SIGTERM as by Ctrl-C."""

from __future__ import annotations

from typing import Any

from prefect.runner import Runner


class ScheduleRunner(Runner):
    """A runner that pauses its schedules at SIGTERM too."""

    def handle_sigterm(self, *args: Any, **kwargs: Any) -> None:
        """Stop as at Ctrl-C.

        Prefect's own handler calls a coroutine without awaiting it, and leaves the exit code to chance.
        """
        raise KeyboardInterrupt
