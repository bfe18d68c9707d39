"""Import what the first flow run would import anyway, while the Prefect server is still starting."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from typing import Final

LATE: Final = (
    "prefect.flow_engine",
    "prefect.task_engine",
    "prefect.utilities.visualization",
    "fastapi",
    "pyarrow",
)
"""What Prefect, polars and DuckDB import at their first use."""


def warm_up() -> None:
    """Load these, and let pandera see a first table: seconds that nobody waits for."""
    from warehouse.tables.ops import RUNS
    from warehouse.validation import split_valid

    for name in LATE:
        import_module(name)
    split_valid(RUNS, [{"run_id": "none", "state": "none", "started_at": datetime.now(UTC)}])
