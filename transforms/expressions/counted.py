"""What a number counts, from the nouns around it: person, company, gpu, token, parameter, download."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from transforms.expressions.rules import longest_first, table

_GPU_HOURS = re.compile(r"个?(?: ?[A-Z]\d{2,4})? ?(?:GPU|gpu|卡|加速卡)[ ·-]?(?:小时|时(?!代))")
_STOP = re.compile(r"[，。；！？、：,;!?\n“”「」（）()]")
_SENTENCE = re.compile(r"[。！？!?；;\n]")


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    units = {row["surface"]: row["unit"] for row in table("nouns")}
    words = "|".join(re.escape(word) for word in longest_first(list(units)))
    return re.compile(words), units


def noun_after(view: str, at: int, reach: int = 6) -> tuple[str, str] | None:
    """Unit and noun of the first counted noun within `reach` characters, Latin names skipped."""
    if _GPU_HOURS.match(view, at):
        return "gpu_hour", "GPU小时"
    end = at
    skip = re.match(r"(?:[ A-Za-z0-9.&-]{1,30}(?:和|与|及)?){0,3}", view[at : at + 60])
    if skip and skip.end() and not _nouns()[0].match(view, at):
        end = at + skip.end()
    window = view[at : end + reach + 6]
    stop = _STOP.search(window)
    if stop:
        window = window[: stop.start()]
    found = _nouns()[0].search(window)
    if not found or found.start() > end - at + reach:
        return None
    return _nouns()[1][found[0]], found[0]


def downloads_before(view: str, at: int) -> bool:
    """Whether the sentence so far speaks of downloads (下载量达360万次, 远低于…的580万次)."""
    window = view[max(0, at - 80) : at]
    parts = _SENTENCE.split(window)
    return "下载" in parts[-1]


_LEFT = (
    (re.compile(r"下载"), "download"),
    (re.compile(r"用户|月活|日活|人数|会员|粉丝|人口|订户|员工|观众|客流"), "person"),
    (re.compile(r"人次"), "visit"),
    (re.compile(r"参数"), "parameter"),
    (re.compile(r"[Tt]oken|词元"), "token"),
)


def noun_before(view: str, at: int, value: Decimal) -> str | None:
    """Unit of a large bare number from the clause before it: 用户超5亿, 参数达1.8万亿."""
    if value < 1000:
        return None
    clause = _STOP.split(view[max(0, at - 14) : at])[-1]
    for pattern, unit in _LEFT:
        if pattern.search(clause):
            return unit
    return None


_MODEL_AFTER = re.compile(
    r"(?: ?(?:和|与|及|、|或|,|/) ?\d{1,4}(?:\.\d+)?[BMbm]){0,4} ?(?:的)?(?:级别?的?)?(?:超?大)?模型"
    r"|(?:的)?版本"
)


def is_model_size(view: str, at: int, value: Decimal) -> bool:
    """Whether a large bare number sizes a model: 80亿的模型."""
    return value >= 10**6 and bool(_MODEL_AFTER.match(view, at))
