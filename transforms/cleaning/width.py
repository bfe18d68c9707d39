"""Full-width Latin letters and digits to half width. Full-width punctuation is Chinese and stays."""

from __future__ import annotations

import re

from transforms.aligned import AlignedText, Change
from transforms.cleaning.kinds import IS_WIDE, kinds_of

_WIDE = re.compile(
    "[０-９Ａ-Ｚａ-ｚ％＋＆＠＃＄]+|(?<=[0-9０-９])[．／－](?=[0-9０-９])|(?<=[A-Za-zＡ-Ｚａ-ｚ])[．－＿](?=[0-9０-９A-Za-zＡ-Ｚａ-ｚ])"
)
_NARROW = {c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F)}


def narrow(text: str) -> str:
    """Each full-width form of an ASCII character as that character."""
    return text.translate(_NARROW)


def fold_width(aligned: AlignedText) -> AlignedText:
    """The text with half-width letters and digits; rule `markup.width`, every edit of equal length."""
    text = aligned.text
    if not kinds_of(text).all & IS_WIDE:
        return aligned
    return aligned.apply(
        Change(m.start(), m.end(), narrow(m.group()), "markup.width") for m in _WIDE.finditer(text)
    )
