"""`facts.metrics`: what is measured."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from transforms.vocabulary import BOUNDS, METRICS, MODALITIES
from warehouse.tables import columns as c
from warehouse.tables.expressions import BOUND_WORDS, UNIT, UNIT_WORDS
from warehouse.tables.fact import Fact
from warehouse.tables.table import Table, one_of


class Metrics(Fact):
    """A measured value: of whom, what, how much, when, and who says so."""

    subject_id: str = c.text("The entity that it is measured of.", null=True)
    subject_phrase: str = c.text("The words for it, where it is no entity.", null=True)
    metric: str = c.text("What is measured.", words=METRICS)
    label: str = c.text("The article's own noun for it.", null=True)
    value: float = c.number("The number, absolute; signed for a rise or fall; of a range its low end.")
    value_low: float = c.number("Low end, null where open.", null=True)
    value_high: float = c.number("High end, null where open.", null=True)
    unit: str = c.text(f"Unit: {UNIT_WORDS}", like=UNIT)
    bound: str = c.text(f"Bound: {BOUND_WORDS}", words=BOUNDS)
    period_edtf: str = c.text("The time that it holds for, as an EDTF string.", null=True)
    attributed_to_id: str = c.text("The entity that the article credits with the number.", null=True)
    modality: str = c.text("actual, reported, planned, forecast or hypothetical.", words=MODALITIES)

    @pa.dataframe_check(name="a metric has a subject")
    @classmethod
    def a_metric_has_a_subject(cls, data: PolarsData) -> pl.LazyFrame:
        """An entity or a phrase."""
        return one_of(data, "subject_id", "subject_phrase")


METRICS_TABLE = Table("facts.metrics", Metrics, ("fact_id",), "document")
