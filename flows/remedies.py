"""What a person can do about a run that failed."""

from __future__ import annotations

import errno

from flows.errors import KaojuError
from warehouse.lock import WarehouseBusy
from warehouse.writer import WorkingFileUnusable

_DENIED = (errno.EACCES, errno.EPERM, errno.EROFS)
_FULL = (errno.ENOSPC, errno.EDQUOT)


def cause(error: BaseException) -> str:
    """The cause in a sentence, without a class name where the message speaks for itself."""
    if isinstance(error, (KaojuError, OSError, TimeoutError)):
        return str(error)
    return f"{type(error).__name__}: {error}"


def remedy(error: BaseException) -> str:
    """What to do about it."""
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, WarehouseBusy):
        return "Nothing, if that process is at work: the next run reads the same sources. Else end it."
    if number in _FULL or "No space left" in str(error):
        return "Make room on the disk that holds the warehouse, or move the warehouse to a larger one."
    if number in _DENIED:
        return (
            "Let the user that runs kaoju write in the folder of the warehouse (chown, or mount it writable)."
        )
    if isinstance(error, (KaojuError, WorkingFileUnusable)):
        return "The cause says it."
    if isinstance(error, TimeoutError):
        return (
            "Read in the logs where it stood still. If it was just much to do, run `kaoju run` by hand once: "
            "it has no time limit, and the schedule goes on from there."
        )
    return "This is a fault of kaoju: please report it with the traceback that is in the logs of this run."
