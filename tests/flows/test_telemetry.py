"""Telemetry is off before anything can import Prefect."""

import os
import subprocess
import sys

from flows.telemetry import QUIET


def test_importing_flows_is_enough():
    code = (
        "import sys, flows, os; assert 'prefect' not in sys.modules\n"
        "from prefect.settings import get_current_settings as now\n"
        "from prefect._internal.analytics import is_telemetry_enabled\n"
        "assert not is_telemetry_enabled() and not now().server.analytics_enabled\n"
    )
    env = {name: value for name, value in os.environ.items() if name not in {*QUIET, "CI"}}
    subprocess.run([sys.executable, "-c", code], env=env, check=True, timeout=120)
