"""Ways to damage an article, or to make up an input from nothing; each takes a source of chance."""

import json
import math
from collections.abc import Callable
from random import Random

from flows.sources.records import parse_json, record_item
from tests.mutations.bases import bases
from transforms.source import SourceItem

LENGTHS = (4_000,) * 6 + (12_000,) * 3 + (40_000,)
"""Bytes of long lines, deep nests and stutters."""
TOKENS = (
    "，。、；：？！“”‘’「」『』（）()《》【】[]{}<>/\\|-—–…·.,:;'\"%％‰°~≈+±×*#@&$¥€£ \t\n\r\u3000\u200b"
    "\ufeff\u2028\x1b零〇一二三四五六七八九十百千万亿萬億两半多余几数0123456789０９"
)
WORDS = (
    "超过 不到 约 同比增长 下降 亿元 万辆 美元 个百分点 2024年 第三季度 去年同期 上周五 3月18日 星期一 年底 "
    "表示 称 指出 认为 发布 宣布 收购 投资 首席执行官 总裁 公司 集团 OpenAI GPT-4o Meta 英伟达 马斯克 "
    "该公司 其 他 记者 来源： 责任编辑： 原标题： 点击查看 據報道 隨著 (shì) 實(shí)際 &nbsp; &#x4e2d; "
    "&lt;b&gt; <p> </strong> <!-- ]]> http://a.b/c?d=e 1,234.56 12-34 3-5倍 30%-40% "
    "1e400 99999999999999999999亿 二〇二四年十三月 0/0 -- .. ——"
).split(" ")
ODD = "\u0301\u20dd\ufe0f\u200d\u202e\u2066\u00ad\ud7ff\ue000\ufffd\ufffe\U0001f468\U00020000\x1b\x7f\x85"
OPEN = (
    "<div>",
    "<b>",
    "<table><tr><td>",
    "<p",
    "<ul><li>",
    "<!--",
    "<![CDATA[",
    "<script>",
    "<a href='",
    "&#",
    "&amp;",
)
ENCODINGS = (
    "utf-8",
    "gb18030",
    "big5",
    "utf-16-le",
    "utf-16",
    "utf-32",
    "latin-1",
    "shift_jis",
    "cp1252",
    "utf-7",
)


def flipped(chance: Random) -> SourceItem:
    """Some bits are other than they were."""
    base = chance.choice(bases())
    data = bytearray(base.data)
    for _ in range(chance.choice((1, 3, 30, 300))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return _like(base, bytes(data))


def cut(chance: Random) -> SourceItem:
    """The beginning, the end or the middle is missing, down to the last byte."""
    base = chance.choice(bases())
    a, b = sorted(chance.randrange(len(base.data) + 1) for _ in range(2))
    return _like(base, chance.choice((base.data[:a], base.data[a:], base.data[:a] + base.data[b:])))


def noise(chance: Random) -> SourceItem:
    """Random bytes, alone or inside an article."""
    base, size = chance.choice(bases()), chance.choice((0, 1, 2, 3, 16, 500, 5_000))
    found = chance.randbytes(size)
    if chance.random() < 0.5:
        at = chance.randrange(len(base.data))
        found = base.data[:at] + found + base.data[at:]
    return _like(base, found)


def stuttered(chance: Random) -> SourceItem:
    """A piece comes many times, or the pieces come in another order."""
    base = chance.choice(bases())
    text = base.data.decode("utf-8", "replace")
    a = chance.randrange(len(text))
    piece = text[a : a + chance.choice((1, 2, 7, 40, 400))]
    if chance.random() < 0.6:
        return _like(
            base, (text[:a] + piece * min(300, chance.choice(LENGTHS) // 3 // len(piece)) + text[a:]).encode()
        )
    pieces = [text[n : n + 23] for n in range(0, len(text), 23)]
    chance.shuffle(pieces)
    return _like(base, "".join(pieces).encode())


def nested(chance: Random) -> SourceItem:
    """Markup in markup in markup, closed or not, around an article."""
    base, opening = chance.choice(bases()), chance.choice(OPEN)
    depth = min(chance.choice((3, 50, 500, 5_000)), chance.choice(LENGTHS) // len(opening))
    inside = base.data.decode("utf-8", "replace")
    closing = f"</{opening[1:].split('>')[0]}>" * depth if chance.random() < 0.5 else ""
    page = f"{opening * depth}{inside}{closing}"
    if chance.random() < 0.3:
        page = f"<!doctype html><html><body>{page}"
    return SourceItem(base.uri, page.encode(), chance.choice(("html", "text", "markdown")))


def huge_line(chance: Random) -> SourceItem:
    """One line without an end, of one sign, of one word, or of a few."""
    some = "".join(chance.choice((*TOKENS, *WORDS)) for _ in range(chance.choice((1, 1, 2, 3, 9))))
    line = some * (chance.choice((200, chance.choice(LENGTHS) // 3)) // len(some) + 1)
    return _made(chance, (chance.choice(("", "据报道，该公司宣布")) + line).encode("utf-8", "replace"))


def soup(chance: Random) -> SourceItem:
    """The words and signs that the rules look for, in no order."""
    many = chance.choice((5, 50, 500, 3_000))
    return _made(chance, "".join(chance.choice((*TOKENS, *WORDS, *WORDS)) for _ in range(many)).encode())


def mixed_encodings(chance: Random) -> SourceItem:
    """Parts of one article in different encodings, and a declaration that may lie."""
    base = chance.choice(bases())
    text = base.data.decode("utf-8", "replace")
    a, b = sorted(chance.randrange(len(text)) for _ in range(2))
    parts = (text[:a], text[a:b], text[b:]) if chance.random() < 0.7 else (text,)
    data = b"".join(part.encode(chance.choice(ENCODINGS), "replace") for part in parts)
    declared = chance.choice((None, None, "no-such-encoding", "", "idna", *ENCODINGS))
    return SourceItem(base.uri, data, base.media_type, declared, base.said)


def odd_characters(chance: Random) -> SourceItem:
    """Characters that join, hide, turn or ring, anywhere in the text."""
    base = chance.choice(bases())
    text = list(base.data.decode("utf-8", "replace"))
    for _ in range(chance.choice((1, 20, 400))):
        text.insert(
            chance.randrange(len(text)),
            chance.choice(ODD if chance.random() < 0.99 else "\0\7") * chance.choice((1, 1, 2, 300)),
        )
    return _like(base, "".join(text).encode("utf-8", "replace"))


def record(chance: Random) -> SourceItem:
    """A JSON record of any shape, as far as one can be made of it."""
    base = chance.choice(bases())
    text = base.data.decode("utf-8", "replace")
    whole = {
        **{
            name: _json(chance, 3)
            for name in ("title", "author", "publisher", "published", "url", "date", "tags", "id", "extra")
            if chance.random() < 0.5
        },
        chance.choice(("text", "html")): chance.choice((text, text[:200], _json(chance, 2))),
    }
    line = json.dumps(whole, ensure_ascii=chance.random() < 0.5)
    if chance.random() < 0.3:
        a = chance.randrange(len(line))
        line = line[:a] + chance.choice('"{}[],:\\\n0') + line[a + 1 :]
    try:
        found = record_item(parse_json(line.encode("utf-8", "replace").decode()), "made/up#line=1")
    except ValueError:
        found = None
    if isinstance(found, SourceItem):
        return found
    return SourceItem("made/up.json", line.encode("utf-8", "replace"))


WAYS: tuple[Callable[[Random], SourceItem], ...] = (
    *(flipped, cut, noise, stuttered, nested, huge_line, soup, mixed_encodings, odd_characters, record),
)


def mutated(number: int) -> tuple[str, SourceItem]:
    """The name of a way and what it made: always the same for one number."""
    way = WAYS[number % len(WAYS)]
    return way.__name__, way(Random(number))


def _like(base: SourceItem, data: bytes) -> SourceItem:
    return SourceItem(base.uri, data, base.media_type, base.encoding, base.said)


def _made(chance: Random, data: bytes) -> SourceItem:
    return SourceItem("made/up", data, chance.choice(("text", "text", "markdown", "html")))


def _json(chance: Random, depth: int) -> object:
    plain = (None, True, 0, -1, 10**400, 1e308, math.nan, math.inf, "", " ", "\ud800", "2024-13-45", "昨天")
    more = (
        "0001-01-01",
        "9999-12-31T23:59:59+14:00",
        1731600000,
        17316000000000,
        "http://[::1",
        "中" * 3_000,
    )
    shape = chance.random()
    if depth == 0 or shape < 0.6:
        return chance.choice((*plain, *more, chance.choice(WORDS)))
    if shape < 0.75:
        return [_json(chance, depth - 1) for _ in range(chance.randrange(4))]
    if shape < 0.9:
        return {chance.choice(WORDS): _json(chance, depth - 1) for _ in range(chance.randrange(4))}
    deep: object = "中"
    for _ in range(200):
        deep = [deep]
    return deep
