"""Constructions that say at once what a number measures and whose it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from transforms.annotations import Mention, Quantity
from transforms.extracting.clauses import Clause
from transforms.extracting.masking import ENTITY, NUMBER, ORG, PERSON, PLACE, TIME, pattern
from transforms.extracting.metric_cuts import cut_size
from transforms.extracting.metric_moves import moved, turnover
from transforms.extracting.metric_naming import Measure
from transforms.extracting.metric_scores import scored
from transforms.extracting.metric_shares import built_on, share_of
from transforms.extracting.metric_words import unit_class

_HELD_BY = re.compile(
    rf"^(?:的?(?:股份|股权|份额|股本))?(?:则|分别)?由[^，,。{ENTITY}]{{0,6}}(?:{PLACE}[^，,。{ENTITY}]{{0,6}})?([{PERSON}{ORG}])(?:公司|集团)?持有"
)
_TERM = re.compile(r"^的?([一-鿿]{0,8}(?:协议|合同|合约|订单|合作|租约))")
_USED_BY = pattern(
    r"^(?:名|个|位|家)?(?:人|用户|开发者|企业|公司)?(?:每天|每周|每月|正?在|都在)*(?:使用|用上|在用)了?({R}|{O})"
)
_FINED = pattern(
    r"对({A}(?:(?:、|和|与|及){A})*)(?:公司|集团)?(?:分别|各)?(?:处以|开出|罚款|罚没|课以|判罚)[^{P}{O}]{0,6}$"
)
_IS_FINED = pattern(r"({A})(?:公司|集团)?(?:则|也|还|曾|此前|{T})*(?:因[^，,]{0,20})?(?:被|遭)[^，,]{0,16}$")
_FINE = re.compile(r"^的?(?:罚款|罚单|罚金|巨额罚款)")
_FINE_BEFORE = re.compile(r"(?:罚款|罚没|判罚|被罚|遭罚|受罚)(?=[^，,。]{0,3}$)")
_DEAL_PRICE = pattern(r"^的价格[^，,。{N}]{0,8}?(?:收购|买下|购买)(?:了)?({E})".replace("{N}", NUMBER))
_TRAINED = re.compile(r"训练")
_AGED = re.compile(rf"^的?([{PERSON}])")
_FOUNDED = re.compile(rf"(?:创立|创办|成立|创建)([{ENTITY}])(?:已|已经|至今|逾|约|超过|有|迄今)*$")
_OFFERED = pattern(
    r"(?:将|把)({R})[^，,。]{0,8}?(?:提供|开放|授权)给(?:了)?[^{N}。]{0,30}$".replace("{N}", NUMBER)
)
_HOLDS = re.compile(r"^(?:的)?(?:[一-鿿]{0,10})?(?:股份|股权|表决权|投票权|股票)")
_HOLDER = re.compile(
    rf"^(?:[{TIME}]|目前|尽管|但|而|仍|\s){{0,4}}([{PERSON}{ORG}]|[一-鿿]{{2,4}}?)(?:仍|则|还|共|直接|间接|合计){{0,3}}(?:控制|持有|拥有|掌握|占有)(?:着|了)?(?:[{ENTITY}]|其|公司|该公司)?(?:约|超过)?(?:的)?$"
)


_SET_UP = re.compile(r"(?:成立|创立|创办)(?:仅|才|只有|不到|已|了|刚)*$")
_YOUNG = pattern(r"^(?:多|余)?的[^，,。]{0,12}?({O})")
_REGION = re.compile(r"(国内|全球|中国|全国|美国|欧洲)$")
_ALL_OF = re.compile(r"^的([^，,。]{2,10}?)(?:都|均|皆)")
_SPRUNG_UP = re.compile(
    r"(国内|全球|中国|全国)(?:已|已经|又|就|一下子|共)*(?:冒出|涌现|诞生|出现|有|备案|上线)(?:了|出)*$"
)
_MODELS = re.compile(r"^(?:好几|多|余)?(?:个|款)?((?:[一-鿿]{0,3})模型)")
_AUTHORS = re.compile(r"^(?:位|名)?(?:共同)?作者")
_PAPER = re.compile(rf"((?:[{ENTITY}])? ?[一-鿿]{{0,6}}(?:论文|报告|研究))(?:的|中|里|上|，|,|\s)*$")
_TEST_SET = re.compile(r"((?:(?!的)[一-鿿]){2,8}(?:评估集|测试集|评测集|题库|题集|基准|测试基准))$")
_INCLUDES = re.compile(r"(?:其中)?(?:包括|包含|涵盖|收录|共有?|由)了?")
_ITEMS = re.compile(r"^(?:个|道|条|项)?[一-鿿]{0,4}?(提示词|题目|题|问题|任务|样本|测试用例)")
_SUM = re.compile(
    r"^(?:本轮|此轮|融资)?(?:总)?(?:金额|规模|总额)(?:可能|或|将|有望|预计|合计|共计|高达|达到?|约?为|约|近|超过|超)*$"
)
_ROUND = re.compile(r"融资(?!租赁)[^。]{0,12}$")
_VARIANT = re.compile(
    r"(?:^|[，,；;：:、。])([^，,；;：:、。]{1,24}(?:版本?|配置|套装|[高低中顶次]配|\d\+\d+|B|款))(?:的)?"
    r"(?:首发价|到手价|售价|价格|定价|[为：:]|是|\s)*$"
)
_VARIANT_REACH = 60
"""Masked characters before a price in which its variant stands."""
_ON_PRICES = re.compile(r"价|元起|售")
_RECEIVES = re.compile(r"(?:获得?|拿到|得到|收到)(?:了)?[^，,。]{0,14}$")
_STAKE = re.compile(r"^的?((?:战略|股权|追加|领投|天使)?(?:投资|注资))")
_LEAVING = pattern(r"^(?:名|位|人)?[一-鿿]{0,6}?(?:离开|离职|退出|出走)了?({O})")
_FINED_IT = re.compile(r"对其(?:处以|开出|罚款|罚没|课以|判罚)[^，,。]{0,4}$")


def shaped(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """The measure by the first construction that fits the number at masked offset `at`."""
    for shape in _SHAPES:
        found = shape(clause, at, number)
        if found is not None:
            return found
    return None


def _make(metric: str, label: str, clause: Clause, k: int | None, start: int | None = None) -> Measure:
    found = Measure(metric, metric, label, start)
    if k is None or not isinstance(clause.masked.items[k], Mention):
        return found
    return replace(found, owners=(clause.masked.mention(k).entity,))


def _users(clause: Clause, at: int, number: Quantity) -> Measure | None:
    match = _USED_BY.match(clause.text[at + 1 :])
    if match is None or unit_class(number.unit) != "thing":
        return None
    return _make("users", "使用", clause, at + 1 + match.start(1))


def _offered(clause: Clause, at: int, number: Quantity) -> Measure | None:
    if number.unit != "company":
        return None
    match = _OFFERED.search(clause.text[:at])
    return _make("customers", "企业", clause, match.start(1)) if match else None


def _fine(clause: Clause, at: int, number: Quantity) -> Measure | None:
    after = re.sub(rf"^(?:(?:、|和|与|及){NUMBER})+", "", clause.text[at + 1 :])
    label = _FINE.match(after) or _FINE_BEFORE.search(clause.text[:at])
    if label is None or unit_class(number.unit) != "money":
        return None
    name = label.group().removeprefix("的")[:4]
    if _FINED_IT.search(clause.text[:at]):
        return replace(_make("other", name, clause, None), owner="fined")
    match = _FINED.search(clause.text[:at]) or _IS_FINED.search(clause.text[:at])
    if match is None:
        return None
    fined = tuple(clause.masked.mention(k).entity for k in range(*match.span(1)) if clause.masked.items[k])
    return replace(_make("other", name, clause, None), owners=fined)


def _deal_price(clause: Clause, at: int, number: Quantity) -> Measure | None:
    match = _DEAL_PRICE.match(clause.text[at + 1 :])
    if match is None or unit_class(number.unit) != "money":
        return None
    label = "每股" if clause.text[:at].endswith("每股") else "收购价"
    return _make("price", label, clause, at + 1 + match.start(1))


def _trained_with(clause: Clause, at: int, number: Quantity) -> Measure | None:
    if number.unit not in ("gpu", "token") or not _TRAINED.search(clause.text):
        return None
    metric = "training_gpus" if number.unit == "gpu" else "training_tokens"
    return Measure(metric, metric, number.noun.lstrip("个颗张块 ") or number.unit, None)


def _aged(clause: Clause, at: int, number: Quantity) -> Measure | None:
    if not number.surface.endswith("岁") or number.unit != "year":
        return None
    person = _AGED.match(clause.text[at + 1 :])
    subject = clause.subject
    if person is None and subject is not None and [e for e in subject.entities if e.kind == "person"]:
        return replace(_make("age", "岁", clause, None), owners=subject.entities[:1])
    if person is None:
        return None
    return _make("age", "岁", clause, at + 1 + person.start(1) if person else None)


def _young(clause: Clause, at: int, number: Quantity) -> Measure | None:
    match = _YOUNG.match(clause.text[at + 1 :])
    if match is None or unit_class(number.unit) != "time" or not _SET_UP.search(clause.text[:at]):
        return None
    return _make("age", "成立", clause, at + 1 + match.start(1))


def _contained(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`在X论文中,其中N位作者`: the noun that the sentence opens with has them."""
    if unit_class(number.unit) != "thing" or not _AUTHORS.match(clause.text[at + 1 :]):
        return None
    paper = _PAPER.search(clause.whole.text[: clause.offset])
    if paper is None:
        return None
    words = "".join(
        getattr(clause.whole.items[k], "surface", None) or clause.whole.text[k] for k in range(*paper.span(1))
    )
    return Measure(
        "author_count", "author_count", "作者", None, phrase=words, reasons=("subject is a phrase",)
    )


def _items_of(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`构建了一个评测集,包括N道题`: the set that the clause before ends with has them."""
    after = _ITEMS.match(clause.text[at + 1 :])
    if after is None or not _INCLUDES.match(clause.text):
        return None
    test = _TEST_SET.search(clause.whole.text[: clause.offset].rstrip("，, "))
    if test is None:
        return None
    return Measure("benchmark_items", "benchmark_items", after.group(1), None, phrase=test.group(1))


def _amount(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`完成新一轮融资,金额超过N`: the sum of the round that the sentence speaks of."""
    if unit_class(number.unit) != "money" or not _SUM.match(clause.text[:at]):
        return None
    if _ROUND.search(clause.whole.text[: clause.offset]) is None:
        return None
    return Measure("funding_raised", "funding_raised", "融资金额", None)


def _variant_price(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`12GB+256GB版：N元`, a line of a price list, or such a variant in a sentence on prices."""
    if unit_class(number.unit) != "money":
        return None
    before = clause.whole.text[: clause.offset + at]
    variant = _VARIANT.search(before, max(0, len(before) - _VARIANT_REACH))
    alone = not clause.whole.text[clause.offset + at + 1 :].strip("。；; ")
    if variant is None or not (alone or _ON_PRICES.search(before)):
        return None
    items = zip(clause.whole.items[slice(*variant.span(1))], variant.group(1), strict=True)
    words = "".join(getattr(item, "surface", None) or char for item, char in items)
    return Measure("price", "price", words.strip(), None, owner="thing")


def _backed(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`获得X数亿元的战略投资`: funds raised by whom it is given to."""
    after = _STAKE.match(clause.text[at + 1 :]) if unit_class(number.unit) == "money" else None
    before = _RECEIVES.search(clause.text[:at]) if after else None
    if after is None or before is None:
        return None
    return Measure("funding_raised", "funding_raised", after.group(1), before.start())


def _left(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`N人离开了X`: X loses them."""
    match = _LEAVING.match(clause.text[at + 1 :])
    if match is None or unit_class(number.unit) != "thing":
        return None
    return _make("departures", "离开", clause, at + 1 + match.start(1))


def _regional(clause: Clause, at: int, number: Quantity) -> Measure | None:
    before, after = clause.text[:at], clause.text[at + 1 :]
    if number.unit == "percent":
        where, what = _REGION.search(before), _ALL_OF.match(after)
        if where is None or what is None:
            return None
        phrase = where.group(1) + what.group(1)
        return Measure("share_of", "share_of", what.group(1), None, phrase=phrase)
    where, what = _SPRUNG_UP.search(before), _MODELS.match(after)
    if where is None or what is None or unit_class(number.unit) != "thing":
        return None
    return Measure("model_count", "model_count", what.group(1), None, phrase=where.group(1) + what.group(1))


def _held_by(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`其余N由X持有`."""
    match = _HELD_BY.match(clause.text[at + 1 :])
    if match is None or number.unit != "percent":
        return None
    return _make("ownership_share", "持有", clause, at + 1 + match.start(1))


def _term(clause: Clause, at: int, number: Quantity) -> Measure | None:
    """`为期N的采购协议`: the agreement lasts so long."""
    match = _TERM.match(clause.text[at + 1 :])
    if match is None or unit_class(number.unit) != "time" or not clause.text[:at].endswith("为期"):
        return None
    return Measure(
        "duration", "duration", "为期", None, phrase=match.group(1), reasons=("subject is a phrase",)
    )


def _founded(clause: Clause, at: int, number: Quantity) -> Measure | None:
    match = _FOUNDED.search(clause.text[:at])
    if match is None or unit_class(number.unit) != "time":
        return None
    return _make("age", "创立", clause, match.start(1), match.start())


def _held(clause: Clause, at: int, number: Quantity) -> Measure | None:
    label = _HOLDS.match(clause.text[at + 1 :])
    holder = _HOLDER.match(clause.text[:at])
    if label is None or holder is None or number.unit != "percent":
        return None
    found = _make(
        "ownership_share", label.group().removeprefix("的"), clause, holder.start(1), holder.start(1)
    )
    return found if found.owners else replace(found, phrase=holder.group(1), reasons=("subject is a phrase",))


def _readable(clause: Clause, k: int) -> str:
    item = clause.masked.items[k]
    return getattr(item, "surface", None) or clause.text[k]


_SHAPES: tuple[Callable[[Clause, int, Quantity], Measure | None], ...] = (
    cut_size,
    *(_users, _offered, _fine, built_on, share_of, _deal_price),
    *(
        moved,
        turnover,
        _variant_price,
        _backed,
        _amount,
        _left,
        _contained,
        _items_of,
        _trained_with,
        _aged,
        _young,
        _regional,
        _founded,
        _held,
        _held_by,
        _term,
        scored,
    ),
)
