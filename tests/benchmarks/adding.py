"""What it takes to add one document to a large warehouse: `python -m tests.benchmarks.adding`.

A warehouse of 200 documents and one of 20,000 are filled with the rows of the sample articles, copied in SQL
under other ids and with other fingerprints; then one article is added to each as a run does it, step by step.
The publication copies the whole file and is given apart. `--most 3` fails where the large one takes more
than three times as long.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from flows.claims import make_claims
from flows.copies import choose_originals, group_copies
from flows.dating import date_documents
from flows.sources import find_items
from tests.transforms.reconciling.variants import ARTICLES
from transforms.pipeline import process
from transforms.source import SourceItem
from warehouse.tables.catalogue import TABLES
from warehouse.writer import Writer, open_writer

NOW = datetime(2026, 1, 5)
NEW = (
    "海港日报讯：5月14日，远帆科技在上海发布Vertex 4手机，起售价3999元，首批备货120万台。首席执行官周明远说，"
    "“今年的目标是出货2600万台。”去年，远帆科技营收为412亿元，同比增长18%，净利润29.7亿元。上周，公司还宣布"
    "与云岭半导体合作，共同研发下一代影像芯片，总投资约15亿元。分析师认为，毛利率能否守住11%仍是疑问。"
)
ROUNDS = 5


def fill(writer: Writer, count: int) -> None:
    """Loads the sample articles and copies their rows until there are `count` documents."""
    items = [one for one in find_items([str(ARTICLES)], 1 << 20) if isinstance(one, SourceItem)]
    writer.load([process(item) for item in items], "fill", NOW)
    bring_up_to_date(writer)
    con, own = writer.connection, len(items)
    ours = [t for t in TABLES.values() if t.owner == "fact" or "document_id" in t.columns]
    for table in (one for one in ours if not one.name.startswith("ops.")):
        made = {one: f"{one} || '-' || k" for one in table.columns if one in ("document_id", "fact_id")}
        made |= {"family_id": "document_id || '-' || k", "method": "'single'", "is_original": "true"}
        made |= {"duplicate_of": "NULL", "source_uri": "source_uri || '-' || k"}
        made |= {
            one: f"list_transform({one}, lambda h: (hash(h, k) >> 1)::BIGINT)"
            for one in ("bands", "passages", "figures")
        }
        columns = ", ".join(f"{made.get(one, one)} AS {one}" for one in table.columns)
        con.execute(
            f"INSERT INTO {table.name} SELECT {columns} FROM {table.name}, range(1, {count // own}) AS t(k)"
        )


def bring_up_to_date(writer: Writer) -> dict[str, float]:
    """Families, dates and claims, as a run does them; seconds by step."""
    seconds: dict[str, float] = {}
    with timed(seconds, "families"):
        grouped = group_copies(writer, "run")
    with timed(seconds, "dates"):
        redated = date_documents(writer, grouped, "run", NOW)
        choose_originals(writer, redated, "run")
    with timed(seconds, "claims"):
        make_claims(writer, "run", {*grouped, *redated}, ())
    return seconds


@contextmanager
def timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    """Notes how long the body took."""
    started = time.perf_counter()
    yield
    seconds[step] = time.perf_counter() - started


def add(writer: Writer, number: int) -> dict[str, float]:
    """Adds one article that is not there; seconds by step."""
    seconds: dict[str, float] = {}
    with timed(seconds, "known"):
        writer.known()
    with timed(seconds, "process"):
        rows = process(SourceItem(f"new{number}.txt", NEW.replace("120万", f"{120 + number}万").encode()))
    with timed(seconds, "load"):
        writer.load([rows], "run", NOW)
    seconds |= bring_up_to_date(writer)
    with timed(seconds, "totals"):
        writer.record_run(
            {"run_id": f"r{number}", "started_at": NOW, "finished_at": NOW, "state": "completed"}
        )
    return seconds


def measure(folder: Path, count: int) -> dict[str, float]:
    """Median seconds by step of adding one document to so many, and of the publication."""
    with open_writer(folder / f"of{count}.duckdb") as writer:
        fill(writer, count)
        [row] = writer.read(
            "SELECT count(*) AS documents FROM corpus.documents JOIN corpus.families USING (document_id)"
        )
        assert row["documents"] >= count * 0.95, row
        rounds = [add(writer, number) for number in range(ROUNDS)]
        seconds = {step: sorted(one[step] for one in rounds)[ROUNDS // 2] for step in rounds[0]}
        with timed(seconds, "publish"):
            writer.publish()
    return seconds


def main() -> None:
    """Prints seconds by step and the ratio."""
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.adding", description=__doc__)
    asked.add_argument("--sizes", type=int, nargs=2, default=(200, 20_000))
    asked.add_argument("--most", type=float, default=float("inf"))
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = (measure(Path(folder), count) for count in given.sizes)
    print(f"{'step':10}" + "".join(f"{count:>12,}" for count in given.sizes))
    for step in small:
        print(f"{step:10}{small[step]:12.4f}{large[step]:12.4f}")
    totals = [sum(one.values()) - one["publish"] for one in (small, large)]
    ratio = totals[1] / totals[0]
    print(f"{'in all':10}{totals[0]:12.4f}{totals[1]:12.4f}   without the publication: × {ratio:.2f}")
    if ratio > given.most:
        sys.exit(f"more than × {given.most}")


if __name__ == "__main__":
    main()
