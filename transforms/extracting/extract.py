"""All facts of one article."""

from __future__ import annotations

from transforms.annotations import Annotated
from transforms.article import Article
from transforms.facts import Fact


def extract(article: Article, annotated: Annotated) -> tuple[Fact, ...]:
    """Metrics, events, quotes and relations that the article states, with their clean spans."""
    return ()
