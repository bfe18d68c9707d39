"""From one input to its rows: the pure function that any worker can run."""

from __future__ import annotations

from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.article_rows import annotation_rows, document_row
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
    article = clean(read(item))
    annotated = annotate(article, load_registry())
    version = rules_version()
    return {
        "corpus.documents": [document_row(article, version)],
        "corpus.sources": [
            {
                "document_id": article.document_id,
                "source_sha256": article.source_sha256,
                "content": item.data,
                "raw_text": article.text.raw,
            }
        ],
        **annotation_rows(article, annotated),
        **fact_rows(article, extract(article, annotated), version),
    }
