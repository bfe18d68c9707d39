"""The flows as plain functions, for what they do to a warehouse: no server, no record in Prefect."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import pytest
from prefect import Flow, Task
from prefect.logging import disable_run_logger

from flows.outcome import RunOutcome

TASKS = ("read_batch", "process_batch", "load_batch", "reconcile_all", "publish")


class Unseen:
    """The progress of a run that nobody looks at."""

    def show(self, *_: object) -> None:
        """Nothing."""

    def finish(self, *_: object) -> None:
        """Nothing."""


def outcome_of(flow: Flow[..., Any], **parameters: object) -> RunOutcome:
    """What a run came to; its error, if it fails."""
    state = flow.fn(**parameters)
    if isinstance(state.data, BaseException):
        raise state.data
    assert isinstance(state.data, RunOutcome)
    return state.data


@contextmanager
def without_prefect() -> Iterator[None]:
    """Within: flows run by `outcome_of` do all that they do but tell Prefect."""
    from flows import carry_out

    with pytest.MonkeyPatch.context() as patch, disable_run_logger():
        for name in TASKS:
            patch.setattr(carry_out, name, _plain(getattr(carry_out, name)))
        patch.setattr(carry_out, "Progress", Unseen)
        patch.setattr(carry_out, "show_run", _nothing)
        patch.setattr(carry_out, "failures_explained", nullcontext)
        patch.setattr("flows.ingest.sound_alarms", _nothing)
        yield


def _plain(task: Task[..., Any]) -> Callable[..., Any]:
    def call(*quoted: Any) -> Any:
        return task.fn(*(one.unquote() for one in quoted))

    call.name = task.name  # type: ignore[attr-defined]
    return call


def _nothing(*_: object) -> None:
    pass
