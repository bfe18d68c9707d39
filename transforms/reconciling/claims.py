"""Claims: what several facts state alike, and whether they agree."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date

from transforms.reconciling.claim_words import claim_words, verdict_words
from transforms.reconciling.clusters import Cluster, clusters
from transforms.reconciling.event_claims import event_statements
from transforms.reconciling.metric_claims import metric_statements
from transforms.reconciling.relation_claims import relation_statements
from transforms.reconciling.statements import WORDS, Statement, Who
from transforms.rows import Row, Rows

NEEDED = (
    *("corpus.documents", "facts.entities", "facts.metrics", "facts.events", "facts.event_roles"),
    "facts.relations",
)


def find_claims(
    corpus: Rows,
    families: list[Row],
    topics: Collection[str] | None = None,
    who: Who = lambda document, entity: entity,
) -> list[Row]:
    """Rows of `facts.claims`, of these topics or of all; supported by as many sources as there are families.

    Needs the rows of the tables in `NEEDED`; with `topics`, all facts of these and the documents and entities
    that they name. `who` tells which entity a document means. Quotes are no claims: what somebody said is not
    comparable. Facts of phrases without an entity are left out: a phrase means something in its own article.
    """
    names = {row["entity_id"]: row["name"] for row in corpus["facts.entities"]}
    published = {row["document_id"]: row for row in corpus["corpus.documents"]}
    groups: dict[tuple[str, ...], list[Statement]] = defaultdict(list)
    for one in statements(corpus, families, who):
        if topics is None or one.topic in topics:
            groups[(one.topic, *one.said.partition)].append(one)
    made: list[Row] = []
    for key, group in groups.items():
        rows = [(cluster, found) for cluster, found in clusters(group)]
        made += [_claim(key, cluster, found, names, published) for cluster, found in rows]
    return _named(made)


def statements(corpus: Rows, families: list[Row], who: Who) -> Iterator[Statement]:
    """Every fact that can be compared; their topics say which claims a document touches."""
    family = {row["document_id"]: row["family_id"] for row in families}
    versions = {row["family"] for row in corpus["facts.entities"] if row["family"]}
    with_versions = {row["entity_id"] for row in corpus["facts.entities"] if row["name"] in versions}
    yield from metric_statements(corpus["facts.metrics"], family, who)
    yield from event_statements(corpus, family, who, with_versions)
    yield from relation_statements(corpus["facts.relations"], family, who)


def _claim(
    key: tuple[str, ...],
    cluster: Cluster,
    found: list[Statement],
    names: dict[str, str],
    published: dict[str, Row],
) -> Row:
    documents = {one.document_id for one in found}
    sources = {one.family for one in found}
    credited = Counter(one.origin for one in found if one.origin)
    plainest = cluster.variants[0]
    statement = claim_words(found[0].subject, cluster.variants, names)
    return {
        "claim_id": "\0".join((*key, claim_words(found[0].subject, (plainest,), names))),
        "kind": found[0].kind,
        "topic": key[0],
        "statement": statement,
        "way": getattr(plainest, "way", "fact"),
        "subject_id": found[0].subject,
        "documents": len(documents),
        "sources": len(sources),
        "agreement": "single" if len(sources) < 2 else WORDS[cluster.likeness],
        "reason": None if len(sources) < 2 else verdict_words(cluster, found),
        "attributed_to_id": min(credited, key=lambda one: (-credited[one], one)) if credited else None,
        "first_document_id": min(documents, key=lambda one: _by_then(published[one], one)),
        "latest_document_id": max(documents, key=lambda one: _not_before(published[one], one)),
        "fact_ids": sorted({one.fact_id for one in found}),
    }


def _by_then(row: Row, document: str) -> tuple[date, date, str]:
    """When a document was out at the latest; one without a date comes last."""
    last = row["published_to"] or date.max
    return last, row["published_from"] or last, document


def _not_before(row: Row, document: str) -> tuple[date, str]:
    return row["published_from"] or date.min, document


def _named(rows: list[Row]) -> list[Row]:
    """The rows with their ids: hashes of what is claimed; of two that read alike the facts decide."""
    twice = Counter(row["claim_id"] for row in rows)
    for row in rows:
        text = row["claim_id"] + ("\0" + row["fact_ids"][0] if twice[row["claim_id"]] > 1 else "")
        row["claim_id"] = "c" + hashlib.sha256(text.encode()).hexdigest()[:15]
    return rows
