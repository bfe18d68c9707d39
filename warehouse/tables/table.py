"""What a table of the warehouse is: a pandera model and what a frame cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

Owner = Literal["document", "fact", "shared", "whole", "writer"]
TAIL = ("raw_start", "raw_end", "confidence", "confidence_reasons", "frame", "rules_version")


class Model(pa.DataFrameModel):
    """Base of every table's model: no column that is not declared."""

    class Config:
        """Columns are exactly the declared ones."""

        strict = True


class Spanned(Model):
    """Base of the models whose rows have a place in the raw text."""

    @pa.dataframe_check(name="span is not empty")
    @classmethod
    def span_is_not_empty(cls, data: PolarsData) -> pl.LazyFrame:
        """`raw_start` lies before `raw_end`."""
        return data.lazyframe.select((pl.col("raw_start") < pl.col("raw_end")).fill_null(True))


def one_of(data: PolarsData, *columns: str) -> pl.LazyFrame:
    """Whether at least one of the columns is filled: an entity, or a phrase where it is none."""
    return data.lazyframe.select(pl.any_horizontal(pl.col(name).is_not_null() for name in columns))


@dataclass(frozen=True)
class Table:
    """A table of the warehouse.

    `key` names a row; it is the PRIMARY KEY where none of its columns can be null. `owner` says whose rows
    they are: a document's or its facts' (replaced when it is loaded again), `shared` between documents,
    written as a `whole`, or by the `writer` itself. `load_time` columns tell when a row was loaded, not what
    it says: they are left out when two warehouses are compared.
    """

    name: str
    model: type[Model]
    key: tuple[str, ...]
    owner: Owner
    load_time: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names; of a fact first what it says, then where it stands and what made it."""
        names = list(self.model.to_schema().columns)
        if "confidence" in names:
            names.sort(key=lambda name: TAIL.index(name) if name in TAIL else -1)
        return tuple(names)

    @property
    def description(self) -> str:
        """What a row of the table is: the first paragraph of the model's docstring, in one line."""
        return " ".join((self.model.__doc__ or "").split("\n\n")[0].split())

    def polars_schema(self) -> dict[str, pl.DataType]:
        """Column name to polars type."""
        declared = self.model.to_schema().columns
        return {name: declared[name].dtype.type for name in self.columns}
