"""Masked text written with letters, as the patterns of the extracting stage write it."""

import pytest

LETTERS = {
    "\ue000": "P",
    "\ue001": "O",
    "\ue002": "R",
    "\ue003": "L",
    "\ue004": "W",
    "\ue010": "N",
    "\ue011": "T",
    "\ue012": "Q",
}


@pytest.fixture(scope="session")
def lettered():
    """Masked text with `{O}` for an organization and so on."""

    def show(masked_text):
        return "".join(f"{{{LETTERS[c]}}}" if c in LETTERS else c for c in masked_text)

    return show
