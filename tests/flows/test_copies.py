"""Families are the same in whatever order and batches documents come, and whatever is loaded again."""

from __future__ import annotations

import random
from datetime import datetime
from pathlib import Path

import pytest

from flows.copies import forget_reconciled, group_copies
from tests.transforms.reconciling.variants import articles, copies_of
from transforms.article import Article
from transforms.article_rows import document_row, source_row
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.rows import Rows
from transforms.source import SourceItem
from warehouse.doctor import diagnose
from warehouse.fingerprint import fingerprint
from warehouse.writer import Writer, open_writer

NOW = datetime(2026, 1, 5)
TABLES = ("corpus.families", "corpus.fingerprints", "corpus.documents")


def rows_of(data: bytes, uri: str) -> tuple[Article, Rows]:
    source = read(SourceItem(uri, data, "text"))
    article = clean(source)
    return article, {
        "corpus.documents": [document_row(article, source, "r1")],
        "corpus.sources": [source_row(article, source)],
    }


@pytest.fixture(scope="module")
def some() -> dict[str, list[Rows]]:
    """Two articles, each with all its copies."""
    return {
        article.source_uri: [
            rows_of(data, f"{kind}-{article.source_uri}")[1]
            for kind, data in {"original": article.text.text.encode(), **copies_of(article.text.text)}.items()
        ]
        for article in articles()[:2]
    }


def add(writer: Writer, batches: list[list[Rows]]) -> dict[str, str]:
    for batch in batches:
        writer.load(batch, "run", NOW)
        group_copies(writer, "run")
    return {name: found for name, found in fingerprint(writer.connection).items() if name in TABLES}


def test_any_order_and_any_batches_give_the_same_families(tmp_path: Path, some):
    first, second = some.values()
    documents = [*first, *second[:2]]
    order = random.Random(1).sample(documents, len(documents))
    again = [order[:3], order[3:], order[:2]]  # some of it loaded a second time
    found = []
    for number, batches in enumerate(([documents], again)):
        with open_writer(tmp_path / f"w{number}.duckdb") as writer:
            found.append(add(writer, batches))
            assert [one for one in diagnose(writer.connection) if "famil" in one.check] == []
            if number:
                forget_reconciled(writer, "run")
                group_copies(writer, "run")
                found.append(add(writer, []))
    assert all(one == found[0] for one in found)


@pytest.mark.soak
def test_many_orders_and_batches_give_the_same_families(tmp_path: Path, some):
    documents = [rows for copies in some.values() for rows in copies]
    found = []
    for seed in range(12):
        draw = random.Random(seed)
        order = draw.sample(documents, len(documents))
        cuts = sorted(draw.sample(range(1, len(order)), draw.randrange(len(order) - 1)))
        batches = [order[a:b] for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
        with open_writer(tmp_path / f"w{seed}.duckdb") as writer:
            found.append(add(writer, [*batches, draw.choice(batches)]))
    assert all(one == found[0] for one in found)


def test_every_kind_of_copy_joins_and_no_other_article_does(tmp_path: Path, some):
    with open_writer(tmp_path / "w.duckdb") as writer:
        add(writer, [[rows for copies in some.values() for rows in copies]])
        families = dict(
            writer.connection.execute("SELECT document_id, family_id FROM corpus.families").fetchall()
        )
    ids = [{rows["corpus.documents"][0]["document_id"] for rows in copies} for copies in some.values()]
    assert [len({families[one] for one in copies}) for copies in ids] == [1, 1]
    assert len(set(families.values())) == 2


def test_a_document_that_changes_leaves_its_family(tmp_path: Path, some):
    first, second, *_ = next(iter(some.values()))
    name = second["corpus.documents"][0]["document_id"]
    other = (
        "云岭半导体董事会通过了在成都建设新产线的计划，总投资约八十亿元，预计后年投产，主要生产车用芯片。" * 3
    )
    changed: Rows = {
        "corpus.documents": [{**second["corpus.documents"][0], "text": other}],
        "corpus.sources": second["corpus.sources"],
    }
    with open_writer(tmp_path / "w.duckdb") as writer:
        add(writer, [[first, second]])
        assert writer.read("SELECT DISTINCT family_id FROM corpus.families") != []
        add(writer, [[changed]])
        found = writer.read("SELECT document_id, method, is_original FROM corpus.families")
        assert {(row["method"], row["is_original"]) for row in found} == {("single", True)}
        assert writer.read(f"SELECT duplicate_of FROM corpus.documents WHERE document_id = '{name}'") == [
            {"duplicate_of": None}
        ]


def test_a_document_of_an_older_version_is_compared_too(tmp_path: Path, some):
    first, second, *_ = next(iter(some.values()))
    with open_writer(tmp_path / "w.duckdb") as writer:
        add(writer, [[first]])
        writer.connection.execute("DELETE FROM corpus.fingerprints")  # as migration leaves it
        add(writer, [[second]])
        assert writer.read("SELECT count(DISTINCT family_id) AS families FROM corpus.families") == [
            {"families": 1}
        ]
