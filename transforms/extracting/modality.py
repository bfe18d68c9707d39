"""How an article states something: as done, planned, reported, expected, supposed, or denied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transforms.extracting.clauses import Clause
from transforms.extracting.event_words import is_gap
from transforms.extracting.masking import ENTITY, TIME
from transforms.facts import Modality, Polarity

_HYPOTHETICAL = re.compile(
    r"(?:^|[，,。])(?:但|而|不过)?(?:如果|若(?!干)|一旦|倘若|假如|要是|除非|假设|即使)|是否"
)
_REPORTED = re.compile(
    r"(?<![数证占收票单凭割])据(?!此|点|守|悉的).{0,20}?(?:报道|消息|透露|称|了解|悉|介绍|爆料|统计)|传闻|据传|据悉|传出(?!后)|曝出(?!后)|被曝|消息称|知情人士|疑似|或(?:将|在|于)"
)
_PLANNED = re.compile(
    r"(?:将(?!军|近|信|[\ue000-\ue004其它])|拟|计划(?!的)|打算|即将|准备|筹备|有意|旨在|目标是|承诺|正考虑|考虑|(?<![主重需必])要(?!求|闻)|寻求|推进|筹划|洽谈|商谈|磋商)"
)
_FORECAST = re.compile(r"(?:预计|预期|有望|料将|预测|或将|可能会?|也许|估计|势必|等(?=[\ue001]))")
_EXPECTED = re.compile(r"(?:预计|预测|预期|预言|认为[^，,]{0,6}将)$")
_OWN_PLAN = re.compile(
    rf"[{ENTITY}](?:公司|集团|方面)?(?:则|也|还)?预计(?:将|于|在|[{TIME}])[^，,。]{{0,10}}$"
)
_EXPECTS = re.compile(
    r"(?<!市场)(?<!外界)(?<!业内)(?<!机构)(?<!分析师)(?<!法人)(?<!券商)(?<!人士)预计(?P<then>[^，,。]{0,16})$"
)
_AND = re.compile(r"(?:并且?|且|同时|以及|或)(?!已|曾|在)[^，,。]{0,4}$|由[^，,。]{1,16}$")
_WILL = re.compile(r"(?:[\ue000-\ue004司们方]|还|也|^)(?:将会?|计划|拟|打算|预计将)(?![\ue000-\ue004其它])")
_FROM_END = re.compile(r"(?<![事员协商大])会(?!议|员|上|见|谈|面|晤)$")
_NEGATIVE = re.compile(
    r"(?:没有|没能|没(?!错)|未能|未曾|尚未|并未|未(?!来)|从未|不再|不会|不(?![断仅但过得止少久同料惜])|拒绝|否认|并非|停止|无法|暂停|放弃)[^，,。]{0,6}$"
)
_DENIES = re.compile(r"(?:否认|驳斥|澄清)了?[^，,。]*$")
_RUMOUR = re.compile(r"(?:传闻|传言|说法|消息|报道|谣言|流言|言论|爆料)")
_UNTRUE = re.compile(
    r"(?:传闻|传言|说法|消息|报道|谣言|流言|言论|爆料)[”」]?[^。]{0,14}?(?:不实|不属实|并不属实|子虚乌有|纯属|系谣言|是假的|予以否认|否认)"
)
_IDLE = re.compile(
    r"(?:可以|(?<![不许认宁])可(?=[对向将被])|能够|(?<![可功性智职才产万])能(?![力源效耗量级])|应该|应当|必须|需要|想要?|希望|无法|难以|足以|用来|用于|为了|试图|便于|呼吁|如何|是否(?:会|将|要|能)?|会不会|能否|鼓励|要求|方便|适合|比如|例如|即便|擅长|推迟|延迟|延后|暂缓|延期)[^，,。]{0,10}$"
)
_WINDOW = 18


def modality(before: str, sentence: str = "") -> Modality:
    """Modality of what a word states, from the masked words before it in its clause and its sentence.

    Precedence: hypothetical, forecast, planned, reported, actual.
    """
    if _HYPOTHETICAL.search(sentence or before):
        return "hypothetical"
    if _OWN_PLAN.search(before):
        return "planned"
    if _governs(_FORECAST, before):
        return "forecast"
    if _governs(_PLANNED, before) or _FROM_END.search(before):
        return "planned"
    return "reported" if _REPORTED.search(sentence) else "actual"


def expects_itself(before: str) -> bool:
    """Whether `预计` before a trigger tells a plan where no other is credited: no house expects it."""
    cue = _EXPECTS.search(before)
    return cue is not None and is_gap(cue.group("then"))


def stated(clauses: Sequence[Clause], index: int, start: int) -> Modality:
    """Modality of what a trigger at masked `start` of clause `index` states.

    A condition or an expectation in a clause before, in the same sentence, governs what follows.
    """
    clause = clauses[index]
    found = modality(clause.text[:start], clause.whole.text[: clause.offset + start])
    if found == "actual" and _goes_on(clauses, index, start):
        return "planned"
    return "forecast" if found != "hypothetical" and _is_expected(clauses, index) else found


def polarity(before: str) -> Polarity:
    """`negative` where a word of denial governs what follows."""
    return "negative" if _NEGATIVE.search(before) else "positive"


def denied(clauses: Sequence[Clause], index: int, start: int) -> Polarity:
    """Polarity of what a trigger at masked `start` of clause `index` states, called untrue or denied."""
    clause = clauses[index]
    rumour = _RUMOUR.search(clause.text, start)
    rest = clause.whole.text[clause.offset + start :]
    if polarity(clause.text[:start]) == "negative" or (_DENIES.search(clause.text[:start]) and rumour):
        return "negative"
    if rumour and _UNTRUE.search(rest):
        return "negative"
    told = re.search(r"网传|传闻|传言|有消息称|据传", clause.whole.text[: clause.offset + start])
    return "negative" if told and re.search(r"予以否认|矢口否认|不实|不属实|辟谣", rest) else "positive"


def is_idle(before: str) -> bool:
    """Whether the words before a trigger make it an ability, a wish or a purpose, and no event."""
    return _IDLE.search(before) is not None


def _governs(cue: re.Pattern[str], before: str) -> bool:
    """Whether a cue stands near the trigger with nothing but adverbs or one prepositional phrase between."""
    window = before[-_WINDOW:]
    behind = (window[match.end() :] for match in cue.finditer(window))
    return any(is_gap(between) and not re.search(r"接替|取代", between) for between in behind)


def _goes_on(clauses: Sequence[Clause], index: int, start: int) -> bool:
    """Whether 并 before the trigger goes on with what the clause before says will be done."""
    here, before = clauses[index], clauses[index - 1] if index else None
    if before is None or before.sentence != here.sentence or not _AND.match(here.text[:start]):
        return False
    return _WILL.search(before.text) is not None and "了" not in here.text[start : start + 6]


def _is_expected(clauses: Sequence[Clause], index: int) -> bool:
    sentence = clauses[index].sentence
    for k in range(index - 1, -1, -1):
        if clauses[k].sentence != sentence:
            return False
        if _EXPECTED.search(clauses[k].text):
            return True
    return False
