"""All tables by name, parents before children."""

from __future__ import annotations

from warehouse.tables.dating import DATE_CLUES, DATINGS, SHARED_EVENTS
from warehouse.tables.documents import DOCUMENTS, FAMILIES, FINGERPRINTS, LOCATIONS, SOURCES
from warehouse.tables.entities import (
    DECISIONS_MADE,
    ENTITIES,
    ENTITY_ALIASES,
    ENTITY_DECISIONS,
    MENTIONS,
)
from warehouse.tables.events import EVENT_ROLES_TABLE, EVENTS
from warehouse.tables.expressions import QUANTITIES, TIMES
from warehouse.tables.fact import CLAIMS, EVIDENCE
from warehouse.tables.metrics import METRICS_TABLE
from warehouse.tables.ops import MEASURES, REJECTS, RUNS, STATE, STEPS
from warehouse.tables.quotes import QUOTES
from warehouse.tables.relations import RELATIONS_TABLE
from warehouse.tables.table import Table
from warehouse.tables.text import REPAIRS, SENTENCES

_ALL = (
    *(DOCUMENTS, SOURCES, LOCATIONS, FINGERPRINTS, FAMILIES, REPAIRS, SENTENCES),
    *(DATE_CLUES, SHARED_EVENTS, DATINGS),
    *(ENTITIES, ENTITY_ALIASES, ENTITY_DECISIONS, MENTIONS, QUANTITIES, TIMES),
    *(METRICS_TABLE, EVENTS, EVENT_ROLES_TABLE, QUOTES, RELATIONS_TABLE, EVIDENCE, CLAIMS),
    *(RUNS, MEASURES, STEPS, REJECTS, STATE, DECISIONS_MADE),
)
TABLES: dict[str, Table] = {table.name: table for table in _ALL}


def table_named(name: str) -> Table:
    """The table of this name; ValueError where there is none."""
    if name not in TABLES:
        raise ValueError(f"no table {name!r}; known: {', '.join(TABLES)}")
    return TABLES[name]
