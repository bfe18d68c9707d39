"""From one input to its rows: the pure function that any worker can run."""

from __future__ import annotations

from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.article_rows import annotation_rows, document_row, source_row
from transforms.cleaning.clean import clean
from transforms.cleaning.identity import document_id
from transforms.extracting.extract import extract
from transforms.fact_rows import fact_rows
from transforms.reading.read import read
from transforms.rows import Rows
from transforms.source import SourceItem
from transforms.version import rules_version

__all__ = ["document_id", "process"]


def process(item: SourceItem) -> Rows:
    """All rows of one article, keyed by table; `Rejected` where it is no article that can be read."""
    source = read(item)
    article = clean(source)
    annotated = annotate(article, load_registry())
    version = rules_version()
    return {
        "corpus.documents": [document_row(article, source, version)],
        "corpus.sources": [source_row(article, source)],
        **annotation_rows(article, annotated),
        **fact_rows(article, extract(article, annotated), version),
    }
