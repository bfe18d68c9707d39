"""Nothing is sent anywhere: the settings that keep Prefect, its server and its UI from reporting home."""

from __future__ import annotations

import os
from typing import Final

# DO_NOT_TRACK alone does not stop the server's telemetry, and the server's setting alone does not stop the
# client's first-import event: all of them are needed.
QUIET: Final = {
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_CLOUD_ENABLE_ORCHESTRATION_TELEMETRY": "false",
}


def switch_off() -> None:
    """Set the environment so that nothing reports home; a value that the user has set himself stays."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)
