"""The subject that a clause states."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.annotating.lexicons import titles
from transforms.annotations import Entity, Mention
from transforms.extracting.cues import say_pattern, trigger_pattern
from transforms.extracting.masking import ENTITY, ORG, PERSON, PLACE, QUOTE, TIME, Masked
from transforms.facts import Filler


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what a clause is about: one entity, several joined by 和, or a phrase.

    `owner` phrases such as `Meta的研究人员` have the phrase and, in `entities`, its owner. `start`, `end` are
    masked offsets in the clause, None where the subject is not stated in it; `how` says how it is known:
    `stated`, `pronoun`, `previous clause`, `previous sentence`.
    """

    entities: tuple[Entity, ...]
    phrase: str | None
    start: int | None
    end: int | None
    how: str

    def fillers(self) -> tuple[Filler, ...]:
        """The subject as role fillers: its phrase where it has one, else one filler an entity."""
        if self.phrase is not None:
            return (Filler(phrase=self.phrase),)
        return tuple(Filler(entity=e) for e in self.entities)


_OBLIQUE = re.compile(
    r"(?:对于|对|替|受|经|因|凭|向|与|同|跟|给|为|由|被|遭|把|将|在|于|据|比|像|以|随着|关于|围绕|包括|如|凭借|针对|按照|根据|除了|除|利用|通过|使用"
    r"|基于|来自|(?<!自)从|自|到|至|和|及|以及|让|使|使得|令|称|是|成为|超过|前往|离开|加入|收购|起诉|投资|邀请|帮助|警告|批评|指责|要求|获|曾任|担任|出任|历任|就任|升任|兼任|接替|并入|划归|归入|转入|纳入)(?:前|原)?$"
)
_LEAD = re.compile(
    rf"(?:[{TIME}{QUOTE}]|[“”「」\s]|自从|而|但是|但|不过|同时|此外|然而|因此|所以|于是|并且|并|且|另外|当然|其中|目前|随后|之后|最终|最后|此次|此前"
    r"|如今|随即|甚至|就连|连|即使|尽管|虽然|如果|一旦|当|只有|无论|至于|截至|截止|在|也|还|又|就|早在|另据|据悉|例如|比如|其实|事实上|值得注意的是|与此同时)*"
)
_DATELINE = re.compile(
    rf"[{TIME}\s]{{0,4}}(?:(?:专讯|快讯|讯|消息|综合报道|专题报道)[】\]」）)\s，,：:]|(?:首发|独家|专访|快讯)?[｜丨|])"
)
# `新华社北京4月18日电（记者某某）`, `某网5月28日消息`: where the news begins behind it.
_SENT_BY = re.compile(
    rf"[{ORG}](?:[{PLACE}]?[{TIME}][{PLACE}]?|[{PLACE}])\s?(?:[专快]?[电讯]|消息|报道)(?:[（(][^（()）]{{0,20}}[)）])?[，,：:\s】]{{0,2}}"
    rf"(?=[{ENTITY}{TIME}{QUOTE}据“]|[一-鿿])"
)
_KIND_OF_FIRM = re.compile(
    rf"(?:的?[^，,。；;：:{ENTITY}]{{0,12}}?(?:商|公司|企业|巨头|厂|机构|品牌|平台|集团|车企|新势力|独角兽|组织|工会|基金|媒体|券商|投行|国企|药企|大厂|团队))?"
    rf"[{ORG}]"
)
_HAS_BEEN = re.compile(r"(?:此前|曾|先后|还|也){0,3}(?:历任|曾任|曾担任|先后担任)")
_TOGETHER = re.compile(r"(?:等人?)?(?:一起|一同|共同|联合|联手|合作)")
_GROUP_NOUN = (
    r"(?:(?![在则向对将就与和给曾也还已把被为从由以因称赞了])(?:(?<=的)[一-鿿]{0,6}|[一-鿿]{0,3})(?:人员|员工|团队|高管|发言人|用户|投资者|分析师|工程师|科学家|创始人|负责人|代表|律师|股东|管理层|董事会|客户|部门|实验室"
    r"|客服|官方客服|相关负责人|研究者|开发者|消费者|竞争对手|盟友|老朋友|供应商|合作伙伴|内部人士))"
)
_PHRASE = re.compile(
    r"(?:有(?:人|前员工|员工|网友|分析师|投资人|业内人士|用户|评论|媒体)|(?:一位|一名|多位|多名|部分|不少|一些|许多|数名|几位|两名|两位)?"
    r"[一-鿿]{0,6}(?:法人|外资|研调机构|市调机构|机构投资者|客服|博主|人士|批评者|批评人士|投资人|投资者|分析师|分析人士|专家|网友|消费者|用户|开发者|员工|业者|业界|外界|券商|高管们|高管|观察者|研究人员|参议员"
    r"|知情人|发言人|供应商|经销商|业内|监管机构|监管部门|律师|车主))"
)


_INSIDER = re.compile(
    r"(?:上述|该名?|这位|这名|一位|一名|多位|多名|两位|两名)?[一-鿿]{0,12}的?(?:人士|知情者|消息人士)(?=[一-鿿，,])"
)
_ADVERBS = re.compile(r"(?:也|还|则|曾|就|都|对此|私下|公开|明确|日前|近日){1,4}$")
_BY_AGENT = re.compile(
    rf"(?:是|均|都|也|则|最初|早年){{0,3}}由(?!于|此|来)(?=[^，,。]{{0,40}}[{ENTITY}])(?![^，,。]{{0,40}}的[^，,。{ENTITY}]{{0,8}}[{ENTITY}])"
)
_ANONYMOUS = re.compile(
    r"(?:另有|另外)?(?:一位|一名|有位|有一位|某位|某|多位|多名|数位|数名|几位|两位|两名|三位|部分|有些|有)(?!限)"
)


@cache
def _title() -> str:
    return "(?:" + "|".join(re.escape(t) for t in titles()) + ")"


@cache
def _names() -> re.Pattern[str]:
    """A noun phrase of names: `O的首席科学家P`, `P和P`, `O和P、R等`."""
    joint = r"(?:、|和|与|及|以及|跟|,|，)"
    title = rf"(?:[一-鿿A-Za-z]{{0,14}}{_title()}(?:兼[一-鿿A-Z]{{0,8}}{_title()})*)"
    link = (
        rf"(?:的|前|现任|时任|联合|{title}|的(?:前|现任)?{title}|[一-鿿]{{0,4}}(?:公司|品牌|旗下的?|系列的?))"
    )
    return re.compile(rf"[{ENTITY}](?:(?:{joint}|{link}){{0,3}}[{ENTITY}])*(?:等)?")


def find_subject(part: Masked) -> Subject | None:
    """The subject of a masked clause: the first names that no preposition governs, or a group phrase."""
    text = part.text
    lead = _LEAD.match(text)
    begin = lead.end() if lead else 0
    if sent := _SENT_BY.match(text, begin):
        begin = sent.end()
    if _BY_AGENT.match(text, begin) or _HAS_BEEN.match(text, begin):
        return None
    if anonymous := _ANONYMOUS.match(text, begin):
        said = say_pattern().search(text, anonymous.end())
        if said and said.start() - begin <= 26:
            span = (begin, begin + len(_ADVERBS.sub("", text[begin : said.start()])))
            who = re.sub(r"[对向跟][^对向跟]{1,8}$", "", "".join(_words(part, *span)))
            who = re.sub(r"(?<=[人友员者士主家师生客户])在.{1,14}$", "", who)
            return Subject((), who if who == "有人" else who.removeprefix("有"), *span, "stated")
    governed = -2
    for match in re.finditer(rf"[{ENTITY}]", text):
        at = match.start()
        if at == governed + 1:
            governed = at  # 在华为2012实验室: what belongs to a name that a preposition governs
            continue
        if text[at] == PLACE and _names_firm(text, at):
            continue
        if at < begin and text[max(0, at - 1)] not in "在":
            continue
        if _DATELINE.match(text, at + 1):
            continue
        if _OBLIQUE.search(text[max(0, at - 4) : at]) and not (
            at == begin and begin > 0 and text[at - 1] not in "在将"
        ):
            governed = at if text[at - 1] in "在于" else -2
            continue
        if re.search(r"[与和同跟][一-鿿]{1,4}$", text[begin:at]) and _TOGETHER.match(text, at + 1):
            continue
        if _is_governed(text[begin:at]) or at - begin > 24:
            break
        return _subject_at(part, at)
    phrase = _PHRASE.match(text, begin) or _INSIDER.match(text, begin)
    if phrase and text[begin] != "据" and text[begin - 1 : begin] != "据":
        words = "".join(_words(part, phrase.start(), phrase.end()))
        if words.startswith(("由于", "因", "受", "对", "向", "为", "与")):
            return None
        words = words if words == "有人" else re.sub(r"^(?:有|上述|该名?)", "", words)
        return Subject((), words, *phrase.span(), "stated")
    return None


def _names_firm(text: str, at: int) -> bool:
    """Whether the place only says where the firm is from that follows: 瑞典电池制造商某某, 中国某某."""
    match = _KIND_OF_FIRM.match(text, at + 1)
    return match is not None and not trigger_pattern().search(match.group())


def _is_governed(between: str) -> bool:
    """Whether a verb stands before the name, so that the name is its object and no subject."""
    if re.search(r"[了过着]|(?:叫|称|请|问|骂|找|夸|邀)$", between):
        return True
    head = between.rstrip("“”「」『』—－ ")
    if head.endswith("的") or (head != between and re.search(r"的[一-鿿]{1,8}$", head)):
        return False
    return bool(trigger_pattern().search(between))


# What a relative clause with a verb of making or doing stands before, at the end of it.
_MADE = re.compile(
    rf"[^，,。的]{{1,14}}的(?:[一-鿿]{{0,8}}(?:手机|车型|模型|芯片|产品|新品|新车|应用|机器人|系统|平台))?[{ENTITY}](?=[^的、和与及])"
)


def _subject_at(part: Masked, at: int) -> Subject:
    text = part.text
    match = _names().match(text, at)
    end = match.end() if match else at + 1
    if (made := _MADE.match(text, end)) and trigger_pattern().search(made.group()):
        return _subject_at(part, made.end() - 1)  # 荣耀上月发布的Magic V4: it is the thing that is spoken of
    heads = [i for i in range(at, end) if isinstance(part.items[i], Mention)]
    group = re.compile(rf"的?{_GROUP_NOUN}").match(text, end)
    if (ally := re.compile(r"(?:及|和|与)(?:其|他|她)的?[一-鿿]{2}").match(text, end)) and text[
        heads[-1]
    ] == PERSON:
        return Subject((part.mention(heads[-1]).entity,), None, at, ally.end(), "stated")
    acts = group is not None and trigger_pattern().search(group.group())
    if group and not acts and not re.match(rf"[{PERSON}]", text[group.end() : group.end() + 1]):
        owner = part.mention(heads[-1]).entity
        return Subject((owner,), "".join(_words(part, heads[-1], group.end())), at, group.end(), "stated")
    chosen = [heads[-1]]
    for i in reversed(heads[:-1]):
        between = text[i + 1 : chosen[0]]
        joined = re.fullmatch(r"(?:等)?(?:、|和|与|及|以及|跟|,|，)+", between)
        persons = text[i] == text[chosen[0]] == PERSON and re.search(r"[、和与及]", between)
        if joined or persons:
            chosen.insert(0, i)
    entities = tuple(dict.fromkeys(part.mention(i).entity for i in chosen))
    return Subject(entities, None, at, end, "stated")


def _words(part: Masked, start: int, end: int) -> list[str]:
    """The readable words of a masked span, entities by their surface."""
    out = []
    for i in range(start, end):
        item = part.items[i]
        out.append(getattr(item, "surface", None) or part.text[i])
    return out
