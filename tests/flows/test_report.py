"""What runs beside the ingest: the morning's report and the week's upkeep."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings

from flows.ingest import ingest
from flows.report import report
from flows.upkeep import upkeep
from tests.flows.conftest import write_articles
from tests.flows.plainly import outcome_of, without_prefect
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.news import news_since
from warehouse.query import connect_published

pytestmark = pytest.mark.usefixtures("api")
OTHER = """经销商谈比亚迪

比亚迪公司2024年全年销量超过430万辆。经销商透露,另有新车将于明年发布,价格尚未公布。
"""


@pytest.fixture(autouse=True)
def no_heartbeat():
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        yield


@pytest.fixture(scope="module")
def four_documents(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    with without_prefect():
        articles = write_articles(folder / "articles")
        outcome_of(ingest, sources=[str(articles)], warehouse=str(folder / "w.duckdb"))
    return folder / "w.duckdb"


@pytest.fixture
def warehouse(four_documents, tmp_path) -> Path:
    return Path(shutil.copyfile(four_documents, tmp_path / "w.duckdb"))


def artifacts_of(state) -> dict[str, str]:
    flow_run = state.state_details.flow_run_id
    chosen = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[flow_run]))
    with get_client(sync_client=True) as client:
        return {str(one.key): str(one.data) for one in client.read_artifacts(artifact_filter=chosen)}


def test_the_report_says_what_is_new_what_was_refused_and_that_all_is_well(warehouse):
    with duckdb.connect(str(warehouse)):  # the report reads while another process may write
        pass
    state = report(str(warehouse), return_state=True)
    assert state.is_completed() and state.name == "Completed", state.message
    assert (state.message or "").startswith("4 new documents, ")
    pages = artifacts_of(state)
    assert pages.keys() == {"report", "report-new-claims", "report-site"}
    assert (warehouse.with_name("w-site") / "index.html").as_uri() in pages["report-site"]
    page = pages["report"]
    assert "4 new documents." in page and "| not_chinese | 1 |" in page and "checks passed." in page
    assert "| completed | 1 | 9 | 4 |" in page


def test_a_broken_promise_is_in_the_report(warehouse):
    with duckdb.connect(str(warehouse)) as con:
        con.execute("DELETE FROM corpus.locations")
    state = report(str(warehouse), return_state=True)
    assert state.name == "CompletedWithFindings" and "checks failed" in (state.message or "")


def test_news_since_a_moment_tells_new_from_stated_again(warehouse, tmp_path):
    with connect_published(warehouse) as con:
        everything = news_since(con, datetime.now(UTC) - timedelta(hours=1))
        nothing = news_since(con, datetime.now(UTC))
    assert (everything.documents, everything.written) == (4, 4)
    assert everything.new.total == len(everything.new.first) > 5
    assert everything.seconded.total == 0
    assert nothing.documents == nothing.written == nothing.new.total == 0 and nothing.worst == ()

    moment = datetime.now(UTC)
    (tmp_path / "later.txt").write_text(OTHER)
    with without_prefect():
        outcome_of(ingest, sources=[str(tmp_path / "later.txt")], warehouse=str(warehouse))
    with connect_published(warehouse) as con:
        news = news_since(con, moment)
        claims = con.execute("SELECT count(*) FROM facts.claims").fetchall()[0][0]
    assert news.documents == 1
    assert news.new.total + news.seconded.total + news.conflicts.total < claims, "the older ones are no news"
    touched = (*news.seconded.first, *news.conflicts.first)
    assert any("比亚迪" in one.statement and one.documents == 2 for one in touched), touched


def test_upkeep_leaves_a_backup_and_the_same_warehouse(warehouse, tmp_path):
    with connect_published(warehouse) as con:
        before = fingerprint(con)
    state = upkeep(str(warehouse), str(tmp_path / "backups"), return_state=True)
    assert state.is_completed(), state.message
    [backup] = (tmp_path / "backups").glob("w-*.duckdb")
    for path in (warehouse, backup):
        with connect_published(path) as con:
            assert fingerprint(con) == before
            assert diagnose(con) == []


def test_a_report_without_a_warehouse_fails_and_says_what_to_do(tmp_path):
    state = report(str(tmp_path / "none.duckdb"), return_state=True)
    assert state.is_failed()
    assert "kaoju run" in artifacts_of(state)["report-failure"]
