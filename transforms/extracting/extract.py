"""All facts of one article."""

from __future__ import annotations

from transforms.annotations import Annotated
from transforms.article import Article
from transforms.extracting.clauses import split_clauses
from transforms.extracting.events import find_events
from transforms.extracting.metrics import find_metrics
from transforms.extracting.quotes import find_quotes
from transforms.extracting.relations import find_relations
from transforms.facts import Fact


def extract(article: Article, annotated: Annotated) -> tuple[Fact, ...]:
    """Metrics, events, quotes and relations that the article states, with their clean spans."""
    clauses = split_clauses(annotated)
    events = find_events(clauses)
    relations = find_relations(annotated, clauses, events)
    return (*find_metrics(clauses, article.script), *events, *find_quotes(clauses), *relations)
