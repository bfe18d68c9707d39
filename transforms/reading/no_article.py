"""Pages without an article: lists, shells that need JavaScript, frames."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.article import Said
from transforms.reading.lines import Line
from transforms.reading.metadata import scripts_of
from transforms.reading.teasers import find_teasers, is_list
from transforms.reading.tokens import Token
from transforms.rejection import Rejected

_NEEDS_SCRIPT = re.compile(
    r"(?:启用|开启|打开|啟用|開啟|允许|支持)\s{0,2}java\s?script|enable\s{1,3}java\s?script|javascript\s{1,3}(?:is\s{1,3})?"
    r"(?:required|disabled)|turn\s{1,3}on\s{1,3}javascript",
    re.IGNORECASE,
)
_SHORTEST = 25  # characters of prose of a news flash
_FEW = 200
_ITEMS = 4


def refuse(
    source: str,
    tokens: Sequence[Token],
    every: Sequence[Line],
    chosen: Sequence[Line],
    content: Sequence[Line],
    said: Sequence[Said],
) -> None:
    """Raise Rejected (`no_article`) with what the page is instead, if it is no article.

    `every` is all of its lines, `chosen` those of the element taken for the article, `content` what is left.
    """
    prose = sum(line.size for line in content if line.weight > 0)
    shown = sum(line.size for line in every)
    if prose < _FEW and _wants_script(source, tokens, every, prose):
        raise Rejected("no_article", "the page asks for JavaScript: its text is not in the source")
    if any(token.name == "frameset" for token in tokens) and prose < _FEW:
        raise Rejected("no_article", "the page is a set of frames: their pages hold the text")
    if not shown:
        raise Rejected("no_article", "the page shows no text")
    linked = sum(line.linked for line in every) / shown
    if prose < _SHORTEST:
        kind = "navigation and links" if linked > 0.5 else "labels and headings"
        raise Rejected("no_article", f"there is no paragraph among its {len(every)} lines of {kind}")
    declared = any(entry.field == "published" for entry in said)
    if is_list(chosen, _ITEMS) and not declared:
        items = len(find_teasers(chosen))
        raise Rejected("no_article", f"the page is a list: {items} linked headlines, each with its summary")
    if linked > 0.7 and prose < _FEW and prose < 0.1 * shown and not declared:
        raise Rejected("no_article", f"the page is a list: {linked:.0%} of its text lies in links")


def _wants_script(source: str, tokens: Sequence[Token], every: Sequence[Line], prose: int) -> bool:
    texts = [source[token.start : token.end] for token in tokens if token.kind == "text"]
    if _NEEDS_SCRIPT.search(" ".join(texts)[:50_000]):
        return True
    # A shell: an empty root for a program, and hardly any text.
    return prose == 0 and len(every) < 5 and len(scripts_of(source, tokens)) > 2000
