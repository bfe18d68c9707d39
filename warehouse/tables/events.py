"""`facts.events` and `facts.event_roles`: what happened, and who took part."""

from __future__ import annotations

from datetime import date

import pandera.polars as pa
import polars as pl
from pandera.api.polars.types import PolarsData

from transforms.vocabulary import EVENT_ROLES, EVENT_TYPES, MODALITIES, POLARITIES
from warehouse.tables import columns as c
from warehouse.tables.fact import Fact
from warehouse.tables.table import Model, Table, one_of


class Events(Fact):
    """Something that happened, is planned or is said not to have happened."""

    type: str = c.text("What kind of event.", words=EVENT_TYPES)
    trigger: str = c.text("The word that states it.")
    date_edtf: str = c.text("When, as an EDTF string.", null=True)
    start_on: date = c.plain("First day on which it can have begun.", null=True)
    end_on: date = c.plain("Last day on which it can have ended.", null=True)
    modality: str = c.text("actual, reported, planned, forecast or hypothetical.", words=MODALITIES)
    polarity: str = c.text("negative for what is said not to have happened.", words=POLARITIES)


class EventRoles(Model):
    """One participant of an event."""

    fact_id: str = c.text("The event.")
    role: str = c.text(
        "agent, object, recipient, place, source_org (what is left) or target_org (what is joined).",
        words=EVENT_ROLES,
    )
    entity_id: str = c.text("The entity.", null=True)
    phrase: str = c.text("The words for it, where it is no entity.", null=True)

    @pa.dataframe_check(name="a role has a filler")
    @classmethod
    def a_role_has_a_filler(cls, data: PolarsData) -> pl.LazyFrame:
        """An entity or a phrase."""
        return one_of(data, "entity_id", "phrase")


EVENTS = Table("facts.events", Events, ("fact_id",), "document")
EVENT_ROLES_TABLE = Table("facts.event_roles", EventRoles, ("fact_id", "role", "entity_id", "phrase"), "fact")
