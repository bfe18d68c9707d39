"""How far a run is, as a bar in the Prefect UI."""

from __future__ import annotations

from uuid import UUID

from prefect import runtime
from prefect.artifacts import create_progress_artifact, update_progress_artifact


class Progress:
    """The progress artifact of a run, made when there is something to wait for."""

    def __init__(self) -> None:
        self._artifact: UUID | None = None

    def show(self, done: int, of: int, words: str) -> None:
        """Show that `done` of `of` known documents are through."""
        percent = 100.0 * done / max(of, 1)
        if self._artifact is None:
            made = create_progress_artifact(
                percent, key=f"{runtime.flow_run.flow_name}-progress", description=words
            )
            self._artifact = UUID(str(made))
        else:
            update_progress_artifact(self._artifact, percent, description=words)

    def finish(self, words: str) -> None:
        """Fill the bar, if there is one."""
        if self._artifact is not None:
            update_progress_artifact(self._artifact, 100.0, description=words)
