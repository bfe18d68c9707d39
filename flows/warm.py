"""Import what the first flow run would import anyway, while the Prefect server is still starting."""

from __future__ import annotations

from datetime import UTC, datetime


def warm_up() -> None:
    """Load the engines of Prefect and the validation of tables: about a second that nobody waits for."""
    import prefect.flow_engine
    import prefect.task_engine
    import prefect.utilities.visualization  # noqa: F401

    from warehouse.tables.ops import RUNS
    from warehouse.validation import split_valid

    split_valid(RUNS, [{"run_id": "none", "state": "none", "started_at": datetime.now(UTC)}])
