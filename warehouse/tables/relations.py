"""`facts.relations`: what holds between two."""

from __future__ import annotations

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from transforms.vocabulary import RELATIONS
from warehouse.tables import columns as c
from warehouse.tables.fact import Fact
from warehouse.tables.table import Table, one_of


class Relations(Fact):
    """A relation that a document states: a position held, a founder, a version, a developer …"""

    subject_id: str = c.text("The entity that it holds of.", null=True)
    subject_phrase: str = c.text("The words for it, where it is no entity.", null=True)
    relation: str = c.text("What holds.", words=RELATIONS)
    object_id: str = c.text("The entity on the other side.", null=True)
    object_phrase: str = c.text("The words for it, where it is no entity.", null=True)
    qualifier: str = c.text("More on it, such as the title held.", null=True)
    period_edtf: str = c.text("The time that it holds for, as an EDTF string.", null=True)

    @pa.dataframe_check(name="a relation has a subject")
    @classmethod
    def a_relation_has_a_subject(cls, data: PolarsData) -> pl.LazyFrame:
        """An entity or a phrase."""
        return one_of(data, "subject_id", "subject_phrase")

    @pa.dataframe_check(name="a relation has an object")
    @classmethod
    def a_relation_has_an_object(cls, data: PolarsData) -> pl.LazyFrame:
        """An entity or a phrase."""
        return one_of(data, "object_id", "object_phrase")


RELATIONS_TABLE = Table("facts.relations", Relations, ("fact_id",), "document")
