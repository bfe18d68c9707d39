"""The pins that matter: without them flows die at import, or schedules never fire and nobody says so."""

import time
from importlib.metadata import version

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import DeploymentFilter, DeploymentFilterId

from flows.deployments import Schedule, deployments


def installed(package: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version(package).split(".")[:2])


def test_fastapi_still_takes_what_prefect_gives_it():
    assert installed("fastapi") < (0, 151), "Prefect 3.8 uses Body(min_items=…), which fastapi 0.151 rejects"


def test_sqlalchemy_still_evaluates_what_the_scheduler_asks():
    assert installed("sqlalchemy") < (2, 1), "with 2.1 Prefect's scheduler never creates a scheduled run"


@pytest.mark.usefixtures("api")
def test_a_cron_deployment_gets_scheduled_runs(tmp_path):
    [ingest] = deployments(Schedule(("articles",), tmp_path / "w.duckdb", cron="0 3 * * *", name="pins"))
    deployment_id = ingest.apply()
    mine = DeploymentFilter(id=DeploymentFilterId(any_=[deployment_id]))
    with get_client(sync_client=True) as client:
        deployment = client.read_deployment(deployment_id)
        end = time.monotonic() + 90
        while not (runs := client.read_flow_runs(deployment_filter=mine)) and time.monotonic() < end:
            time.sleep(0.5)
    assert runs, "the server made no scheduled run for a cron deployment; see the server's log"
    assert all(run.state.is_scheduled() and run.expected_start_time.hour == 3 for run in runs)
    assert deployment.concurrency_options.collision_strategy.value == "CANCEL_NEW"
    assert deployment.tags == ["kaoju", "ingest"] and deployment.version
    described = deployment.parameter_openapi_schema["properties"]
    assert all(described[name].get("description") for name in described)
    assert deployment.parameters["warehouse"].startswith("/")
