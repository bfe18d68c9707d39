"""The ingest flow: sources in, facts in the published warehouse out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from prefect import flow, runtime
from prefect.client.schemas.objects import State

from flows.carry_out import carry_out
from flows.run import Run
from transforms.pipeline import process
from warehouse.writer import Writer

MAX_BYTES: Final = 20 * 2**20


def run_name() -> str:
    """`ingest 2026-11-21 14:00 · seeds/articles`: when and of what; what came of it is added at the end."""
    sources = [str(source) for source in runtime.flow_run.parameters.get("sources", [])]
    more = f" + {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"ingest {datetime.now():%Y-%m-%d %H:%M} · {sources[0] if sources else 'nothing'}{more}"


@flow(name="ingest", flow_run_name=run_name, persist_result=False)
def ingest(sources: list[str], warehouse: str, max_bytes: int = MAX_BYTES) -> State[object]:
    """Read articles, extract facts, load them, and publish the warehouse.

    Documents that the warehouse already has by the present rules are left alone; what does not get in is in
    `ops.rejects` with the reason.

    Args:
        sources: Files, folders (searched through) or globs: .txt, .md, .html, .json, .jsonl, each also .gz.
        warehouse: The DuckDB file that is published at the end; it is made if it is not there.
        max_bytes: Files larger than this many bytes are refused.
    """
    from flows.sources import find_items

    path, flow_run = Path(warehouse), str(runtime.flow_run.id)

    def begin(writer: Writer) -> Run:
        return Run.begin(writer, sources, path, find_items(sources, max_bytes), datetime.now(UTC), flow_run)

    return carry_out(path, process, begin)
