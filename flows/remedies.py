"""What a person can do about a run that failed."""

from __future__ import annotations

from warehouse.lock import WarehouseBusy


def cause(error: BaseException) -> str:
    """The cause in a sentence, without a class name where the message speaks for itself."""
    return str(error) if _is_ours(error) or isinstance(error, OSError) else f"{type(error).__name__}: {error}"


def remedy(error: BaseException) -> str | None:
    """What to do about it; None where the cause says it."""
    if isinstance(error, WarehouseBusy):
        return "Nothing, if that process is at work: the next run reads the same sources. Else end it."
    if _is_ours(error):
        return None
    if isinstance(error, TimeoutError):
        return (
            "Read in the logs where it stood still. If it was just much to do, run `kaoju run` by hand once: "
            "it has no time limit, and the schedule goes on from there."
        )
    if isinstance(error, OSError):
        return "See to the disk or the file server that is named; the next run tries again."
    return "This is a fault of kaoju: please report it with the traceback that is in the logs of this run."


def _is_ours(error: BaseException) -> bool:
    """Whether kaoju has a class for the error: then its message says what to do."""
    return type(error).__module__.partition(".")[0] in ("flows", "warehouse")
