"""Writing the whole site."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import Final

import duckdb

from warehouse.dictionary import dictionary
from warehouse.site import lists, overview
from warehouse.site.claims import Claim, claims
from warehouse.site.data_file import write_data
from warehouse.site.documents import documents
from warehouse.site.entities import entities
from warehouse.site.facts import prepare
from warehouse.site.folder import new_folder
from warehouse.site.pages import claim_page, document_page, entity_page
from warehouse.site.queried import Listing, as_csv
from warehouse.site.search import script_map, search_index
from warehouse.site.templates import write_page
from warehouse.site.timeline import COLUMNS, timeline

FIRST_PAGE: Final = "index.html"
_FOLDERS: Final = ("documents", "entities", "claims", "data", "static")
_LISTED: Final = 1000


@dataclass(frozen=True)
class Written:
    """What was written: the first page, and how many pages of each kind."""

    first_page: Path
    documents: int
    entities: int
    claims: int


def beside(warehouse: Path) -> Path:
    """Where the site of a warehouse is if nobody says otherwise."""
    return warehouse.absolute().with_name(f"{warehouse.stem}-site")


def write_site(con: duckdb.DuckDBPyConnection, site: Path) -> Written:
    """Write the site of a published warehouse into the folder `site`, in the place of an older one.

    NotASite where the folder holds something else.
    """
    prepare(con)
    with new_folder(site) as folder:
        for name in _FOLDERS:
            (folder / name).mkdir()
        for one in files("warehouse.site").joinpath("static").iterdir():
            (folder / "static" / one.name).write_bytes(one.read_bytes())
        counts = [0, 0]
        for document in documents(con):
            counts[0] += 1
            write_page(folder, document_page(document.document_id), "document.html", document=document)
        for entity in entities(con):
            counts[1] += 1
            write_page(folder, entity_page(entity.entity_id), "entity.html", entity=entity)
        listed: list[Claim] = []
        total = 0
        for claim in claims(con):
            total += 1
            if len(listed) < _LISTED or claim.agreement == "conflict":
                listed.append(claim)
            write_page(folder, claim_page(claim.claim_id), "claim.html", claim=claim)
        write_page(folder, "claims.html", "claims.html", claims=listed, total=total)
        _write_lists(con, folder)
    return Written(site / FIRST_PAGE, counts[0], counts[1], total)


def _write_lists(con: duckdb.DuckDBPyConnection, folder: Path) -> None:
    plots = overview.listings(con)
    write_page(folder, FIRST_PAGE, "index.html", figures=overview.figures(con), plots=plots)
    write_page(folder, "documents.html", "documents.html", documents=lists.documents_list(con))
    write_page(folder, "entities.html", "entities.html", entities=lists.entities_list(con))
    profiles = (*lists.sources(con), *lists.marts(con, "source_profiles"))
    write_page(folder, "sources.html", "tables.html", title="Sources", tables=profiles)
    quality = lists.quality(con)
    write_page(folder, "quality.html", "tables.html", title="Data quality and rejects", tables=quality)
    models = lists.marts(con, "model_cards", "product_launches", "people_moves")
    write_page(folder, "compared.html", "tables.html", title="Compared", tables=models)
    tables = [(name, list(group)) for name, group in groupby(dictionary(con), key=lambda entry: entry.table)]
    write_page(folder, "dictionary.html", "dictionary.html", tables=tables)
    for one in (*plots, *profiles, *quality, *models):
        _write_csv(folder, one)
    events = timeline(con)
    write_data(folder / "data" / "timeline.js", "timeline", events)
    write_page(folder, "timeline.html", "timeline.html", events=events, columns=COLUMNS)
    write_data(folder / "data" / "search.js", "search", search_index(con))
    write_data(folder / "data" / "script.js", "script", script_map())
    write_page(folder, "search.html", "search.html")


def _write_csv(folder: Path, one: Listing) -> None:
    (folder / "data" / f"{one.name}.csv").write_text(as_csv(one), encoding="utf-8-sig")
