"""Titles as they stand in a sentence: their words, their department, what they say of the holder."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.lexicons import titles

_NOT_HELD = frozenset(
    "员工 員工 前员工 作者 译者 翻译 投资人 专家 学者 开发者 开发人员 博主 志愿者 律师 业内人士 观察人士"
    " 用户 博士 博士生 硕士生 院士 技术人员 科研人员"
    " 图灵奖得主 诺贝尔奖得主 诺奖得主 代言人 掌舵人".split()
)
_FOUNDER = re.compile(r"创始人|创办人|缔造者|发起人")
_FORMER = re.compile(r"^(?:前任?|原)")
_CONNECTIVE = re.compile(
    r"(?:不过|此外|对此|此后|日前|近日|今日|昨日|其|其中|该|公司|集团|该公司|而|于是|另|目前|如今|当时|和|一方面|因此|当天|同日)*"
)
_STATUS = re.compile(r"^(?:现任|时任|现|新任|候任|新|另一位|另一名|其|该|的)+")

_OWN_FIRM = re.compile(r"^公司(?=首席|副?总|董事|CEO|C[A-Z]O|创始|联合)")

_DEPARTMENT = re.compile(
    r"(?:(?:行政|执行|联席|临时|代理|全球|副|AI|AIGC|生成式AI|人工智能|技术|产品|研究|研发|市场|营销|销售|财务|法务|工程|运营|安全|硬件|软件|设计|业务|云|芯片|汽车"
    r"|战略|公共政策|公关|人力资源|数据|算法|制造|供应链|国际|全球|中国|海外|创意|商务|智能驾驶|自动驾驶)(?:业务|部门|事业部|团队|中心|与)?){0,3}$"
)


@cache
def title_words() -> str:
    """Source of a pattern for one title of the registry, the longest first."""
    return "(?:" + "|".join(re.escape(t) for t in titles() if len(t) > 1 and t not in _NOT_HELD) + ")"


@cache
def title_at_end() -> re.Pattern[str]:
    """A title at the very end of the searched words."""
    return re.compile(f"{title_words()}$")


@cache
def titles_pattern() -> str:
    """Source of a pattern for titles with the words of their department, joined by 兼, 、 or 和."""
    one = rf"(?:[一-鿿A-Za-z0-9&]{{0,8}}?{title_words()})"
    return rf"{one}(?:(?:兼任?|、|和){one}){{0,3}}"


def is_founder(title: str) -> bool:
    """Whether the title says that its holder founded the firm."""
    return bool(_FOUNDER.search(title))


@cache
def _leading() -> tuple[str, ...]:
    return tuple(t for t, kind in titles().items() if kind in ("executive", "founder"))


def leads_firm(title: str) -> bool:
    """Whether one holds the title in a firm that may go unnamed beside it (`CEO奥尔特曼`)."""
    of_many = title.endswith(("合伙人", "高管", "主编"))
    return "首席" in title or (title.endswith(_leading()) and not of_many)


def is_office(title: str) -> bool:
    """Whether the title is an office of a country or place (`美国总统`)."""
    found = title_at_end().search(title)
    return found is not None and titles().get(found.group()) == "official"


def split_titles(words: str) -> list[str]:
    """`创始人兼首席执行官` as its two titles, without words of status; `前` stays with its title."""
    out: list[str] = []
    parts = re.split(r"兼任?|、", words)
    if len(parts) > 1 and "、" not in words and not is_founder(words):
        parts = [words]  # 董事长兼总裁 is one post; a founder's other title is one of its own
    for part in parts:
        for one in _split_joined(part):
            title = _OWN_FIRM.sub("", _STATUS.sub("", one.strip("的，, ")))
            if title:
                out.append("前" + _FORMER.sub("", title) if _FORMER.match(title) else title)
    return out


def _split_joined(part: str) -> list[str]:
    at = part.find("和")
    if at > 0 and title_at_end().search(part[:at]):
        return [part[:at], *_split_joined(part[at + 1 :])]
    return [part]


def without_lead(title: str) -> str | None:
    """The title with its department, less connectives; None where other words lead (`工会负责人`)."""
    bare = title.removeprefix("前")
    found = title_at_end().search(bare)
    if found is None:
        return None
    lead = _DEPARTMENT.search(bare[: found.start()])
    start = lead.start() if lead else found.start()
    if not _CONNECTIVE.fullmatch(bare[:start]):
        return None
    return ("前" if bare != title else "") + bare[start:]
