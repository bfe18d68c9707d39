"""Everything that is marked in one article."""

from __future__ import annotations

from transforms.annotating.mentions import find_mentions
from transforms.annotating.quotations import find_quotations
from transforms.annotating.registry import Registry
from transforms.annotating.sentences import split_sentences
from transforms.annotations import Annotated, Quantity, TimeSpan
from transforms.article import Article
from transforms.expressions import find_expressions


def annotate(article: Article, registry: Registry) -> Annotated:
    """Sentences, mentions, quantities, times and quotations of the clean text. Clean offsets.

    A number inside a name (`Llama 3.1`) is part of the name and no quantity, but for a number of parameters.
    """
    text = article.text.text
    quotations = find_quotations(text)
    media = tuple(n for n in (article.metadata.publisher, article.metadata.credited_source) if n)
    mentions = find_mentions(text, registry, media)
    named = {i for m in mentions for i in range(m.start, m.end)}
    found = [
        e
        for e in find_expressions(text, article.metadata.published)
        if named.isdisjoint(range(e.start, e.end)) or (isinstance(e, Quantity) and e.unit == "parameter")
    ]
    return Annotated(
        text=text,
        sentences=split_sentences(text, quotations),
        mentions=mentions,
        quantities=tuple(e for e in found if isinstance(e, Quantity)),
        times=tuple(e for e in found if isinstance(e, TimeSpan)),
        quotations=quotations,
        entities={m.entity.id: m.entity for m in mentions},
    )
