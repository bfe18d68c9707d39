"""Mutated files through the flow: each loaded or refused with a reason, and the warehouse stays sound."""

import gzip
import json
from pathlib import Path
from random import Random

import pytest

from flows.ingest import ingest
from flows.sources import find_items
from tests.flows.plainly import outcome_of
from tests.mutations.damage import mutated
from warehouse.doctor import diagnose
from warehouse.query import connect_published

SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html"}


def write(folder: Path, numbers: range) -> None:
    """A file an input: as it is, packed, or as a record; some of the packed and the records damaged again."""
    folder.mkdir()
    for number in numbers:
        chance = Random(number)
        way, item = mutated(number)
        data, suffix = item.data, SUFFIXES[item.media_type]
        if chance.random() < 0.2:
            record = {"text": data.decode("utf-8", "replace"), **item.said}
            data, suffix = json.dumps(record).encode(), chance.choice((".json", ".jsonl"))
            if chance.random() < 0.4:
                data = data[: chance.randrange(len(data))] + chance.randbytes(3)
        if chance.random() < 0.2:
            data, suffix = gzip.compress(data), suffix + ".gz"
            if chance.random() < 0.5:
                data = data[: chance.randrange(len(data))]
        (folder / f"{number}-{way}{suffix}").write_bytes(data)


@pytest.mark.parametrize("many", [20, pytest.param(600, marks=pytest.mark.soak)])
def test_mutated_files(plain, tmp_path, many):
    folder, warehouse = tmp_path / "news", tmp_path / "w.duckdb"
    write(folder, range(80_000, 80_000 + many))
    outcome = outcome_of(ingest, sources=[str(folder)], warehouse=str(warehouse))
    assert outcome.documents_in == sum(1 for _ in find_items([str(folder)])) >= many
    assert "internal_error" not in outcome.reasons and outcome.rows_rejected == 0
    assert outcome.loaded + outcome.duplicate + outcome.rejected == outcome.documents_in
    with connect_published(warehouse) as con:
        assert diagnose(con) == []
        refused = con.execute("SELECT count(*), count(*) FILTER (reason <> '') FROM ops.rejects").fetchall()
    assert refused == [(outcome.rejected, outcome.rejected)]


def test_archives_are_bounded_in_size_ratio_and_depth(tmp_path):
    text = "比亚迪公布的数据显示,公司2024年全年销量超过427万辆。".encode()
    bomb = gzip.compress(text[:3] * 3_000_000)
    files = {
        "size.txt.gz": gzip.compress(b"".join(b"%d" % n for n in range(900_000))),
        "ratio.txt.gz": bomb,
        "deep.txt.gz.gz": gzip.compress(gzip.compress(text)),
        "inside.txt.gz": gzip.compress(gzip.compress(text * 20)),
        "bomb-in-bomb.html.gz": gzip.compress(bomb),
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    outcome = {Path(item.uri).name: item for item in find_items([str(tmp_path)], 4_000_000)}
    refused = {name: getattr(item, "check_name", None) for name, item in outcome.items()}
    assert refused["size.txt.gz"] == "too_large"
    assert refused["ratio.txt.gz"] == "gz_ratio"
    assert refused["deep.txt.gz.gz"] == "unsupported_type"
    for name in ("inside.txt.gz", "bomb-in-bomb.html.gz"):  # unpacked once: what is inside is bytes, not text
        from transforms.pipeline import process
        from transforms.rejection import Rejected

        assert len(outcome[name].data) < 100_000
        with pytest.raises(Rejected):
            process(outcome[name])
