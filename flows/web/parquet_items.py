"""The articles of Parquet files, a row each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow
import pyarrow.parquet as pq

from flows.sources.records import record_item
from flows.sources.refused import RefusedInput
from flows.sources.uri import path_uri
from transforms.source import SourceItem

ROWS: Final = 200


def parquet_items(path: Path, max_bytes: int) -> Iterator[SourceItem | RefusedInput]:
    """The items of a file's rows, 200 in memory: `text` or `html` is the article, the rest is said of it.

    The uri of a row is `path#line=N`, from 1. Refused: `invalid_parquet`, `no_text`, `too_large`.
    """
    uri = path_uri(path)
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=ROWS):
                for row in batch.to_pylist():
                    number += 1
                    yield _item(row, f"{uri}#line={number}", max_bytes)
    except (pyarrow.ArrowException, OSError) as error:
        yield RefusedInput(uri, "invalid_parquet", f"it cannot be read behind row {number}: {error}")


def _item(row: dict[str, object], uri: str, max_bytes: int) -> SourceItem | RefusedInput:
    plain = {name: value if _is_plain(value) else str(value) for name, value in row.items()}
    item = record_item(plain, uri)
    if isinstance(item, SourceItem) and len(item.data) > max_bytes:
        return RefusedInput(uri, "too_large", f"it has {len(item.data):,} bytes, {max_bytes:,} are allowed")
    return item


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float, bool))
