"""Nothing that a terminal would obey gets into the logs of a run."""

import logging

from flows.safe_logs import LOGGERS, make_logs_safe


def test_messages_and_tracebacks_are_printable(caplog):
    make_logs_safe()
    make_logs_safe()
    logger = logging.getLogger(LOGGERS[0])
    assert len([one for one in logger.filters if type(one).__name__ == "Printable"]) == 1
    logger.addHandler(caplog.handler)
    try:
        logger.warning("%s was refused", "标题\x1b]0;owned\x07\u202e")
        try:
            raise ValueError("bad \x1b[31mred")
        except ValueError:
            logger.exception("It failed\nhere")
    finally:
        logger.removeHandler(caplog.handler)
    text = caplog.handler.stream.getvalue()
    assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert r"标题\x1b]0;owned\x07\u202e was refused" in text
    assert r"ValueError: bad \x1b[31mred" in text
    assert "It failed\nhere" in text
