"""The cleaning of one article: from a decoded source to clean Simplified text with metadata."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from transforms.aligned import AlignedText
from transforms.article import Article, Metadata, ReadText
from transforms.cleaning.boilerplate import sweep
from transforms.cleaning.breaks import join_soft_breaks
from transforms.cleaning.front_matter import take_front_matter
from transforms.cleaning.ghosts import lay_ghosts
from transforms.cleaning.identity import id_of, source_sha256
from transforms.cleaning.invisible import plain_characters
from transforms.cleaning.kinds import IS_HAN, kinds_of
from transforms.cleaning.markup import drop_markdown, drop_tags
from transforms.cleaning.metadata import gather
from transforms.cleaning.near_misses import mend_near_misses
from transforms.cleaning.pinyin import drop_residue
from transforms.cleaning.script import convert, detect_script
from transforms.cleaning.slips import mend_slips
from transforms.cleaning.spaces import tidy_spaces
from transforms.cleaning.spun.verdict import restore, restore_title
from transforms.cleaning.width import fold_width
from transforms.rejection import Rejected

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_LETTERS = re.compile(r"[^\W\d_]")
# Less Chinese than this is a page in another language, or a listing of code or of links.
_LEAST_SHARE, _LEAST_HAN = 0.2, 10
_SAMPLE = 200
# A line as short as this and without a stop is a headline, no body.
_HEADLINE, _STOP = 40, re.compile(r"[。！？!?，,；;…\n]")
_MAX_ROUNDS = 6
_STEPS = (
    lay_ghosts,
    plain_characters,
    drop_residue,
    drop_tags,
    drop_markdown,
    fold_width,
    tidy_spaces,
)


def _plain(text: AlignedText) -> AlignedText:
    """The text without markup, residue and odd spaces; repeated, because one repair can lay bare the next.

    It is done when every step has left the text alone since the last change.
    """
    idle = 0
    for step in _STEPS * _MAX_ROUNDS:
        before, text = text, step(text)
        idle = idle + 1 if text is before else 0
        if idle == len(_STEPS):
            break
    return text


def _count_han(text: str) -> int:
    return sum(map(len, _HAN.findall(text)))


def _check_chinese(text: str) -> None:
    if np.count_nonzero(kinds_of(text).each[:_SAMPLE] & IS_HAN) >= _SAMPLE * _LEAST_SHARE:
        return  # the beginning decides for nearly all articles
    han, letters = _count_han(text), len(_LETTERS.findall(text))
    share = han / letters if letters else 0.0
    if han < _LEAST_HAN or share < _LEAST_SHARE:
        raise Rejected("not_chinese", f"{han} of {letters} letters ({share:.0%}) are Chinese characters")


def _check_body(text: str, removed: int) -> None:
    if not _HAN.search(text):
        raise Rejected("boilerplate_only", f"all {removed} characters are boilerplate")
    left = text.strip()
    if len(left) <= min(_HEADLINE, removed) and not _STOP.search(left):
        raise Rejected(
            "boilerplate_only", f"{removed} characters are boilerplate, a headline is left: {left}"
        )


def _with_title(metadata: Metadata, title: str) -> Metadata:
    """The metadata with the title restored; the title as it was found is kept in `extra`."""
    if title == metadata.title:
        return metadata
    return replace(metadata, title=title, extra={**metadata.extra, "spun_title": metadata.title or ""})


def clean(read: ReadText) -> Article:
    """The cleaned article of one read source.

    Raises Rejected: `empty`, `not_chinese` (with the share) or `boilerplate_only` (with what was taken out).
    """
    body, front = take_front_matter(read.text)
    plain = _plain(body)
    if not plain.text.strip():
        raise Rejected("empty", f"no text is left of {len(read.text.raw)} decoded characters")
    swept = sweep(join_soft_breaks(plain))
    if swept.removed:
        _check_body(swept.text.text, swept.removed)
    _check_chinese(swept.text.text)
    mended = mend_near_misses(mend_slips(convert(swept.text, swept.view)))
    text, verdict = restore(mended)
    metadata = gather([*read.said, *front, *swept.said], text.text)
    if verdict.is_spun and metadata.title:
        metadata = _with_title(metadata, restore_title(metadata.title, mended.text))
    sha256 = source_sha256(read.item)
    return Article(
        document_id=id_of(sha256),
        source_uri=read.item.uri,
        source_sha256=sha256,
        encoding=read.encoding,
        text=text,
        metadata=metadata,
        script=detect_script(swept.plain_text, swept.plain_view),
        is_spun=verdict.is_spun,
        spun_score=verdict.score,
    )
