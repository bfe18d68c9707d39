"""`facts.quotes`: who said what."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from warehouse.tables import columns as c
from warehouse.tables.fact import Fact
from warehouse.tables.table import Table, one_of


class Quotes(Fact):
    """What somebody is quoted with; its span is the quoted words without the quotation marks."""

    speaker_id: str = c.text("The entity that says it.", null=True)
    speaker_phrase: str = c.text("The words for the speaker, where it is no entity.", null=True)
    verb: str = c.text("The reporting verb: 表示, 指出, 认为 …", null=True)
    text: str = c.text("The quoted words, cleaned.")
    direct: bool = c.plain("True inside quotation marks, false for a reporting verb with a clause.")
    venue: str = c.text("Where it was said: 财报电话会议, a post …", null=True)
    said_edtf: str = c.text("When it was said, as an EDTF string.", null=True)

    @pa.dataframe_check(name="a quote has a speaker")
    @classmethod
    def a_quote_has_a_speaker(cls, data: PolarsData) -> pl.LazyFrame:
        """An entity or a phrase."""
        return one_of(data, "speaker_id", "speaker_phrase")


QUOTES = Table("facts.quotes", Quotes, ("fact_id",), "document")
