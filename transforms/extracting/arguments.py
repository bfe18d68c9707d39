"""The noun phrase behind a trigger: the entities that are its heads, else its words."""

from __future__ import annotations

import re

from transforms.annotations import Mention
from transforms.extracting.masking import ENTITY, NUMBER, ORG, PERSON, PLACE, THING, TIME, WORK, Masked
from transforms.facts import Filler

_ENTITY = re.compile(f"[{ENTITY}]")
_LETTER = {PERSON: "P", ORG: "O", THING: "R", PLACE: "L", WORK: "W"}
_JOIN = r"[”」》]?(?:、|和|与|及|以及|还有|或)\s*"
_CLASS = (
    r"(?:大?模型|系列|手机|汽车|电动车|轿车|芯片|处理器|平台|软件|应用|系统|版本|版|公司|聊天机器人|机器人|服务|产品|车型|品牌|集团|项目|工具|实验室|眼镜"
    r"|这一|这[两三几]款|这些[一-鿿]{0,4}|等|[”」》\s])*"
)
_HEAD = re.compile(_CLASS)
_LINKER = re.compile(
    r"^(?:了|过|着|出(?![口售租货资])|起|到|至|于|在|全新|新一代|新款|新品|最新|首款|首个|旗下|自家|自己|其(?!他|它|余|中)|的|名为|叫做?|代号|一?(?:个|款|家|项|篇|种|台|批|份|座|条|次|场)|这(?:一|种|项|个|款|些)?|那些"
    r"|[“「《\s])+"
)
_STOP = re.compile(
    r"(?<=[据码术品车果议])(?:包含|存在|涉嫌|抄袭|侵犯)|[，,。；;：:！!？?—]|并(?!购|行|联)|而(?!且)|以(?=[^及往后前来外色太])|来(?=[^自源])|用于|从而|之后|以后|以来|后$|时$|供(?!应|货|电|给|暖)|之际"
    r"|的(?:消息|同时|情况下|过程中|时候|原因|传闻|可能)|上涨|下跌|(?<!的)(?:售价|价格|定价)|(?:独立)?上市$|显示|指(?![数标引南控责令定派])|表示|称(?!号|呼)|需要|已经|可以|能够|正在|将(?!军|领)|就(?!业)|却|仍"
)
_APPOSED = re.compile(
    rf"(?:[一-鿿A-Za-z]{{0,12}}?(?:公司|企业|厂商?|商|集团|机构|品牌|车企|药企|航司|银行|巨头|大厂|工作室|实验室|对手|同行|独角兽|运营方)|(?<={PLACE})[一-鿿]{{1,8}}"
    rf"|(?<={ORG})[^，,。、和与的{ENTITY}]{{0,10}}(?:总裁|[官长]|创始人|CEO|经理|主席|负责人|总监|合伙人|主任|书记)(?={PERSON}))"
    rf"[“「]?([{ENTITY}])"
)
_SHARE = (
    r"(?:公司)?(?:的)?(?:全部|多数|剩余|部分|控股|少数|约|近|超|逾|[\ue010的]){0,4}"
    r"(?:股权|股份|控制权|控股权)"
)
_TAIL_NOUN = re.compile(
    rf"(?:公司)?(?:的(?:开发|研发|研制|生产|运营|销售|服务|发布|上市|训练)(?:工作|计划)?|{_SHARE}|的?(?:交易|要约|提议|谈判|协议|事宜))(?:的交易)?$"
)
_PEOPLE_TOO = re.compile(
    rf"(?:、|和|与|及|以及)([{NUMBER}一-鿿]{{0,6}}(?:员工|高管|子公司|负责人|股东|关联公司|创始人))$"
)
_INCLUDING = re.compile(rf"^给?(?:包括|如)([^，。]*?[{ENTITY}][^，。]*?)在内的(.*)$")
_THIS_DEAL = re.compile(
    r"^(?:该|此|这|上述)(?:项|笔|一|起|宗|次)?(?:交易|收购|决定|计划|提议|方案|处罚|判决|裁决|并购|合并|协议|政策|指控|做法|投资|业务|项目|工厂)$"
)
_BAD_PHRASE = re.compile(
    r"^(?:的|了|是|在|有|被|把|将|和|与|及|或|并|而|则|都|也|还|会(?![员议计展])|能(?![源耗力])|要(?![闻素])|更|、|使用其|此|它|他|她|其|该|什么|怎|如何|自己|方面|以来|之后|以后|之前|后|前|时|一下|得|地(?![产图铁勤方区下板面理])|不|没|上(?=[的了述面来去过述]|$)|下(?![半一属季游])|中(?![期国央型端文心间级]))"
)


def letter(char: str) -> str:
    """The kind letter (P O R L W) of a masked entity character; empty for any other."""
    return _LETTER.get(char, "")


def entities_in(part: Masked, start: int, end: int, kinds: frozenset[str]) -> list[int]:
    """Masked positions of the entities of these kinds in [start, end)."""
    return [
        i for i in range(start, end) if letter(part.text[i]) in kinds and isinstance(part.items[i], Mention)
    ]


def named(part: Masked, start: int, end: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    """Fillers of the entities of these kinds in masked [start, end)."""
    return tuple(Filler(part.mention(i).entity) for i in entities_in(part, start, end, kinds))


def words(part: Masked, start: int, end: int) -> str:
    """The clean words of a masked span."""
    return "".join(getattr(part.items[i], "surface", None) or part.text[i] for i in range(start, end))


def objects_after(part: Masked, at: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    """Fillers of the noun phrase that follows masked position `at`: entities, else the phrase itself.

    `的` after an entity hands on to the head behind it; what is joined by 、 or 和 fills the role too. Of
    包括A、B在内的C all three do. `*` among the kinds admits a phrase.
    """
    text = part.text
    including = _INCLUDING.match(text[at:])
    if including:
        start = at + including.start(1)
        listed = named(part, start, at + including.end(1), kinds)
        return (*listed, *phrase(part, at + including.start(2), at + including.end(2), kinds))
    return noun_phrase(part, at, _end(text, at), kinds)


def noun_phrase(part: Masked, at: int, end: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    """Fillers of the noun phrase in masked [at, end): its heads where they are entities, else its words."""
    text = part.text
    heads = [match.start() for match in _ENTITY.finditer(text, at, end)]
    if not heads:
        return phrase(part, at, end, kinds)
    first = heads[0]
    while owned := re.match(
        rf"[”」]?的[^{ENTITY}]{{0,12}}?([{ENTITY}])", text[first + 1 : end]
    ) or _APPOSED.match(text, first + 1, end):
        first = owned.start(1) if owned.re is _APPOSED else first + 1 + owned.start(1)
    named_so = re.match(r"^.{0,6}(?:名为|叫做?|代号|命名为)[“「]?$", text[at:first])
    chosen = [first]
    rest = first + 1
    while joined := re.match(
        rf"{_CLASS}{_JOIN}(?:[{ENTITY}]的[^{ENTITY}，,。、]{{0,8}}|[^{ENTITY}，,。、]{{0,8}})([{ENTITY}])",
        text[rest:end],
    ):
        rest += joined.start(1)
        while text[rest] == PLACE and (owned := _APPOSED.match(text, rest + 1, end)):
            rest = owned.start(1)
        chosen.append(rest)
        rest += 1
    tail = text[rest:end]
    after = _HEAD.match(tail)
    continues = after and re.match(r"(?:的?[一-鿿]{2,})", tail[after.end() :])
    too = _PEOPLE_TOO.match(tail)
    if len(chosen) == 1 and continues and not (named_so or too or _TAIL_NOUN.match(tail) or _verbal(tail)):
        return phrase(part, at, end, kinds)
    found = tuple(Filler(part.mention(i).entity) for i in chosen if letter(text[i]) in kinds)
    if found and too and "P" in kinds:
        found += (Filler(phrase=words(part, rest + too.start(1), rest + too.end(1))),)
    return found or phrase(part, at, end, kinds)


def phrase(part: Masked, at: int, end: int, kinds: frozenset[str]) -> tuple[Filler, ...]:
    """The words of masked [at, end) as a filler, where `*` admits a phrase and they can be one."""
    if "*" not in kinds:
        return ()
    if _THIS_DEAL.match(part.text[at:end]):
        return (Filler(phrase=part.text[at:end]),)
    begin = at
    linker = _LINKER.match(part.text[at:end])
    if linker:
        begin += linker.end()
    found = re.sub(r"[(（].*$", "", words(part, begin, end)).strip(" 的了")
    found = re.sub(r"(?<=文|件|告|信|话|议)(?:之?中|里|上)$", "", found)
    if "、" in found and len(found.rpartition("的")[2]) >= 3:
        found = found.rpartition("的")[2]
    if not 2 <= len(found) <= 30 or _BAD_PHRASE.match(found):
        return ()
    return (Filler(phrase=found),)


def _end(text: str, at: int) -> int:
    stop = _STOP.search(text, at)
    return stop.start() if stop else len(text)


def _verbal(tail: str) -> bool:
    """Whether what follows a name goes on with a verb, so that the name ends the noun phrase."""
    return bool(
        re.match(
            rf"(?:大?模型|公司)?(?:在|于|是|将|已|能|可|会|都|也|就|为|进行|作为|使|被|成为|加速|来|同期|后|之后|时|之前|出任|担任|累计|销量|销售额|下载量|出货量|订单|售价|价格|用户数|营收|[{TIME}{NUMBER}])",
            tail,
        )
    )
