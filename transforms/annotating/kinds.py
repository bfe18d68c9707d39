"""What kind of thing an unknown name names, by the words beside it."""

from __future__ import annotations

import re

from transforms.annotating.lexicons import kind_cues

_PERSON = re.compile(r"[A-Z][a-z]+(?:[ .·](?:[A-Z]\.|[A-Z][a-z'’\-]+[A-Za-z]*)){1,3}$")
_SPEAKS = re.compile(r"\s?(?:表示|认为|指出|称|说|透露|写道|坦言|强调|补充|则|曾|就)")
_VERSIONED = re.compile(r"[A-Za-z][ \-]?(?:\d+(?:\.\d+)*|[VRXS]\d+)(?:[ \-]?\d+(?:\.\d)?B)?\+?$")


def guess_kind(text: str, start: int, end: int) -> str:
    """Kind of the unknown Latin-script name `text[start:end]`: by title, neighbours, version, then form.

    Organization where nothing speaks for another kind: most unknown names in business news are firms.
    """
    name = text[start:end]
    before = text[max(0, start - 10) : start].rstrip(" “「《的(")
    after = text[end : end + 8].lstrip(" ”」》")
    for cue, side, kind in kind_cues():
        if side == "before" and before.endswith(cue):
            return "organization" if kind == "person" and not _PERSON.match(name) and " " in name else kind
    if _VERSIONED.search(name) or re.search(r"\d+B$", name):
        return (
            "model" if re.search(r"模型|参数|开源|训练", text[max(0, start - 40) : end + 40]) else "product"
        )
    if _PERSON.match(name) and (_SPEAKS.match(after) or _is_bracketed(text, start, end)):
        return "person"
    for cue, side, kind in kind_cues():
        if side == "after" and after.startswith(cue):
            return kind
    return "organization"


def _is_bracketed(text: str, start: int, end: int) -> bool:
    return start > 0 and text[start - 1] in "(（" and text[end : end + 1] in (")", "）")
