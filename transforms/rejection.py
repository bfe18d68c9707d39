"""Why an input does not get in."""


class Rejected(Exception):
    """An input that is refused: `check` names the rule, `reason` says what is wrong and where."""

    def __init__(self, check: str, reason: str) -> None:
        super().__init__(check, reason)  # both, so that it survives pickling between processes
        self.check = check
        self.reason = reason
