"""A page's main content and what the page says of it."""

from __future__ import annotations

from transforms.aligned import AlignedText
from transforms.article import Said
from transforms.reading.layout import lay_out
from transforms.reading.tokens import tokenize


def read_html(source: str) -> tuple[AlignedText, tuple[Said, ...]]:
    """The main content of a page, aligned with its whole source, and the metadata that it declares."""
    tokens = list(tokenize(source))
    kept = {k for k, token in enumerate(tokens) if token.kind == "text"}
    return lay_out(source, tokens, kept), ()
