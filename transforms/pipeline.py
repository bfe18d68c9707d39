"""From one input to its rows: the pure function that any worker can run."""

from __future__ import annotations

from dataclasses import replace

from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.article import DocumentDate
from transforms.article_rows import annotation_rows, document_row, source_row
from transforms.cleaning.clean import clean
from transforms.cleaning.identity import document_id
from transforms.extracting.extract import extract
from transforms.fact_rows import fact_rows
from transforms.reading.read import read
from transforms.reconciling.date_clues import date_clues
from transforms.rows import Rows
from transforms.source import SourceItem
from transforms.version import rules_version

__all__ = ["document_id", "process"]


def process(item: SourceItem, published: DocumentDate | None = None) -> Rows:
    """All rows of one article, keyed by table; `Rejected` where it is no article that can be read.

    With `published` its times are resolved against that date, which other articles have shown, and its own
    is kept in `corpus.date_clues` only.
    """
    source = read(item)
    article = clean(source)
    annotated = annotate(article, load_registry())
    facts = extract(article, annotated)
    clues = date_clues(article, annotated.times, facts)
    if published is not None:
        article = replace(article, metadata=replace(article.metadata, published=published))
        annotated = annotate(article, load_registry())
        facts = extract(article, annotated)
    version = rules_version()
    return {
        "corpus.documents": [document_row(article, source, version)],
        "corpus.sources": [source_row(article, source)],
        "corpus.date_clues": clues,
        **annotation_rows(article, annotated),
        **fact_rows(article, facts, version),
    }
