"""Whether a page from the web is like what the user reads."""

from __future__ import annotations

from collections.abc import Sequence

from flows.web.reading_pages import Keep
from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.article import Article
from transforms.similarity.likeness import likeness, profile
from transforms.similarity.terms import terms
from warehouse.subjects import Subject


def similar_enough(own: Sequence[Subject], least: float) -> Keep | None:
    """Says of an article why it is too unlike `own` to get in; None where nothing is to be left out.

    That is so with a `least` likeness of 0, and where there is nothing to be like.
    """
    if not own or least <= 0:
        return None
    wanted = profile(terms(one.text, one.names) for one in own)

    def keep(article: Article) -> str | None:
        names = [mention.entity.name for mention in annotate(article, load_registry()).mentions]
        found = likeness(terms(article.text.text, names), wanted.weights)
        if found.score >= least:
            return None
        return f"{found.reason}, below the {least:.2f} asked for (of {wanted.articles} articles from files)"

    return keep
