"""Shapes of money: funding rounds, money put into something, share moves, results of a period."""

from __future__ import annotations

import re

from transforms.extracting.arguments import named, noun_phrase, objects_after, words
from transforms.extracting.event_agents import agent
from transforms.extracting.event_reference import last_firm
from transforms.extracting.event_site import Fillers, Roles, Site
from transforms.extracting.event_subjects import near_subject
from transforms.extracting.event_words import is_opening, without_adverbs
from transforms.extracting.masking import NUMBER
from transforms.extracting.shape_transitive import transitive
from transforms.facts import Filler

_ROUND = re.compile(
    r"(?:[A-Za-z+]{1,8}轮|天使轮|种子轮|战略|新一轮|首轮|多轮|两轮|[一二三四五]轮|股权|债务|IPO)?$"
)
_GETS = re.compile(r"(?:完成|获得?|宣布|筹集|募集|筹得|寻求|拟|计划|已|将|正)")
_MOVE = re.compile(
    rf"(?:[^，,。]{{0,14}}?)(?:上涨|下跌|大涨|大跌|暴涨|暴跌|收涨|收跌|涨超|跌超|涨逾|跌逾|涨近|跌近|涨了|跌了|涨至|跌至|涨到|跌到|跌去|蒸发|飙升|飙涨|重挫|走高|走低"
    rf"|跌得|跌破|突破|缩水|翻番|翻倍|一落千丈|腰斩|[涨跌升扬挫](?=[{NUMBER}])|创下?[^，,。]{{0,4}}新[高低]|下滑|下挫|攀升|反弹|回落|达到|升至|降至|重回|重返|站上)"
)
_ROLE = re.compile(r"^(?:老股东|新股东|原股东|股东|投资方|知名机构|战略投资方|现有股东)")
_FUND = re.compile(r"[一-鿿A-Za-z]{2,12}(?:资本|基金|创投|投资|集团|科技|银行|证券|控股|风投|创新|汽车)")
_LISTED = re.compile(r"([\ue001])(?:公司|集团)?(?:在|于)[^，,。的]{1,8}?(?:上市|挂牌|交易)?的$")
_LIMIT = ("跌停", "涨停", "低开", "高开", "收涨", "收跌", "收升", "跳水")
_TRADED = re.compile(
    r"股价|盘后|盘前|收盘|开盘|早盘|午盘|尾盘|盘中|美股|港股|A股|股市|收报|低开|高开|跌停|涨停"
)
_CLOSED = re.compile(
    rf"(?:[^，,。]{{0,4}})(?:升|跌|涨|下跌|上涨|上升|大涨|大跌|收涨|收跌)(?:了|超|逾|近|约|幅)*[{NUMBER}]"
)
_SAID_MOVE = re.compile(rf"[涨跌升扬挫](?:超|逾|近|约|了)*[{NUMBER}]$")
_MONEY = re.compile(r"[元镑]|新台币|人民币|美金|法郎|卢比")
_PERIOD = (
    r"(?:[\ue011年\s]|去年|今年|上年|上|本|前|第?[一二三四]季度?|上半年|下半年|全年|当季|财季|财年|月){1,6}+"
)
_FIGURES = re.compile(
    rf"{_PERIOD}(?![^，,。]{{0,40}}(?:目标|将|预计|计划|有望))[^，,。]{{0,8}}(?:营收|收入|净利|利润|销售|销量|交付|出货|亏损)[^，,。]{{0,14}}[{NUMBER}]"
)
_INTO = (
    r"(?:打造|建设|兴建|新建|扩建|建立|研发|开发|收购|布局|购买|用于|采购|改造|升级|于|到|给"
    r"|在(?![^，,。]{0,6}(?:上|方面|领域)))"
)
_OWNER = re.compile(r"([\ue001])(?:公司|集团)?(?:的)?(?:[^，,。\ue000-\ue004]{0,4})$")


def funded(site: Site) -> Roles | None:
    """`O完成N元A轮融资`, `O拟募资N元`: O gets the money."""
    round_ = _ROUND.search(site.before)
    start = round_.start() if round_ else site.start
    gets = None
    for found in _GETS.finditer(site.before[:start]):
        gets = found
    at = site.start
    if site.frame.trigger == "融资":
        spent_on = re.match(rf"了?(?:超|逾|近|约)?[{NUMBER}]", site.after) and start == site.start
        if not gets and not spent_on:
            return None
        at = gets.start() if gets else site.start
    firms, reasons = agent(site.at(at), frozenset("O*"))
    firms = tuple(f for f in firms if f.entity is None or f.entity.kind == "organization")
    if not firms:
        return None
    object_ = words(site.part, start, site.end) if start < site.start else ""
    objects = (Filler(phrase=object_),) if object_ else ()
    return Roles({"agent": firms, "object": objects}, reasons, at=at)


def backed(site: Site) -> Roles | None:
    """`由A领投`, `A、B跟投`, `A追加`: they invest in the firm that raises the money in that sentence."""
    if re.match(r"[^，,。]{0,4}[者方人]", site.after):
        return None
    if site.frame.trigger in ("加注", "追加") and re.match(rf"了?[{NUMBER}\ue001]", site.after):
        return _amount(site) or transitive(site)
    by = re.search(r"(?<![自理经缘])由([^，,。]{1,30})$", site.before)
    investors = _investors(site, by.start(1) if by else 0)
    raised = _raiser(site)
    if not investors or not raised:
        return None
    reasons = ("subject is a phrase",) if any(f.phrase for f in investors) else ()
    return Roles({"agent": investors, "object": raised}, reasons)


def backers(site: Site) -> Roles | None:
    """`O的投资方包括A和B`: they invested in O."""
    listed = named(site.part, site.end, len(site.clause.text), frozenset("PO"))
    owned = re.search(r"(?:的)?(?:主要|早期|现有|其他|背后)?的?$", site.before)
    firms, reasons = agent(site.at(owned.start() if owned else site.start), frozenset("O"))
    firms = tuple(f for f in firms if f.entity)
    return Roles({"agent": listed, "object": firms}, reasons) if listed and firms else None


def _investors(site: Site, start: int) -> Fillers:
    """The names in a list before the trigger: entities, else words that name a fund or firm."""
    out: list[Filler] = []
    lead, end = without_adverbs(site.before[start:])
    for part in re.finditer(r"[^、和与及等]+", site.before[start + lead : start + end]):
        first = start + lead + part.start()
        names = named(site.part, first, first + len(part.group()), frozenset("PO"))
        bare = _ROLE.sub("", words(site.part, first, first + len(part.group())))
        if names:
            out += names[-1:]
        elif _FUND.fullmatch(bare):
            out.append(Filler(phrase=bare))
    return tuple(out)


def spent(site: Site) -> Roles | None:
    """`A斥资N元打造B`, `A在B方面的投资`, `A投资B`."""
    if site.frame.trigger in ("斥资", "豪掷", "耗资"):
        then = re.match(
            rf"(?:超|逾|近|约|高达)?[{NUMBER}](?:打造|建设|研发|开发|收购|布局|投资|建立|兴建|购买|用于|投入|新建|扩建)",
            site.after,
        )
        if not then:
            return None
        objects = objects_after(site.part, site.end + then.end(), frozenset("RO*"))
        doers, reasons = agent(site, frozenset("PO"))
        return Roles({"agent": doers, "object": objects}, reasons) if doers and objects else None
    if got := re.search(r"(?:获得?|得到|接受|引入)了?([^，,。]{1,30})$", site.before):
        investors = named(site.part, *got.span(1), frozenset("PO"))
        firms, reasons = agent(site.at(got.start()), frozenset("O"))
        return (
            Roles({"agent": investors, "object": firms}, reasons, at=got.start())
            if investors and firms
            else None
        )
    aspect = re.search(r"在([^，,。]{2,24}?)(?:方面|领域|上|业务)的[^，,。]{0,8}$", site.before)
    if aspect:
        doers, reasons = agent(site.at(aspect.start()), frozenset("PO"))
        parts = re.split(r"和|与|、|及", site.before[aspect.start(1) : aspect.end(1)])
        if not doers or any(re.search(r"[\ue000-\ue004]", p) for p in parts):
            objects = noun_phrase(site.part, *aspect.span(1), frozenset("RO"))
        else:
            objects = tuple(Filler(phrase=p) for p in parts if p)
        return Roles({"agent": doers, "object": objects}, reasons) if doers and objects else None
    if re.match(rf"(?:了)?[^，,。]{{0,4}}[{NUMBER}]", site.after):
        return _amount(site)
    return None if site.frame.note == "with an amount" else transitive(site)


def shares(site: Site) -> Roles | None:
    """`O股价上涨N`, `其市值蒸发N`: the company is the agent, 股价 or 市值 the object."""
    match = _MOVE.match(site.after) or _breaks(site)
    back = re.search(rf"重返[^，,。]{{0,2}}[{NUMBER}]?[^，,。]{{0,6}}$", site.before)
    if not match and not back:
        return None
    owner = _LISTED.search(site.before) or _OWNER.search(site.before)
    if owner and owner.re is _LISTED:
        firms: Fillers = (Filler(site.part.mention(owner.start(1)).entity),)
        reasons: tuple[str, ...] = ()
    elif owner and not re.search(r"[一-鿿]{3,}$", owner.group()[1:].replace("港股", "").replace("美股", "")):
        firms, reasons = (Filler(site.part.mention(owner.start(1)).entity),), ()
    else:
        firms, reasons = agent(site.at(back.start()) if back else site, frozenset("O"))
        firms = tuple(f for f in firms if f.entity and f.entity.kind == "organization")
        if not firms and (one := last_firm(site)):
            firms, reasons = (Filler(one),), ("pronoun resolved",)
    if not firms:
        return None
    what = "市值" if "市值" in site.clause.text[site.start : site.end] else "股价"
    return Roles({"agent": firms, "object": (Filler(phrase=what),)}, reasons)


def _breaks(site: Site) -> bool:
    """Whether the number right behind says that a mark was passed (市值首次突破N)."""
    near = re.match(rf"[^，,。]{{0,6}}?([{NUMBER}])", site.after)
    item = site.part.items[site.end + near.start(1)] if near else None
    return getattr(item, "surface", "").startswith(("突破", "跌破", "升破", "涨破", "冲破"))


def moved(site: Site) -> Roles | None:
    """`O下跌N` where the sentence spoke of shares before, `O一度跌停`, `O收报N元，升N`."""
    head = site.clause.whole.text[: site.clause.offset + site.end]
    strong = site.frame.trigger in _LIMIT
    if site.frame.trigger == "收报":
        if site.index and _SAID_MOVE.search(site.clauses[site.index - 1].text) and not site.before:
            return None
        following = site.clauses[site.index + 1 : site.index + 2]
        if not following or not _CLOSED.match(following[0].text):
            return None
    elif not strong and not (
        re.match(rf"(?:了|超|逾|近|约|至|幅)*[{NUMBER}]", site.after)
        and (_TRADED.search(head) or re.search(rf"报[{NUMBER}]", head))
    ):
        return None
    if re.search(r"股价|市值|指数|大盘|板块|[价率额量比数润利入益]$", site.before) or site.after.startswith(
        "的"
    ):
        return None
    firms, reasons = near_subject(site, frozenset("O"))
    if not firms and (
        owner := re.search(
            r"([\ue001])(?:港股|美股|A股|股票|早盘|午盘|尾盘|盘中|开盘|盘前|盘后|收盘)*$", site.before
        )
    ):
        firms, reasons = (Filler(site.part.mention(owner.start(1)).entity),), ()
    if not firms and is_opening(site.before):
        firms, reasons = agent(site, frozenset("O"))
    firms = tuple(f for f in firms if f.entity and f.entity.kind == "organization")
    return Roles({"agent": firms, "object": (Filler(phrase="股价"),)}, reasons) if firms else None


def results(site: Site) -> Roles | None:
    """`O第二季度财报`: the figures of a period are published (財報電話會議 likewise)."""
    owner = re.search(r"([\ue001])(?:公司|集团)?(?:的)?(?:[^，,。\ue000-\ue004]{0,16})$", site.before)
    period = re.search(
        r"(?:[\ue011年\s]*(?:第[一二三四]|[一二三四]|上|下)(?:半年|季度?|财季|财年)(?:的)?|[\ue011][年度]*)$",
        site.before,
    )
    if not period or not period.group() or not (owner or "会" in site.frame.trigger):
        return None
    phrase = words(site.part, period.start(), site.end)
    firm = site.part.mention(owner.start(1)).entity if owner else last_firm(site)
    return Roles({"agent": (Filler(firm),), "object": (Filler(phrase=phrase),)}) if firm else None


def figures(site: Site) -> Roles | None:
    """`O公布，去年第四季度营收N元`, `O公布的一季度营收高达N元`: the figures of a period are published."""
    following = site.clauses[site.index + 1 : site.index + 2]
    relative = re.match(
        rf"的{_PERIOD}[^，,。]{{0,4}}(?:营收|净利润|业绩|收入|利润|销量|交付量|财报)", site.after
    )
    next_ = following and not site.after and following[0].sentence == site.clause.sentence
    if not relative and not (next_ and _FIGURES.match(following[0].text)):
        return None
    firms, reasons = agent(site, frozenset("O"))
    firms = tuple(f for f in firms if f.entity)
    return Roles({"agent": firms}, reasons, "report_results") if firms else None


def _amount(site: Site) -> Roles | None:
    """`A向B投资N元`, `A投资N元建设B`, `A投入N元，建设B`."""
    to = re.search(
        r"(?:向|对|在)([^，,。向]{1,20}?)(?:上|方面)?(?:已|累计|共|总共|再|再次|承诺|计划|宣布|拟|将|追加)*$",
        site.before,
    )
    money = re.match(rf"了?[^，,。]{{0,5}}([{NUMBER}])", site.after)
    if money is None or not _is_money(site, site.end + money.start(1)):
        return None
    doers, reasons = agent(site.at(to.start()) if to else site, frozenset("PO"))
    then = re.compile(rf"[^，,。]{{0,3}}?{_INTO}(?!资金|投资)").match(site.after, money.end())
    following = site.clauses[site.index + 1 : site.index + 2]
    if then:
        objects = objects_after(site.part, site.end + _skipped(site, then.end()), frozenset("RO*"))
    elif to and not re.fullmatch(r"[\ue011\ue003]", to.group(1)):
        objects = _referred(site, to) or noun_phrase(site.part, *to.span(1), frozenset("RO*"))
    elif (
        following
        and following[0].sentence == site.clause.sentence
        and (goal := re.match(rf"(?:主要)?{_INTO}", following[0].text))
    ):
        objects = objects_after(following[0].masked, goal.end(), frozenset("RO*"))
    else:
        objects = ()
    return Roles({"agent": doers, "object": objects}, reasons) if doers and objects else None


def _is_money(site: Site, at: int) -> bool:
    return _MONEY.search(getattr(site.part.items[at], "surface", "")) is not None


def _skipped(site: Site, at: int) -> int:
    """Behind the place and the verb of `在L建设B`, so that the thing built is left."""
    built = re.compile(r"[^，,。]{0,10}?(?:建设|兴建|新建|建立|扩建|打造|设立|建造|建)").match(site.after, at)
    return built.end() if built and "在" in site.after[:at] else at


def _referred(site: Site, to: re.Match[str]) -> Fillers:
    """`其`, `该公司` as that which the money goes to."""
    if not re.fullmatch(r"其|它|该公司|这家公司", to.group(1)):
        return ()
    one = last_firm(site)
    return (Filler(one),) if one else ()


def _raiser(site: Site) -> Fillers:
    sentence = site.clause.sentence
    for k in range(site.index, -1, -1):
        clause = site.clauses[k]
        if clause.sentence.paragraph != sentence.paragraph or site.index - k > 8:
            break
        if re.search(r"融资|募资|估值", clause.text) and clause.subject:
            firms = tuple(Filler(e) for e in clause.subject.entities if e.kind == "organization")
            if firms and clause.subject.how in ("stated", "pronoun"):
                return firms[:1]
    return ()
