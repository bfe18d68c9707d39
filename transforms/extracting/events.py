"""What happened: triggers with their arguments, by the frames of `seeds/rules/extracting`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from transforms.annotations import TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import Frame, event_frames
from transforms.extracting.masking import TIME
from transforms.extracting.modality import modality, polarity
from transforms.extracting.shapes import Roles, fill
from transforms.extracting.sources import attribution
from transforms.facts import Event, Trace

_NOUN_AFTER = re.compile(
    r"(?:会(?!议)|者|方|商|版|性|式|力|率|量|社区|生态|阵营|路线|策略|模式|成本|费用|团队|人员|中心|部门|计划|协议|工作|过程|效率|数据|速度|能力|门槛|工具|框架|平台|软件|大模型|模型|AI|运动|精神|项目|硬件|技术)"
)
_MODIFIER = frozenset(
    ("open_source", "train", "develop", "invest", "support", "criticize", "partner", "restrict")
)


@cache
def _triggers() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(t) for t in event_frames()))


def find_events(clauses: list[Clause]) -> list[Event]:
    """Events with roles, date, modality and polarity; the trace spans the clause. Clean offsets."""
    out: list[Event] = []
    for i, clause in enumerate(clauses):
        out += _of_clause(clauses, i, clause)
    return out


def _of_clause(clauses: list[Clause], i: int, clause: Clause) -> Iterator[Event]:
    announced = -1
    for match in _triggers().finditer(clause.text):
        frame = event_frames()[match.group()]
        if _is_noun(clause, frame, match.end()):
            continue
        if frame.type == "announce":
            later = _triggers().search(clause.text, match.end())
            if later and later.start() - match.end() <= 4:
                announced = match.end()
                if not re.match(r"(?:将|拟|计划|要|会|预计)", clause.text[match.end() :]):
                    continue
        roles = fill(clause, frame, match.start(), match.end())
        if roles is None:
            continue
        yield from _events(clauses, i, clause, frame, match, roles, announced == match.start())


def _events(
    clauses: list[Clause],
    i: int,
    clause: Clause,
    frame: Frame,
    match: re.Match[str],
    roles: Roles,
    performed: bool,
) -> Iterator[Event]:
    before = clause.text[: match.start()]
    stated = "actual" if performed else modality(before, clause.whole.text[: clause.offset + match.start()])
    if stated == "actual" and attribution(clauses, i)[0] is not None:
        stated = "reported"
    date = None if stated in ("planned", "forecast") and performed else _date(clause, match.start())
    start, end = clause.span
    trace = Trace(start, end, f"event.{frame.trigger}", roles.reasons)
    for fillers in roles.each():
        yield Event(trace, frame.type, match.group(), fillers, date, stated, polarity(before))


def _is_noun(clause: Clause, frame: Frame, end: int) -> bool:
    """Whether the trigger is used as a noun or modifier (开源社区, 训练数据) rather than as a verb."""
    rest = clause.text[end:]
    if _NOUN_AFTER.match(rest):
        return frame.type in _MODIFIER
    return False


def _date(clause: Clause, at: int) -> TimeSpan | None:
    """The nearest resolved time before the trigger in its sentence, else the first one after it in the clause."""
    end = clause.offset + at
    for k in [*range(end - 1, -1, -1), *range(end, clause.offset + len(clause.text))]:
        item = clause.whole.items[k]
        if clause.whole.text[k] == TIME and isinstance(item, TimeSpan) and item.edtf and not item.vague:
            return item
    return None
