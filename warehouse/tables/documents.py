"""`corpus.documents` and what belongs to a document as a whole: source, locations, family."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from warehouse.tables import columns as c
from warehouse.tables.table import Model, Table

SCRIPTS = ("Hans", "Hant", "mixed")
METHODS = ("single", "exact", "near", "spun", "excerpt")
BASIS = r"^(stated|url|html|feed|implied|shared-event)(: .+)?$"


class Documents(Model):
    """One article, whatever number of places it was found in."""

    document_id: str = c.text("Derived from the article's bytes, so the same in every run.")
    source_uri: str = c.text("Where it was read; all places where it was found are in corpus.locations.")
    source_sha256: str = c.text(
        "SHA-256 of the source bytes; of a record's text as UTF-8 where the source is a record.",
        like=r"^[0-9a-f]{64}$",
    )
    raw_chars: int = c.count("Code points of the raw decoded text.", least=1)
    encoding: str = c.text("Encoding that the bytes were decoded with.")
    replaced_chars: int = c.count("Characters that could not be decoded (U+FFFD).", null=True)
    title: str = c.text("Title, in Simplified.", null=True)
    author: str = c.text("Author as credited.", null=True)
    publisher: str = c.text("Site, paper or account that published it.", null=True)
    translator: str = c.text("Translator as credited.", null=True)
    url: str = c.text("Address that the article or its source gives.", null=True)
    credited_source: str = c.text("The source that the article itself credits (来源, 转载自 …).", null=True)
    published_edtf: str = c.text("When it was published, as an EDTF string.", null=True)
    published_from: date = c.plain("First day on which it can have been published.", null=True)
    published_to: date = c.plain("Last day on which it can have been published.", null=True)
    published_basis: str = c.text(
        "How the date is known: stated, url, html, feed, implied or shared-event; words after a colon.",
        null=True,
        like=BASIS,
    )
    script: str = c.text("Script of the raw text: Hans, Hant or mixed.", words=SCRIPTS)
    is_spun: bool = c.plain("Whether words were replaced by synonyms to disguise a copy.")
    spun_score: float = c.number("How sure that is, 0 to 1.", low=0, high=1)
    duplicate_of: str = c.text(
        "The document that this is a copy of (see corpus.families), or null.", null=True
    )
    supersedes: str = c.text("An earlier version of the article at the same location, or null.", null=True)
    text: str = c.free_text("Clean text: Simplified, without boilerplate and residue.")
    extra: str = c.json_text("Fields of the source that have no column, as given.")
    rules_version: str = c.text("Version of the rules that read it.")
    loaded_at: datetime = c.plain("When it was loaded, UTC.")


class Sources(Model):
    """The bytes that a document was read from, and their decoded text."""

    document_id: str = c.text("The document.")
    source_sha256: str = c.text("SHA-256 of `content`.", like=r"^[0-9a-f]{64}$")
    content: pl.Binary = c.plain("The bytes as they came.", null=True)
    raw_text: str = c.free_text("The decoded text that every raw offset counts in.")
    media_type: str = c.text("text, markdown or html.", null=True, words=("text", "markdown", "html"))
    declared_encoding: str = c.text("The encoding that the source declares.", null=True)
    said: str = c.json_text("What the source says of the article, as given: title, author, published …")


class Locations(Model):
    """A place where a document was found; the same bytes in two places are one document."""

    document_id: str = c.text("The document.")
    source_uri: str = c.text("Path or URL; a record of a JSON Lines file has #line=N.")
    first_seen_at: datetime = c.plain("When a run first found it there, UTC.")
    last_seen_at: datetime = c.plain("When a run last loaded or re-loaded something from there, UTC.")


class Families(Model):
    """The family of copies that a document belongs to; a family is one independent source."""

    document_id: str = c.text("The document.")
    family_id: str = c.text("The family: documents that are copies of one text share it.")
    method: str = c.text("How it is a copy: single, exact, near, spun or excerpt.", words=METHODS)
    similarity: float = c.number("Likeness to the family's original, 0 to 1.", null=True, low=0, high=1)
    is_original: bool = c.plain("Whether this is the text that the others copy.")
    reason: str = c.text("Why it is counted to the family, in words.", null=True)


class Fingerprints(Model):
    """Hashes by which the copies of a document are found among many; transforms/reconciling says of what."""

    document_id: str = c.text("The document.")
    bands: pl.List(pl.Int64) = c.plain("Of the MinHash of its 5-grams.")  # type: ignore[valid-type]
    passages: pl.List(pl.Int64) = c.plain("Of some runs of 20 characters.")  # type: ignore[valid-type]
    figures: pl.List(pl.Int64) = c.plain(  # type: ignore[valid-type]
        "Of runs of three numbers or Latin words."
    )


DOCUMENTS = Table("corpus.documents", Documents, ("document_id",), "document", ("loaded_at",))
SOURCES = Table("corpus.sources", Sources, ("document_id",), "document")
LOCATIONS = Table(
    "corpus.locations", Locations, ("document_id", "source_uri"), "writer", ("first_seen_at", "last_seen_at")
)
FAMILIES = Table("corpus.families", Families, ("document_id",), "whole")
FINGERPRINTS = Table("corpus.fingerprints", Fingerprints, ("document_id",), "document")
