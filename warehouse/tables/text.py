"""`corpus.repairs` and `corpus.sentences`: from raw text to clean text, and its sentences."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from warehouse.tables import columns as c
from warehouse.tables.table import Spanned, Table

RULES = r"^(script|pinyin|spun|markup|slip|boilerplate|encoding|space)"


class Repairs(Spanned):
    """One edit of the raw text; the edits of a document together make its clean text."""

    document_id: str = c.text("The document.")
    rule: str = c.text(
        "What made the edit; begins with script, pinyin, spun, markup, slip, boilerplate, encoding or space.",
        like=RULES,
    )
    raw_start: int = c.raw_start("what was replaced")
    raw_end: int = c.raw_end("what was replaced")
    before: str = c.text("The raw characters that were replaced.")
    after: str = c.free_text("What stands for them in the clean text; empty for a deletion.")

    @pa.dataframe_check(name="before fills its span")
    @classmethod
    def before_fills_its_span(cls, data: PolarsData) -> pl.LazyFrame:
        """`before` has as many code points as the span."""
        width = pl.col("raw_end") - pl.col("raw_start")
        return data.lazyframe.select((pl.col("before").str.len_chars() == width).fill_null(True))


class Sentences(Spanned):
    """One sentence of the clean text."""

    document_id: str = c.text("The document.")
    sentence_no: int = c.count("Number of the sentence in the document, from 0.")
    paragraph_no: int = c.count("Number of its paragraph, from 0.")
    raw_start: int = c.raw_start("the sentence")
    raw_end: int = c.raw_end("the sentence")
    text: str = c.text("The sentence, cleaned.")
    is_heading: bool = c.plain("Whether it is a line without sentence-final punctuation.", null=True)


REPAIRS = Table("corpus.repairs", Repairs, ("document_id", "raw_start"), "document")
SENTENCES = Table("corpus.sentences", Sentences, ("document_id", "sentence_no"), "document")
