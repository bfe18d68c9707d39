"""Markup that was left in the text: tags and halves of tags, scripts, Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from transforms.aligned import AlignedText, Change
from transforms.cleaning.kinds import IS_ANGLE, IS_MARKDOWN, kinds_of

_BLOCK = (
    "p|br|div|li|ul|ol|dl|dd|dt|h[1-6]|hr|table|tbody|thead|tfoot|tr|section|article|header|footer|blockquote|"
    "pre|figure|figcaption|center|form|body|html|head|nav|aside|main"
)
_INLINE = (
    "a|abbr|acronym|address|audio|b|big|button|canvas|caption|cite|code|col|colgroup|del|details|em|embed|font|"
    "i|iframe|img|input|ins|kbd|label|link|map|mark|meta|noscript|o:p|object|option|param|path|picture|q|rp|rt|ruby|s|"
    "samp|script|select|small|source|span|strike|strong|style|sub|summary|sup|svg|td|textarea|th|time|title|tt|u|"
    "var|video|wbr|mp-[a-z]{1,20}|st1:[a-z]{1,20}|v:[a-z]{1,20}|w:[a-z]{1,20}"
)
_TAG = re.compile(rf"</?(?:(?P<block>{_BLOCK})|{_INLINE})(?:[\s/][^<>]*)?>", re.I)
_DOCTYPE = re.compile(r"<[!?][A-Za-z\[][^<>]*>")
# A tag cut in two: `/strong>` whose `<` was eaten, `br/>`, or `<span style="…` at the end of a line.
_LONG = (
    "strong|span|div|blockquote|section|article|table|tbody|figure|figcaption|font|center|script|style|h[1-6]|"
    "em|li|ul|ol|td|tr|img|br|p|a|b|i"
)
_HALF = re.compile(
    rf"(?<![<\w])(?:/(?:{_LONG})|(?:br|hr)\s?/)>|</(?:{_LONG})(?=\n|$)|<(?:{_LONG})(?:\s[^<>\n]*)?$",
    re.I | re.M,
)
# Without a `<` in the text, a half tag has at least this.
_CLOSING_HALF = re.compile(r"/[A-Za-z0-9]{0,12}>")
_OPENER = re.compile(r"<(script|style|noscript|!--)", re.I)
_IMAGE = re.compile(r"!\[[^\[\]\n]*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])")
_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,300})\]\((?:https?:|/|#|www\.|mailto:|javascript:)[^()\n]*\)")
_STRONG = re.compile(r"(\*\*\*?|~~)(?=[^\s*~])(?P<words>[^*~\n]{1,300}?)(?<=[^\s*~])\1")
_STARRED = re.compile(r"^(?P<open>[*_])(?P<words>[^*_\n]{2,300})(?P=open)$", re.M)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?=\S)|(?<=\S)[ \t]+#{1,6}[ \t]*$", re.M)
_QUOTE = re.compile(r"^ {0,3}(?:>[ \t]{0,3})+(?=\S)", re.M)
_BULLET = re.compile(r"^[ \t]{0,8}[*+•●■◆▪►▶][ \t]+(?=\S)", re.M)
_BULLETS = re.compile(r"[*+•●■◆▪►▶][ \t]")
_BULLET_MARKS = "*+•●■◆▪►▶"
_RULERS = (("-", ("---", "- - ")), ("*", ("***", "* * ")), ("_", ("___",)), ("=", ("===",)))
_RULER = re.compile(
    r"^[ \t]*(?:[-*_=]{3,}|[-*_] [-*_] [-* _]{1,80}"
    r"|\|?(?:\s{0,3}:?-{3,20}:?\s{0,3}\|){1,30}(?:\s{0,3}:?-{3,20}:?)?)[ \t]*$\n?",
    re.M,
)
# What rulers and bullets have whose marks are common in prose.
_RARE_SIGNS = ("---", "- - ", "+ ", "+\t")
_FENCE = re.compile(r"^[ \t]*```[A-Za-z0-9+]{0,20}[ \t]*$\n?", re.M)


def _hidden(text: str) -> Iterator[Change]:
    """Comments, scripts and styles with what is in them; what never closes stays for the tag rule."""
    at, dead = 0, set[str]()
    while m := _OPENER.search(text, at):
        name = m[1].lower()
        closer = "-->" if name == "!--" else f"</{name}"
        end = (
            -1
            if closer in dead
            else text.lower().find(closer, m.end())
            if name == "!--"
            else _find(text, closer, m.end())
        )
        if end < 0:
            dead.add(closer)
            at = m.end()
            continue
        end += len(closer)
        if name != "!--":
            close = text.find(">", end)
            end = close + 1 if 0 <= close <= end + 20 else end
        yield Change(m.start(), end, "", "markup.hidden")
        at = end


def _find(text: str, closer: str, at: int) -> int:
    m = re.compile(re.escape(closer), re.I).search(text, at)
    return m.start() if m else -1


def _tags(text: str) -> Iterator[Change]:
    for m in _TAG.finditer(text):
        inside = (
            m.start() > 0 and text[m.start() - 1] != "\n" and text[m.end() : m.end() + 1] not in ("\n", "")
        )
        yield Change(m.start(), m.end(), "\n" if m["block"] and inside else "", "markup.tag")


def _all(pattern: re.Pattern[str], text: str, rule: str) -> list[Change]:
    return [Change(m.start(), m.end(), "", rule) for m in pattern.finditer(text) if m.end() > m.start()]


def _around(pattern: re.Pattern[str], text: str, rule: str) -> list[Change]:
    """Takes away what stands around the group `words`, and leaves the words."""
    out = []
    for m in pattern.finditer(text):
        out.append(Change(m.start(), m.start("words"), "", rule))
        out.append(Change(m.end("words"), m.end(), "", rule))
    return out


def drop_tags(aligned: AlignedText) -> AlignedText:
    """The text without HTML: hidden content, tags, and halves of tags that cannot be anything else."""
    if not kinds_of(aligned.text).all & IS_ANGLE:
        return aligned
    if "<" in aligned.text:
        aligned = aligned.apply(_hidden(aligned.text))
        aligned = aligned.apply(_tags(aligned.text))
        aligned = aligned.apply(_all(_DOCTYPE, aligned.text, "markup.tag"))
    if "<" not in aligned.text and not _CLOSING_HALF.search(aligned.text):
        return aligned
    return aligned.apply(_all(_HALF, aligned.text, "markup.half_tag"))


def drop_markdown(aligned: AlignedText) -> AlignedText:
    """The text without Markdown: images go, links and emphasis leave their words."""
    text = aligned.text
    if not kinds_of(text).all & IS_MARKDOWN and not any(sign in text for sign in _RARE_SIGNS):
        return aligned
    # One character is looked for far quicker than two, so that comes first.
    if "]" in text and ("](" in text or "][" in text):
        aligned = aligned.apply(_all(_IMAGE, aligned.text, "markup.image"))
        aligned = aligned.apply(_around(_LINK, aligned.text, "markup.link"))
    for mark, pattern, rule in (
        ("#", _HEADING, "markup.heading"),
        (">", _QUOTE, "markup.quote"),
        ("```", _FENCE, "markup.fence"),
    ):
        if mark[0] in text and mark in text:
            aligned = aligned.apply(_all(pattern, aligned.text, rule))
    if ("*" in text and "**" in text) or ("~" in text and "~~" in text):
        aligned = aligned.apply(_around(_STRONG, aligned.text, "markup.emphasis"))
    if ("*" in text or "_" in text) and ("*\n" in text or "_\n" in text or text.endswith(("*", "_"))):
        aligned = aligned.apply(_around(_STARRED, aligned.text, "markup.emphasis"))
    if any(mark in text and any(row in text for row in rows) for mark, rows in _RULERS):
        aligned = aligned.apply(_all(_RULER, aligned.text, "markup.ruler"))
    if any(mark in text for mark in _BULLET_MARKS) and _BULLETS.search(text):
        aligned = aligned.apply(_all(_BULLET, aligned.text, "markup.bullet"))
    return aligned
