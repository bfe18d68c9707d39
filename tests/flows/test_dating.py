"""Documents date each other, in whatever order they come; the times and facts of a document follow."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from flows.copies import choose_originals, group_copies
from flows.dating import date_documents
from flows.sources import find_items
from tests.transforms.reconciling.variants import ARTICLES
from transforms.pipeline import process
from transforms.rows import Rows
from transforms.source import SourceItem
from warehouse.fingerprint import fingerprint
from warehouse.query import connect_published
from warehouse.why import explain
from warehouse.why_page import render
from warehouse.writer import Writer, open_writer

NOW = datetime(2026, 1, 5)
GIVEN = Path(__file__).parents[3] / "shared" / "seeds"
TEXTS = {
    # A car: who says 上周 is dated by who says the day.
    "dates-car": "回顾这一年的车市，蓝湾汽车是赢家。2023年9月12日，小米SU7正式发布，首批订单超过两万辆。",
    "week-after": "车圈热闹不断。上周，小米发布小米SU7，起售价低于市场预期。经销商说展厅里挤满了人。",
    "before": "新能源车企都在等一个对手。小米汽车计划推出小米SU7，价格尚未公布，已有三家公司降价。",
    # A model: months, and a look back on the end of a year.
    "dates-model": "开源模型的这两年：2024年4月，Meta发布Llama 3，参数规模达到700亿。社区的热情随之高涨。",
    "months-after": "写在热潮之后。4个月前，Meta发布Llama 3，如今下载量已经回落。大家更关心怎样降低成本。",
}
IDS = {
    name: process(SourceItem(name, text.encode()))["corpus.documents"][0]["document_id"]
    for name, text in TEXTS.items()
}


def rows_of(name: str) -> Rows:
    return process(SourceItem(f"{name}.txt", TEXTS[name].encode()))


def add(writer: Writer, *batches: list[Rows]) -> None:
    for batch in batches:
        writer.load(batch, "run", NOW)
        redated = date_documents(writer, group_copies(writer, "run"), "run", NOW)
        choose_originals(writer, redated, "run")


def published(writer: Writer) -> dict[str, tuple[date | None, date | None]]:
    rows = writer.read("SELECT source_uri, published_from, published_to FROM corpus.documents")
    return {row["source_uri"][:-4]: (row["published_from"], row["published_to"]) for row in rows}


def test_documents_date_each_other_in_any_order(tmp_path: Path):
    rows = [rows_of(name) for name in TEXTS]
    found = []
    for number, batches in enumerate(([rows], [rows[1::2], rows[::2]])):
        with open_writer(tmp_path / f"w{number}.duckdb") as writer:
            add(writer, *batches)
            found.append(fingerprint(writer.connection))
            days = published(writer)
            events = writer.read(
                "SELECT start_on, end_on FROM facts.events JOIN corpus.documents USING (document_id)"
                " WHERE source_uri = 'week-after.txt' AND type = 'release'"
            )
            writer.publish()
    assert found[0] == found[1]
    assert days["week-after"] == (date(2023, 9, 18), date(2023, 9, 24))
    assert days["months-after"] == (date(2024, 8, 1), date(2024, 8, 31))
    assert events == [{"start_on": date(2023, 9, 11), "end_on": date(2023, 9, 17)}]
    with connect_published(tmp_path / "w1.duckdb") as con:
        page = render(explain(con, IDS["week-after"]))
    days_of_writing, by = "2023-09-18 to 2023-09-24", IDS["dates-car"]
    told = f"  · 上周 (release · 小米SU7), and {by} dates it 2023-09-12 → {days_of_writing}\n"
    assert told + f"      {by}: dates-car.txt\n" in page


def test_a_date_goes_when_the_document_that_gave_it_says_so_no_more(tmp_path: Path):
    with open_writer(tmp_path / "w.duckdb") as writer:
        add(writer, [rows_of("dates-car"), rows_of("week-after")])
        assert published(writer)["week-after"] == (date(2023, 9, 18), date(2023, 9, 24))
        silent = rows_of("dates-car")
        silent["corpus.date_clues"] = silent["corpus.date_clues"][:1]
        add(writer, [silent])
        assert published(writer)["week-after"] == (None, None)
        assert writer.read("SELECT event FROM corpus.datings WHERE event IS NOT NULL") == []


@pytest.mark.soak
@pytest.mark.skipif(not GIVEN.exists(), reason="the four articles are not beside the repository")
def test_the_four_articles_are_dated_by_what_they_share(tmp_path: Path):
    items = [one for one in find_items([str(GIVEN), str(ARTICLES)], 1 << 20) if isinstance(one, SourceItem)]
    with open_writer(tmp_path / "w.duckdb") as writer:
        add(writer, [process(item) for item in items])
        rows = writer.read("SELECT source_uri, published_from, published_to FROM corpus.documents")
    days = {Path(row["source_uri"]).name[:3]: (row["published_from"], row["published_to"]) for row in rows}
    for name, first, last in (
        ("000", date(2024, 8, 1), date(2024, 10, 31)),
        ("002", date(2023, 12, 1), date(2024, 4, 30)),
        ("003", date(2024, 4, 1), date(2024, 5, 31)),
    ):
        assert first <= days[name][0] <= days[name][1] <= last, name
