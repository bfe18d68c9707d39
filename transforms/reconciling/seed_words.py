"""Replacing words by what they stand for, from a table of `seeds/rules/reconciling`."""

from __future__ import annotations

import re
from functools import cache

from transforms.seed_data import read_table


@cache
def _table(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    plain = {row["word"]: row["plain"] for row in read_table("rules", "reconciling", name)}
    longest = sorted(plain, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest))), plain


@cache
def plain_words(text: str, table: str) -> str:
    """`text` with the words of the table replaced, longer ones first; `text` where nothing is left."""
    pattern, plain = _table(table)
    return pattern.sub(lambda found: plain[found[0]], text).strip() or text
