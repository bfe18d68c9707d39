"""Whether what a run is about to publish is as expected."""

from __future__ import annotations

from prefect.logging import get_run_logger

from flows.errors import KaojuError
from flows.run import Run
from warehouse.publish import working_path


def check_expected(run: Run) -> tuple[str, ...]:
    """Hold the run against what is expected, keep what was measured, and return the warnings, in sentences.

    KaojuError where a minimum is not reached: then nothing must be published.
    """
    from warehouse.expectations import OWN_LIMITS, check_expectations

    checked = check_expectations(run.writer.connection, run.run_id)
    run.writer.record_measures(run.run_id, checked.measures)
    failed = [one.what for one in checked.findings if one.level == "fail"]
    if failed:
        raise KaojuError(
            f"this run falls below what any sound run gives, so nothing was published: {' '.join(failed)} "
            f"What was loaded is kept in {working_path(run.warehouse)}. If the rules are broken, mend them "
            f"and run `kaoju rebuild`; to drop what was loaded, delete that file; if your articles are like "
            f"that, lower the limit in a copy of warehouse/quality/limits.toml, named in {OWN_LIMITS}."
        )
    warnings = tuple(one.what for one in checked.findings)
    for words in warnings:
        get_run_logger().warning("Not as expected: %s", words)
    return warnings
