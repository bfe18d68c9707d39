"""What all four kinds of fact have in common, and their evidence."""

from __future__ import annotations

import polars as pl

from transforms.vocabulary import CONFIDENCES
from warehouse.tables import columns as c
from warehouse.tables.table import Model, Spanned, Table

KINDS = ("metric", "event", "quote", "relation")
WAYS = ("fact", "plan", "if")
AGREEMENTS = ("single", "agree", "agree within bounds", "differ in precision", "conflict")


class Fact(Spanned):
    """One thing that a document states, with the place where it states it."""

    fact_id: str = c.text("Derived from the document, the kind, the span and the fact itself.")
    document_id: str = c.text("The document that states it.")
    raw_start: int = c.raw_start("the smallest clause that states it")
    raw_end: int = c.raw_end("the smallest clause that states it")
    confidence: str = c.text("high, or candidate: worth a look before it is relied on.", words=CONFIDENCES)
    confidence_reasons: pl.List(pl.String) = c.plain(  # type: ignore[valid-type]
        "What lowers or supports the confidence.", null=True
    )
    frame: str = c.text("The pattern that made it.")
    rules_version: str = c.text("Version of the rules that made it.")


class Evidence(Spanned):
    """A place in the document that states a fact."""

    fact_id: str = c.text("The fact.")
    place_no: int = c.count("0: the fact's own offsets; 1 and on: where it is stated again.")
    raw_start: int = c.raw_start("the clause")
    raw_end: int = c.raw_end("the clause")
    surface: str = c.text("The raw characters at these offsets: the evidence itself.")


class Claims(Model):
    """One statement about the world, how many state it, and whether they agree."""

    claim_id: str = c.text("Derived from what is claimed.")
    kind: str = c.text("Kind of the facts: metric, event, quote or relation.", words=KINDS)
    topic: str = c.text("Kind, metric, event or relation, and entity: statements of one topic are compared.")
    statement: str = c.text("The claim in one readable line, the plainest wording first.")
    way: str = c.text("How it is stated: fact, plan or if. A plan and a fact are two claims.", words=WAYS)
    subject_id: str = c.text("The entity that it is about.")
    documents: int = c.count("How many documents state it.", least=1)
    sources: int = c.count("How many independent ones: copies of one text count once.", least=1)
    agreement: str = c.text(
        "single: of one source. agree. agree within bounds: 超, 约 and ranges allow one value. differ in"
        " precision: one is the other rounded, or a month and its day. conflict: they exclude one another.",
        words=AGREEMENTS,
    )
    reason: str = c.text("Why, with what each says; null where there is one source.", null=True)
    attributed_to_id: str = c.text("The entity that most of them credit with it.", null=True)
    first_document_id: str = c.text("The document that stated it first, as far as they are dated.")
    latest_document_id: str = c.text("The document that stated it last.")
    fact_ids: pl.List(pl.String) = c.plain("The facts that state it.")  # type: ignore[valid-type]


EVIDENCE = Table("facts.evidence", Evidence, ("fact_id", "place_no"), "fact")
CLAIMS = Table("facts.claims", Claims, ("claim_id",), "whole")
