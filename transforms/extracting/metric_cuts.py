"""The size of a cut of staff of which the clause before tells (启动新一轮裁员，比例约为20%)."""

from __future__ import annotations

import re

from transforms.annotations import Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import TIME
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_words import unit_class

_CUT = re.compile(r"裁员|裁撤|裁减|裁掉|减员")
_SIZE = re.compile(
    rf"^(?:[{TIME}\s]|整体|本次|此次|本轮|此轮|预计|将|其中|总)*((?:裁员)?(?:比例|幅度|规模|人数))(?:预计|大概|将|高达|达到?|约?为|约|在|近|超过?|逾|接近)*"
)
_CONCERNS = re.compile(
    r"^(?:[^，,。]{0,6}?)(涉及|影响|波及)(?:到|了)?(?:的?员工)?(?:约|近|超过?|逾|至少|共|达)*"
)
_STAFF = re.compile(r"(?:[一-鿿]{0,4})(?:员工|雇员|岗位|职位|人)|$")


def cut_size(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """A share or number of staff where the sentence speaks of a cut; the sign is negative."""
    if not _CUT.search(clause.whole.text[: clause.offset + at]):
        return None
    before = clause.text[:at]
    kind = unit_class(number.unit)
    size = _SIZE.fullmatch(before) if number.unit == "percent" or kind == "thing" else None
    if size:
        return Measure("headcount_change", "headcount_change", size.group(1), None, -1, owner="firm")
    concerns = _CONCERNS.fullmatch(before) if kind == "thing" else None
    if concerns is None or not (number.unit == "person" or _STAFF.match(clause.text[at + 1 :])):
        return None
    return Measure("headcount_change", "headcount_change", concerns.group(1), None, -1, owner="firm")
