"""Copies of a text as sites make them: each a function from the clean text to what a reader would find."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import opencc

from flows.sources import find_items
from transforms.article import Article
from transforms.cleaning.clean import clean
from transforms.cleaning.spun.lexicon import lexicon_rows
from transforms.reading.read import read
from transforms.source import SourceItem

ARTICLES = Path(__file__).parents[3] / "seeds" / "articles"
HEADS = (
    "首页 > 资讯 > 正文\n来源：云岭晚报　责任编辑：小周\n点击蓝字关注我们，每天三分钟读懂产业\n",
    "转自网络，略有删节\n【本站消息】以下为原文：\n",
    "分享到：微信 微博 QQ空间\n本文约需阅读五分钟\n",
)
FEET = (
    "\n版权归原作者所有，如有侵权请联系我们删除。\n更多精彩内容请下载客户端。\n",
    "\n（完）\n声明：本文仅代表作者个人观点，与本站立场无关。\n热门推荐：早餐店老板的一天\n",
    "\n编辑：阿宁　校对：老梁\n扫码进群，与三千位读者一起讨论。\n",
)
OPENINGS = (
    "这几天，行业里的人见面都在谈同一件事。有人兴奋，有人担忧，更多的人只是想弄明白究竟发生了什么。"
    "笔者翻了几家媒体的稿子，又问了几位从业的朋友，把来龙去脉整理如下，供大家参考。",
    "清晨的咖啡还没有喝完，手机就接连弹出了好几条推送。标题一个比一个惊人，内容却大同小异。"
    "静下心来读一遍原文，会发现真正值得留意的其实是那些不起眼的细节。",
    "许多读者留言问起此事，今天就专门写一篇。先说结论：事情没有传说的那么夸张，但也绝不是小事一桩。"
    "下面按时间顺序，把已经公开的材料逐条摆出来。",
)
# Exchanges that are in no list of ours: what a spinner of tomorrow may do.
UNSEEN = {
    **{
        "发布": "放出",
        "公司": "企业方",
        "表示": "讲道",
        "宣布": "对外讲",
        "预计": "估摸着",
        "同比": "跟上年比",
    },
    **{"增长": "往上走", "下降": "往下走", "收入": "进账", "市场": "行市", "研究": "钻研", "计划": "盘算"},
    **{
        "投资": "砸钱",
        "模型": "模子",
        "用户": "使用的人",
        "数据": "资料数",
        "价格": "价码",
        "目前": "现阶段",
    },
    **{"超过": "多过", "推出": "端出", "认为": "觉着", "达到": "够到", "竞争": "较劲", "产品": "货品"},
}


def articles() -> list[Article]:
    """The sample articles, cleaned; the copies among them are left out."""
    found = find_items([str(ARTICLES)], 1 << 20)
    cleaned = [clean(read(item)) for item in found if isinstance(item, SourceItem)]
    return [one for one in cleaned if not re.search("spun|reprint", one.source_uri)]


def reprint(text: str, draw: random.Random) -> str:
    """Another header and another footer."""
    return draw.choice(HEADS) + text + draw.choice(FEET)


def excerpt(text: str, draw: random.Random) -> str:
    """The part between two places, a third to a half of it."""
    size = int(len(text) * draw.uniform(0.34, 0.5))
    start = draw.randrange(len(text) - size)
    return text[start : start + size]


def other_script(text: str, draw: random.Random) -> str:
    """In Traditional characters, with the words of Taiwan or Hong Kong's spelling."""
    return str(opencc.OpenCC(draw.choice(("s2t", "s2tw", "s2hk"))).convert(text))


def spun(text: str, draw: random.Random) -> str:
    """Words exchanged as spinners do, all that are known to do so and some that are not."""
    table = dict(UNSEEN)
    for original, substitute, habit, left, _, bonus in lexicon_rows():
        if habit in ("synonym", "colloquial", "expanded", "adjective") and not left and not bonus:
            table.setdefault(original, substitute)
    pattern = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.sub(pattern, lambda m: table[m[0]], text)


def new_opening(text: str, draw: random.Random) -> str:
    """The first fifth replaced by an opening of one's own."""
    return draw.choice(OPENINGS) + "\n" + text[len(text) // 5 :]


VARIANTS: dict[str, Callable[[str, random.Random], str]] = {
    "reprint": reprint,
    "excerpt": excerpt,
    "other script": other_script,
    "spun": spun,
    "new opening": new_opening,
}


def copies_of(text: str, seed: int = 1) -> dict[str, bytes]:
    """Kind of copy → its bytes."""
    return {kind: make(text, random.Random(seed)).encode() for kind, make in VARIANTS.items()}
