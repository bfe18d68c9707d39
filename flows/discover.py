"""The discover flow: articles from feeds, pages and archives into the published warehouse."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Final, cast

from prefect import flow, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.logging import get_run_logger
from prefect.utilities.annotations import quote
from pydantic import Field

from flows.carry_out import carry_out, final_state
from flows.outcome import RunOutcome
from flows.run import Run
from flows.similar_enough import similar_enough
from flows.sources.resumed import Resumed
from flows.web.archive import Archive
from flows.web.discovering import Discovered, fetch_all, known_texts
from flows.web.settled import Settled, read_settled, write_settled
from flows.web.source_file import FOLDER, WebSource, chosen_sources
from transforms.pipeline import process
from transforms.similarity.likeness import SIMILAR
from transforms.version import rules_version
from warehouse.subjects import own_subjects
from warehouse.writer import Writer

MAX_SECONDS: Final = 6 * 3600


def run_name() -> str:
    """`discover 2026-11-21 14:00 · wire`: when, and from which sources."""
    names = runtime.flow_run.parameters.get("sources") or ["all enabled sources"]
    return f"discover {datetime.now():%Y-%m-%d %H:%M} · {', '.join(map(str, names))[:60]}"


@task(name="fetch", cache_policy=NO_CACHE, persist_result=False)
def fetch(sources: tuple[WebSource, ...], archive: Archive) -> int:
    """Ask the sites for what is due, politely, and keep what comes in the archive."""
    return fetch_all(sources, archive, get_run_logger().info)


@flow(name="discover", flow_run_name=run_name, persist_result=False, timeout_seconds=MAX_SECONDS)
def discover(
    warehouse: Annotated[str, Field(min_length=1)],
    sources: list[str] | None = None,
    folder: str = str(FOLDER),
    archive: str | None = None,
    similar: Annotated[float, Field(ge=0, le=1)] = SIMILAR,
) -> State[object]:
    """Look for new articles in sources of the web, keep what was fetched, load what is new.

    What was fetched stays in an archive of WARC files: a run that is killed fetches nothing twice, and what
    it had fetched is loaded by the next one.

    Args:
        warehouse: The DuckDB file that is published at the end; it is made if it is not there.
        sources: Names of the sources to run; all enabled ones if none is named.
        folder: Folder with a .toml file for each source.
        archive: Folder of the archive; `web` beside the warehouse if it is not given.
        similar: How like the warehouse's articles from files a page must be to get in, 0 to 1; 0 lets all in.
    """
    chosen = chosen_sources(Path(folder), sources or [])
    place = Path(archive) if archive else archive_of(Path(warehouse))
    with Archive(place) as kept:
        cast("Any", fetch)(quote(chosen), quote(kept))  # quoted: else Prefect looks into them for futures
        return load_kept(Path(warehouse), chosen, kept, str(runtime.flow_run.id), similar)


def archive_of(warehouse: Path) -> Path:
    """The archive beside a warehouse."""
    return warehouse.parent / "web"


def load_kept(
    warehouse: Path, sources: tuple[WebSource, ...], archive: Archive, flow_run: str, similar: float = 0.0
) -> State[object]:
    """Load what the archive and the files of the sources hold and the warehouse has not; then publish.

    A page that is less like the articles from files than `similar` is left out, and is in `ops.rejects` with
    its likeness; with another threshold all kept pages are looked at again.
    """
    names = [source.name for source in sources]
    found: Discovered | None = None
    visits = archive.visits
    rules = f"{rules_version()} {similar}"

    def begin(writer: Writer) -> Run:
        nonlocal found
        runs = {str(row["run_id"]) for row in writer.read("SELECT run_id FROM ops.runs")}
        before = read_settled(archive.folder, rules, runs)
        keep = similar_enough(own_subjects(writer.read), similar)
        found = Discovered(sources, archive, known_texts(writer), before, keep)
        return Run.begin(writer, names, warehouse, Resumed(found.items), datetime.now(UTC), flow_run)

    state = carry_out(warehouse, process, begin)
    if isinstance(state.data, RunOutcome) and found is not None:
        files = {**found.before.files, **found.files}
        write_settled(archive.folder, Settled(state.data.run_id, rules, visits, files))
        return final_state(replace(state.data, task_runs=state.data.task_runs + 1))  # and the fetching
    return state
