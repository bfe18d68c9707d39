"""What a number measures where its clause does not name it: changes, comparisons, the same of another."""

from __future__ import annotations

import re
from dataclasses import replace

from transforms.annotations import Mention, Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import metric_cues
from transforms.extracting.masking import ENTITY, NUMBER, TIME
from transforms.extracting.metric_naming import Measure, measure_of
from transforms.extracting.metric_words import (
    Links,
    fits,
    is_ratio,
    metric_kinds,
    opening,
    read_links,
    unit_class,
    words_before,
)

_COMPARED = re.compile(
    r"(?:低于|高于|超过|超出|不及|少于|多于|逊于|好于|优于|胜于|差于|次于|落后于?|领先于?|较|比)"
    rf"([^{NUMBER}，,。]{{1,20}}?)的 *$"
)
_EXPECTED = re.compile(r"预期|预测|预估|预计")
_OPENING = re.compile(
    rf"^(?:而|但|其中|同时|并且?|此外|另外|则|[{TIME}]|\s|[、和与及以])*(?:[{ENTITY}](?:品牌|公司|集团|系列|则|的)*)?"
)
_ALSO = re.compile(rf"^(?:[、和与及][{ENTITY}])+")
_NUMBERS = re.compile(rf"{NUMBER}(?:(?:、|和|与|及|以及){NUMBER})*")
_WITH_SHARE = re.compile(rf"([{ENTITY}])(?:则|也|分别)?(?:以|凭借?)(?:约)?$")
_PLACED = re.compile(
    r"(?:的?(?:市场)?(?:份额|占有率|市占率|占比))?(?:排名|位居|位列|位于|居|列|排|领先|领跑|紧随|紧追|次之|占据|分列|暂列|稳居|高居|夺)"
)
_ADJUSTED = re.compile(
    rf"(?:由|从)[^，,。{NUMBER}]{{0,6}}{NUMBER}(?:起)?(?:调整|改|变|变更|修订)(?:为|到|至|成)$"
)
_AFFECTED = re.compile(r"(?:涉及|影响|波及|约有|相当于)$")
_THAT_IS = re.compile(r"^(?:约合|相当于|即|合计|共计|总计|涉及|影响|波及|预计|将|约|近|超过?|逾|至少)+")
_OF_STAFF = re.compile(r"占[^，,。]{0,8}?(?:员工|人员|团队|人力|劳动力)[^，,。]{0,6}$")
_TOPS = re.compile(r"([增涨跌降升减]幅|增速|增长)(?:最[大高快多]|居首|领先|第一|居前)$")
_REACHES = re.compile(r"^(?:为|达到?了?|高达|超过?|约)*$")
_HEADS = re.compile(r"^[^，,。]{0,3}?(?:员工|人|岗位|职位|雇员)")


def changed(
    clause: Clause, at: int, number: Quantity, last: Measure | None, volume: Measure | None
) -> Measure | None:
    """`…,同比增长N%`: the change of what was measured before; after a share that of the `volume`."""
    if last is not None and last.base in ("market_share", "rank", "share_of") and volume is not None:
        last = volume
    if last is None:
        return None
    counted = last.base in ("headcount", "market_cap") and unit_class(number.unit) in ("thing", "money")
    if not is_ratio(number) and not counted:
        return None
    base = metric_kinds()[last.base].change if last.label != "目标价" else ""
    region = words_before(clause.text, at, number)
    within = clause.text.rfind(NUMBER, 0, at)
    span = clause.masked.items[within] if within >= 0 else None
    if isinstance(span, Quantity) and unit_class(span.unit) == "time":
        region = clause.text[:within] + region  # 使用量三个月内增长: the noun stands before the duration
    links = read_links(_OPENING.sub("", region, count=1)) or read_links(region)
    change = links.change if links else 0
    if number.surface.startswith("翻") and links:
        change = 1
    if not base or change == 0:
        return None
    words = (
        "".join(c for c in region.lstrip("而但则") if not re.match(rf"[{ENTITY}{TIME}\s]", c))
        or number.surface
    )
    return Measure(base, last.base, _joined(last.label, words), None, change)


def compared(clause: Clause, at: int, number: Quantity, last: Measure | None) -> Measure | None:
    """`…,低于X的N`: the number is X's, and measures what was measured before, or what the clause names."""
    region = words_before(clause.text, at, number)
    match = _COMPARED.search(region)
    if match is None:
        return None
    named = [c for c in metric_cues() if "before" in c.sides and c.cue.search(region[: match.start()])]
    measures = [measure_of(c, last_words(c.cue, region), number, Links(0, True, False)) for c in named]
    base = next((m for m in measures if m is not None), None)
    if base is None and last is not None and last.metric == last.base:
        base = replace(last, owners=(), of=(), phrase=None, start=None)
    if base is None:
        return None
    begin = clause.text.rfind(NUMBER, 0, at) + 1 + match.start(1)
    names = [k for k in range(begin, at) if isinstance(clause.masked.items[k], Mention)]
    expected = bool(_EXPECTED.search(match.group(1)))
    owners = (clause.masked.mention(names[-1]).entity,) if names and not expected else ()
    return replace(base, owners=owners, forecast=expected, compared=True, start=None)


def same_again(
    clause: Clause,
    at: int,
    number: Quantity,
    last: Measure | None,
    unit: str | None,
    level: Measure | None = None,
) -> Measure | None:
    """`其中X品牌N、去年同期为N`: what was measured before, of another part or another time."""
    region = words_before(clause.text, at, number)
    rest = _ALSO.sub("", _OPENING.sub("", region, count=1))
    if level is not None and level.base == "market_share" and number.unit == "percent":
        name = _WITH_SHARE.search(clause.text[:at])
        if name and _PLACED.match(clause.text[at + 1 :]):
            held = (clause.masked.mention(name.start(1)).entity,)
            return replace(level, owners=held, phrase=None, of=(), start=None, joint=False)
    if last is None or last.metric != last.base or unit_class(number.unit) != unit_class(unit or ""):
        return None
    links = read_links(rest)
    if links is None or links.change:
        return None
    adjusted = _ADJUSTED.search(clause.text[:at])
    if not (links.moved or adjusted) and not re.search(f"[{ENTITY}{TIME}]|预计.*全年|全年.*预计", region):
        return None
    names = [
        k
        for k in range(clause.text.rfind(NUMBER, 0, at) + 1, at)
        if isinstance(clause.masked.items[k], Mention)
    ]
    row = _NUMBERS.match(clause.text, at)
    each = links.joint and row is not None and row.group().count(NUMBER) == len(names)
    if (len(names) > 1 and not each) or (is_ratio(number) and not links.sure):
        return None
    return replace(
        last, owners=tuple(clause.masked.mention(k).entity for k in names), start=None, joint=False
    )


def reached(
    clause: Clause, at: int, number: Quantity, last: Measure | None, fresh: bool = False
) -> Measure | None:
    """`营收增长N%至N元`, `…，至N元` where the change is `fresh`: the value that the change leads to."""
    region = words_before(clause.text, at, number).strip()
    if last is None or last.metric == last.base or not region or is_ratio(number):
        return None
    links = read_links(region)
    if not any(fits(number.unit, c.units) for c in metric_cues() if c.metric == last.base):
        return None
    own = region != clause.text[:at].strip() or fresh
    again = own and region in ("至", "到", "达到", "达", "升至", "降至", "跌至", "增至", "减至")
    if not again and not (links and links.moved):
        return None
    return Measure(last.base, last.base, last.label, None)


def topped(
    clauses: list[Clause], i: int, at: int, number: Quantity, level: Measure | None, volume: Measure | None
) -> Measure | None:
    """`X增幅最大,达到N%`: the change that the clause before calls the largest."""
    base = (
        volume if volume is not None and (level is None or level.base in ("market_share", "rank")) else level
    )
    if base is None or i == 0 or not is_ratio(number) or clauses[i - 1].sentence != clauses[i].sentence:
        return None
    noun = _TOPS.search(clauses[i - 1].text)
    change = metric_kinds()[base.base].change
    if noun is None or not change or not _REACHES.match(clauses[i].text[:at]):
        return None
    subject = clauses[i - 1].subject
    owners = subject.entities if subject is not None and subject.how == "stated" else ()
    sign = -1 if noun.group(1)[0] in "跌降减" else 1
    return Measure(change, base.base, noun.group(1), None, sign, owners=owners)


def affected(clause: Clause, at: int, number: Quantity, last: Measure | None) -> Measure | None:
    """`裁员15%,涉及约N名员工`: the persons whom the cut meets."""
    if (
        last is None
        or last.metric != "headcount_change"
        or unit_class(number.unit) not in ("thing", "percent")
    ):
        return None
    before, after = clause.text[:at], clause.text[at + 1 :]
    if number.unit == "person" and _THAT_IS.fullmatch(before + opening(number)) and not after:
        return replace(last, label="裁员", start=None)
    if number.unit == "percent" and _OF_STAFF.search(before):
        return replace(last, label=_OF_STAFF.findall(before)[-1], start=None)
    head = _HEADS.match(after)
    if head is None or number.unit == "percent" or not (_AFFECTED.search(before) or not before):
        return None
    return replace(last, label=head.group(), start=None)


def last_words(cue: re.Pattern[str], text: str) -> str:
    """The last words of `text` that the cue matches; '' where none do."""
    found = cue.findall(text)
    return found[-1] if found else ""


def _joined(label: str, words: str) -> str:
    return label if label.endswith(words) else f"{label}{words}"[:24]
