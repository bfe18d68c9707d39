"""Log lines of a run without anything that a terminal would obey, wherever the text came from."""

from __future__ import annotations

import logging
from typing import Final

from warehouse.printable import printable

LOGGERS: Final = ("prefect.flow_runs", "prefect.task_runs")


class Printable(logging.Filter):
    """Writes control and formatting characters of messages and tracebacks as escapes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Make the record safe; every record stays."""
        record.msg, record.args = _lines(record.getMessage()), None
        if record.exc_info and not record.exc_text:
            record.exc_text = _lines(logging.Formatter().formatException(record.exc_info))
        return True


_PRINTABLE: Final = Printable()


def make_logs_safe() -> None:
    """Let nothing but printable text into the logs of flow and task runs; again changes nothing."""
    for name in LOGGERS:
        logging.getLogger(name).addFilter(_PRINTABLE)


def _lines(text: str) -> str:
    return "\n".join(printable(line) for line in text.split("\n"))
