"""Shares of a whole: 占营收的N, 中国区占N, N的X都基于Y."""

from __future__ import annotations

import re

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, PLACE, TIME, pattern
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_referents import readable

_SHARE = re.compile(
    rf"(?<!市)占(?!有率|率)(?:到|了|据)?((?:[^{NUMBER}，,。、]){{1,14}}?)(?:的|比重?|比例)?(?:为|达|约|近|超过|逾|高达|的|到)*$"
)
_OF_FIRM = re.compile(r"(?:收入|营收|销售额|利润|业务|人员|员工)(?:也|均|则)?$")
_PART_OF_ALL = pattern(
    r"^((?:{L}|[一-鿿A-Z])[^，,。其]{1,9}?)(?:则|约|分别|仅|各)*占(?:比|了)?(?:为|约|近|超过|逾|高达|达|到)*"
)
_BUILT_ON = pattern(r"^的([^，,。]{2,14}?)(?:都|均|全)(?:是)?(?:基于|采用|使用|来自|运行在)({E})")


def share_of(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`研发人员占员工的N`, and in a list of parts `美国区占N`."""
    if number.unit != "percent":
        return None
    text = clause.text[:at]
    match = _SHARE.search(text)
    if match is None and (part := _PART_OF_ALL.fullmatch(text)):
        if not re.search("占", clause.whole.text[: clause.offset]):
            return None
        words = readable(clause, *part.span(1))
        return Measure("share_of", "share_of", "占比", None, phrase=words, reasons=("subject is a phrase",))
    if match is None or re.search(r"份额|股|控制", text[match.start() :] + clause.text[at + 1 : at + 6]):
        return None
    words = readable(clause, *match.span(1))
    head = re.sub(rf"^(?:[{TIME}\s]|其中|将|已|约)+", "", text[: match.start()])
    lone = head and not re.search(rf"[{ENTITY}]", head.replace(PLACE, "")) and len(head) > 1
    lone = lone and not re.match("在|来自|于|从", head)
    owner = readable(clause, match.start() - len(head), match.start())
    line = bool(_OF_FIRM.search(head))
    return Measure(
        "share_of",
        "share_of",
        f"{owner if line else ''}占{words.strip()}"
        if not words.startswith("比")
        else f"{owner if line else ''}占比",
        match.start(),
        phrase=owner if lone and not line else None,
        owner="firm" if line else "",
    )


def built_on(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`N的应用都基于X`: X has the share."""
    match = _BUILT_ON.match(clause.text[at + 1 :])
    if match is None or number.unit != "percent":
        return None
    runs = clause.masked.mention(at + 1 + match.start(2)).entity
    return Measure("share_of", "share_of", match.group(1), None, owners=(runs,))
