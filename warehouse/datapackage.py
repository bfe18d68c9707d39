"""The Frictionless description of exported tables: https://specs.frictionlessdata.io (data package, v1)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from warehouse.dictionary import Entry
from warehouse.links import TO_ENTITY
from warehouse.tables.catalogue import TABLES

LEFT_OUT: Final = {("corpus.sources", "content")}
"""Columns that no export has: the bytes stay in the warehouse, `raw_text` is their text."""
_TYPES: Final = {
    "VARCHAR": "string",
    "JSON": "string",
    "BIGINT": "integer",
    "INTEGER": "integer",
    "HUGEINT": "integer",
    "DOUBLE": "number",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "TIMESTAMP": "datetime",
}


def datapackage(
    tables: Iterable[tuple[Entry, list[Entry]]], form: str, files: dict[str, str]
) -> dict[str, Any]:
    """The description of these tables (each with its columns), in files of a format.

    Keys are declared where the tables declare them. A list is a list in Parquet and a JSON array in CSV.
    """
    resources = [
        {
            "name": head.table,
            "path": files[head.table],
            "profile": "tabular-data-resource",
            "description": head.comment or "",
            **_format(form),
            "schema": _schema(head.table, columns, form),
        }
        for head, columns in tables
    ]
    return {
        "name": "kaoju",
        "title": "Facts of Chinese-language news, each with its evidence",
        "profile": "tabular-data-package",
        "resources": resources,
    }


def _format(form: str) -> dict[str, Any]:
    return {"format": "csv", "encoding": "utf-8-sig"} if form == "csv" else {"format": "parquet"}


def _schema(table: str, columns: list[Entry], form: str) -> dict[str, Any]:
    names = [one.column for one in columns]
    schema: dict[str, Any] = {"fields": [_field(one, form) for one in columns]}
    declared = TABLES.get(table)
    if declared and declared.key and set(declared.key) <= set(names):
        schema["primaryKey"] = list(declared.key)
    links = [(column, "facts.entities", "entity_id") for column in TO_ENTITY.get(table, ())]
    if "document_id" in names and table not in ("corpus.documents", "ops.rejects") and declared:
        links.append(("document_id", "corpus.documents", "document_id"))
    if links:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [key]}}
            for column, other, key in links
        ]
    return schema


def _field(one: Entry, form: str) -> dict[str, Any]:
    # Parquet knows its lists itself; Frictionless takes for an array only what is JSON.
    lists = "array" if form == "csv" else "any"
    kind = lists if one.type.endswith("[]") else _TYPES.get(one.type, "any")
    return {"name": one.column, "type": kind, "description": one.comment or ""}
