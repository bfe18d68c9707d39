"""Who said what: direct and indirect quotes."""

from __future__ import annotations

import re

from transforms.annotations import TimeSpan
from transforms.extracting.clauses import Clause
from transforms.extracting.cues import say_pattern, say_verbs
from transforms.extracting.masking import ENTITY, QUOTE, TIME, Masked, pattern
from transforms.extracting.subjects import Subject
from transforms.facts import Filler, Quote, Trace

_DIRECT_AFTER = re.compile(
    rf"[^，,。；;：:{QUOTE}]{{0,18}}[：:]\s{{0,3}}{QUOTE}|[它这其{ENTITY}]?(?:的[一-鿿]{{1,8}})?是?[，,]?\s{{0,3}}{QUOTE}"
)
_VENUE = re.compile(
    rf"[在于](?:([{ENTITY}])|([^，,在于]{{2,24}}?)(?:上|中|里|时))(?:上|中|里|时)?(?:也|还|再度|再次|曾)?$"
)
_SOURCE = pattern(
    rf"(?<![数证占收票单凭])据[^，,。；;{ENTITY}]{{0,10}}({{A}})[^，,。]{{0,8}}?(报道|报导|消息|数据|统计|披露|透露|报告|预测|估算|测算)[^，,。]{{0,4}}[，,]"
)
_REPORTS = pattern(
    r"({A})[^，,。据]{0,8}?(?:报道称|报道说|报道指出|报道|报导称|报导指出|报导|消息称)[，,：:]?"
)
_DATA = pattern(
    r"({A})(?:[^，,。]{0,10}(?:数据|报告|统计|研究|调查)(?:显示|指出|表明)|[^，,。]{0,12}{W}(?:显示|指出|表明|称)|援引[^，,。]{0,20}?(?:显示|称|报道|指出))[，,：:]?"
)
_BY_HIS_WORDS = pattern(
    r"(?:按照?|根据|依照|据)({A})(?:本人|自己|方面)?的(说法|介绍|话|描述|解释|说明|估算|估计|测算|预测|计划|设想)[，,]"
)
_NAMELESS = re.compile(
    rf"(?<![数证占收票单凭])据((?:[一-鿿A-Za-z{ENTITY}]{{0,10}}?)(?:人士|知情者|知情人(?!士)|离职员工|前员工|内部员工|博主|网友|供应商))[^，,。]{{0,6}}?"
    r"(透露|称|介绍|说|表示|爆料|消息|披露)[，,：:]"
)
_RUMOUR = re.compile(r"(?:传闻|传言|消息|网传|市场传|坊间)$")
_SHORTEST = 6
# How far behind its verb reported speech is looked for, in masked characters: keeps long lines linear.
_REACH = 800
_OTHER_SPEAKER = pattern(
    r"(?:但|而|同时|此外)?{A}(?:[^，,。]{0,14}{P})?(?:[^，,。]{0,6})(?:表示|指出|认为|称|说|透露|强调|回应|否认|辟谣|写道)"
)
_SPEAKS_ON = re.compile(
    r"(?:并且?|同时|还|也|且|又)(?:[^，,。]{0,4})(?:表示|指出|强调|重申|透露|补充|警告|批评|指责|呼吁|承诺|称|承认|否认)"
)
_SAYS_INSTEAD = re.compile(r"并?称(?![为作之得赞])")
_CLAUSE_AHEAD = pattern(r"[^，,。]{0,4}(?:{E}|其|该)")
_SAYS_MORE = re.compile(
    r"(?:但|而|同时|不过|此外)?(?:他|她|其|该公司)(?:们)?(?:还|也|并|同时|又|则)?(?:表示|指出|强调|补充|提醒|透露|警告|坦言)"
)
_EXPECTS = frozenset(("预计", "预估", "预期", "估计"))
_DENIED = re.compile(r"(?:未|没有|没|不愿|拒绝|不便|无人|不)(?:对此|就此)?(?:予以|进一步|具体)?$")
_ACCORDING = pattern(r"据(?:(?:[^，,。]{0,6}{P})|他|她)?(?:本人)?")
_NOUN_SAID = pattern(
    rf"({{A}})(?:的|对此的|给出的)[^，,。{QUOTE}{ENTITY}]{{0,8}}?(观点|看法|说法|回答|答复|回应|理由|解释|留言)[^，,。{QUOTE}]{{0,12}}[：:是]\s*{QUOTE}"
)


def find_quotes(clauses: list[Clause]) -> list[Quote]:
    """Quotes with their speakers; the trace spans the quoted words, marks left out. Clean offsets."""
    out: list[Quote] = []
    covered = 0
    for clause in clauses:
        taken = {o.trace.start for o in out[-8:]}
        found = [*_sourced(clause), *_said(clause, taken), *_named(clause)]
        stated = clause.subject is not None and clause.subject.how == "stated"
        # Inside reported words only a speaker named anew speaks: `他认为` there is part of what is reported.
        kept = [q for q in found if q.direct or clause.span[0] >= covered or stated]
        for quote in kept:
            if all(o.trace.start != quote.trace.start or o.speaker != quote.speaker for o in out[-6:]):
                out.append(quote)
        covered = max([covered, *(q.trace.end for q in kept)])
    return out


def _named(clause: Clause) -> list[Quote]:
    """`某人的观点…:“…”`: a noun of saying before the quotation."""
    out, whole = [], clause.whole
    reach = min(len(whole.text), clause.offset + len(clause.text) + _REACH)
    for match in _NOUN_SAID.finditer(whole.text, clause.offset, reach):
        if clause.offset <= match.start() < clause.offset + len(clause.text):
            index = match.end() - 1
            start, end = whole.starts[index] + 1, whole.ends[index] - 1
            speaker, words = Filler(whole.mention(match.start(1)).entity), clause_text(clause, start, end)
            out.append(Quote(Trace(start, end, "quote.noun"), speaker, match.group(2), words, True))
    return out


def _sourced(clause: Clause) -> list[Quote]:
    """`据The Verge报道,…` and `…的数据显示,…`: the medium or the data provider is the speaker."""
    whole = clause.whole
    out: list[Quote] = []
    for form, verb in (
        (_SOURCE, "报道"),
        (_REPORTS, "报道"),
        (_DATA, "显示"),
        (_BY_HIS_WORDS, "说法"),
        (_NAMELESS, "透露"),
    ):
        reach = min(len(whole.text), clause.offset + len(clause.text) + _REACH)
        for match in form.finditer(whole.text, clause.offset, reach):
            if out or not clause.offset <= match.start() < clause.offset + len(clause.text):
                continue
            if form is _NAMELESS:
                speaker = Filler(phrase=_readable(clause, match.start(1), match.end(1)))
            else:
                speaker = Filler(whole.mention(match.start(1)).entity)
            end = _content_end(whole.text, match.end(), min(len(whole.text), match.end() + _REACH))
            if end > match.end() and _length(whole, match.end(), end) >= _SHORTEST:
                verb = match.group(2) if form in (_SOURCE, _BY_HIS_WORDS, _NAMELESS) else verb
                start, stop = whole.span(match.end(), end)
                trace = Trace(start, stop, "quote.source")
                out.append(Quote(trace, speaker, verb, _readable(clause, match.end(), end), False))
    return out


def _said(clause: Clause, taken: set[int]) -> list[Quote]:
    subject = clause.subject
    if subject is None or not (subject.entities or subject.phrase):
        return []
    whole = clause.whole
    out: list[Quote] = []
    for match in say_pattern().finditer(clause.text):
        verb, kind = match.group(), say_verbs()[match.group()]
        if (
            kind == "source"
            or not _governs(clause, subject, match.start())
            or (verb in _EXPECTS and _is_firm(subject))
            or _DENIED.search(clause.text[: match.start()])
            or (_RUMOUR.search(clause.text[: match.start()]) and subject.how != "stated")
            or _is_credit(clause.text[: match.start()], clause.text[match.end() :])
        ):
            continue
        at = clause.offset + match.end()
        reasons = _reasons(subject)
        fillers = _speakers(subject)
        venue, said = _venue(clause, match.start()), _time(clause)
        if verb == "告诉" and (told := re.match(r"[^，,。：:]{1,10}[，,：:]", whole.text[at : at + 12])):
            at += told.end()
        before = [span for span in _quoted_before(clause, subject) if span[0] not in taken]
        spans = [*before, *_quoted_after(whole, at)]
        direct = bool(spans)
        if not direct and kind != "direct" and (kind != "stance" or _CLAUSE_AHEAD.match(whole.text[at:])):
            span = _indirect(clause, at)
            spans += [span] if span else []
        quoted = [(span, direct) for span in spans]
        if not direct and spans:
            quoted += [(span, True) for span in _quoted_within(whole, at, spans[-1][1])]
        for (start, end), direct in quoted:
            frame = "quote.direct" if direct else "quote.indirect"
            text = clause_text(clause, start, end)
            out += [
                Quote(Trace(start, end, frame, reasons), f, verb, text, direct, venue, said) for f in fillers
            ]
        break
    return out


def _is_credit(before: str, after: str) -> bool:
    """Whether 据 governs the verb, so that a source is credited; `据他介绍,…` is what a person says."""
    if not re.search(r"据[^，,。]{0,10}$", before):
        return False
    return bool(after) or not _ACCORDING.fullmatch(before)


def _quoted_within(whole: Masked, at: int, until: int) -> list[tuple[int, int]]:
    """Quotations that go on where reported words leave off: `坦言,…是瓶颈:“…”`, `透露,…留任,“…”`."""
    out = []
    for index in range(at, min(len(whole.text), at + _REACH)):
        if whole.text[index] == QUOTE and re.search(r"[，,：:；;]\s*$", whole.text[at:index]):
            out.append((whole.starts[index] + 1, whole.ends[index] - 1))
        elif whole.ends[index] > until and whole.text[index] not in "，,：:；;。 " + QUOTE:
            break
    return out


def _quoted_after(whole: Masked, at: int) -> list[tuple[int, int]]:
    """Words of the quotations that follow the verb, quotation marks left out."""
    after = _DIRECT_AFTER.match(whole.text, at)
    spans: list[tuple[int, int]] = []
    index = after.end() - 1 if after else len(whole.text)
    while index < len(whole.text) and whole.text[index] == QUOTE:
        spans.append((whole.starts[index] + 1, whole.ends[index] - 1))
        index += 1
    return spans


def _quoted_before(clause: Clause, subject: Subject) -> list[tuple[int, int]]:
    """Words of the quotation right before the speaker: `“…”某人说`."""
    whole = clause.whole
    lead = len(clause.text) - len(clause.text.lstrip(QUOTE))
    stated = subject.start if subject.how == "stated" and subject.start is not None else 0
    begin = clause.offset + (lead or stated)
    near = max(0, begin - 4)
    before = re.search(rf"{QUOTE}[，,]?\s*$", whole.text[near:begin])
    if before is None:
        return []
    index = near + before.start()
    return [(whole.starts[index] + 1, whole.ends[index] - 1)]


def _is_firm(subject: Subject) -> bool:
    """A firm that 预计 gives guidance, which is a planned metric and no quote; a person or analyst speaks."""
    return subject.phrase is None and any(e.kind == "organization" for e in subject.entities)


def _governs(clause: Clause, subject: Subject, at: int) -> bool:
    """Whether the subject can be the speaker: a person or organization not far before the verb."""
    if (
        subject.entities
        and not subject.phrase
        and any(e.kind not in ("person", "organization") for e in subject.entities)
    ):
        return False
    if subject.how == "stated" and subject.end is not None:
        return subject.end <= at <= subject.end + 28
    return at <= 20


def _speakers(subject: Subject) -> tuple[Filler, ...]:
    if subject.phrase and subject.entities and re.search(r"(?:方面|官方|发言人)$", subject.phrase):
        return (Filler(subject.entities[0]),)
    return subject.fillers()


def _reasons(subject: Subject) -> tuple[str, ...]:
    reasons = []
    if subject.how == "previous sentence":
        reasons.append("subject carried over from the sentence before")
    elif subject.how != "stated":
        reasons.append(f"subject by {subject.how}")
    return tuple(reasons)


def _indirect(clause: Clause, at: int) -> tuple[int, int] | None:
    """Clean span of the reported words after the verb."""
    text = clause.whole.text
    begin = at + len(text[at:]) - len(text[at:].lstrip("，,：: "))
    end = _content_end(text, begin, min(len(text), begin + _REACH))
    end = _before_sentence(clause, begin, end)
    if end <= begin or _length(clause.whole, begin, end) < _SHORTEST:
        return None
    return clause.whole.span(begin, end)


def _before_sentence(clause: Clause, begin: int, end: int) -> int:
    """Reported words end before a quoted sentence (`称,…,“我们还在谈。”`); quoted words stay with them."""
    for quoted in re.finditer(rf"[，,]\s*({QUOTE})", clause.whole.text[begin:end]):
        last = clause.whole.ends[begin + quoted.start(1)] - 1
        if clause_text(clause, last - 1, last) in ("。", "！", "？", "!", "?"):
            return begin + quoted.start()
    return end


def _length(whole: Masked, begin: int, end: int) -> int:
    """Clean characters of a masked span."""
    start, stop = whole.span(begin, end)
    return stop - start


def _content_end(text: str, begin: int, end: int) -> int:
    """Where the reported words end: before a further verb of saying, before final punctuation."""
    for cut in re.finditer(r"[，,；;]", text[begin:end]):
        rest = text[begin + cut.end() : end]
        if _SAYS_INSTEAD.match(rest):
            end = begin + cut.start()
            break
        forms = (_OTHER_SPEAKER, _SPEAKS_ON, _SAYS_MORE)
        if cut.start() >= _SHORTEST and any(form.match(rest) for form in forms):
            end = begin + cut.start()
            break
    if quote := re.search(rf"[：:]\s*{QUOTE}", text[begin:end]):
        end = begin + quote.start()
    return begin + len(text[begin:end].rstrip("。！？!?；;，, "))


def _venue(clause: Clause, at: int) -> str | None:
    match = _VENUE.search(clause.text[:at])
    if not match:
        return None
    group = 1 if match.group(1) else 2
    return _readable(clause, clause.offset + match.start(group), clause.offset + match.end(group))


def _time(clause: Clause) -> TimeSpan | None:
    for i in range(clause.offset + len(clause.text) - 1, -1, -1):
        item = clause.whole.items[i]
        if clause.whole.text[i] == TIME and isinstance(item, TimeSpan) and item.edtf:
            return item
    return None


def _readable(clause: Clause, start: int, end: int) -> str:
    """The clean words of a masked span of the sentence."""
    return clause_text(clause, *clause.whole.span(start, end))


def clause_text(clause: Clause, start: int, end: int) -> str:
    """Clean words of a clean span inside the clause's sentence, quotation marks and all."""
    return clause.plain[start - clause.sentence.start : end - clause.sentence.start]
