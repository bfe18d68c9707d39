"""Firms and products with Chinese names that nobody has heard of: `某某新材`, `某某日前宣布`, 模型“某某”."""

from __future__ import annotations

import re
from functools import cache

from transforms.annotating.candidate import Candidate
from transforms.annotating.lexicons import trade_suffixes, words
from transforms.annotating.organization_names import is_generic, named_entity
from transforms.annotating.person_names import transliteration
from transforms.annotating.registry import Registry
from transforms.word_counts import word_counts

_EDGE = (
    r"(?:^|(?<=[，,。；;：:！？!?“”「」《》()（）、\n\s的和与由向对在被将给从据及以是投])"
    r"|(?<=公司)|(?<=企业)|(?<=平台)|(?<=品牌)|(?<=厂商)|(?<=巨头)|(?<=独角兽)|(?<=机构)|(?<=车企)|(?<=起诉)|(?<=收购)|(?<=投资)"
    r"|(?<=入股)|(?<=加入)|(?<=离开)|(?<=任职)|(?<=创办)|(?<=创立)|(?<=成立)|(?<=旗下)|(?<=对手)|(?<=同行)|(?<=客户)|(?<=伙伴))"
)
_TIME = (
    r"(?:\d{1,4}年|\d{1,2}月|\d{1,2}日|[今昨当]日|日前|近日|最近|上周|此前|今天|昨天|周[一二三四五六日])*"
    r"(?:再次|正式|对外|共同)?"
)
_GOOD = (
    r"(?:大?模型|手机|眼镜|芯片|处理器|车型|轿车|平板|耳机|机器人|平台|系统|应用|App|APP|软件|品牌|项目|产品)"
)
_RARE = 300
_ORDINARY = 50
_TAIL = re.compile(
    r"(?:[今昨当同次早近]日|[今昨当]晚|今早|[今昨]天|日前|此前|随后|早前|稍早|目前|本[周月季]|上[周月季]|[也则还就曾都已将仍虽却均亦拟正并且]){1,6}$"
)
_FUNCTION = frozenset(
    "由在与和对向被把将从给据及以是的了其该这那每各某不并如若让使更最很再又也还就都则而但或且之者个们旨曾得"
)
_NUMBER = frozenset("一二三四五六七八九十两几多少第中上下前后时为有无会可要想")
_RATE = frozenset("率量额达")
_PRICE = re.compile(r"(?:售价|均价|单价|价格|销量|份额|同比|宣布|推出|发布|收购)")
_AFTER = re.compile(
    r"[^一-鿿\w]|$|[\dA-Z]|[的在与和将是为以于由对向已也还则曾称今近昨此自有新旗股被遭侵违未拒共就联还再又却从因按涉承否主拥]|宣布|发布|推出|表示|完成|获得|透露|披露|公告|回应|今年|近日|日前|此前|上市|股份|集团"
    r"|创始人|创办人|董事长|首席|总裁|总经理|副总裁|联合|市场|旗下|股价|计划|拟|等|及|合作|达成|签署|领投|跟投|投资|入股|收购"
)


@cache
def _trade() -> re.Pattern[str]:
    suffixes = "|".join(map(re.escape, trade_suffixes()))
    return re.compile(
        rf"{_EDGE}([一-鿿]{{2,3}}?)({suffixes})(?![一-鿿]{{0,2}}(?:领域|行业|产业|市场|板块|巨头)|机构)", re.M
    )


@cache
def _acting() -> re.Pattern[str]:
    verbs = "|".join(map(re.escape, words("firm_verbs.txt")))
    return re.compile(
        rf"(?:^|(?<=[。！？!?\n])|(?<=[日月年前][，,]))([一-鿿]{{2,6}}?)(?={_TIME}(?:{verbs}))", re.M
    )


_KIND = r"(?:公司|企业|平台|品牌|初创|独角兽|机构|厂商|车企|新势力|开发商|供应商|服务商|制造商|运营商)"


@cache
def _apposed() -> re.Pattern[str]:
    """An unknown word right after the word for its kind: `初创公司某某完成…`."""
    return re.compile(rf"{_KIND}(?![首新老大小全曾预])([一-鿿]{{3,7}}?)(?={_AFTER.pattern})")


@cache
def _owning() -> re.Pattern[str]:
    """An unknown word that has what firms have: `某某旗下`, `某某方面表示`."""
    had = (
        "旗下|方面(?:表示|称|回应|透露|否认)|官方(?:表示|称|宣布|回应)|股价|创始人|联合创始人|董事长|首席|CEO|App|APP"
        "|发言人|总部(?:位于|设)"
    )
    return re.compile(rf"(?:^|(?<=[，,。；;：:！？!?“”\n、]))([一-鿿]{{2,5}}?)(?:{had})", re.M)


_QUOTED = re.compile(rf"{_GOOD}[“「]([^”」\n]{{2,12}})[”」]")
_MODEL_NO = re.compile(
    rf"{_GOOD}([一-鿿]{{2,4}}[ ]?(?:[A-Z][A-Za-z]*[ ]?)?\d{{1,3}}(?:\.\d)?(?![\d年月日万亿%个款台]))"
)


def find_firms(text: str, registry: Registry) -> list[Candidate]:
    """Names of firms by trade word or by what they do, of products by their kind. Clean offsets.

    The characters that make the name must not be a common word, else the rule would fire on `国产芯片`.
    """
    out: list[Candidate] = []
    for match in _trade().finditer(text):
        start = match.start()
        if word_counts().get(text[start - 1 : start + 1], 0) >= _RARE:
            start += 1  # 对手|港讯科技
        stem, acts = text[start : match.end(1)], _acts_as_firm().match(text, match.end())
        sure = _is_trade_name(stem) and (_AFTER.match(text, match.end()) or _stands_alone(text, match, stem))
        if sure or (
            acts and not is_generic(stem) and not _FUNCTION & set(stem) and match.group() not in word_counts()
        ):
            out.append(_candidate((start, match.end()), text, "organization", "trade", registry))
    for match in _acting().finditer(text):
        name = _cut(text, match.start(1), match.group(1))
        rare = _is_trade_name(name[:2]) and (len(name) < 3 or _rare(name[-2:]))
        if rare and not (_FUNCTION | _NUMBER) & set(name):
            span = (match.start(1), match.start(1) + len(name))
            out.append(_candidate(span, text, "organization", "acting", registry))
    for how, form in (("apposed", _apposed()), ("owning", _owning())):
        for match in form.finditer(text):
            name = _cut(text, match.start(1), match.group(1))
            foreign = len(name) >= 4 and transliteration().issuperset(name)
            if foreign or (
                2 <= len(name) <= 5 and is_unheard_of(name, _ORDINARY if form is _apposed() else _RARE)
            ):
                span = (match.start(1), match.start(1) + len(name))
                out.append(_candidate(span, text, "organization", how, registry))
    for form in (_QUOTED, _MODEL_NO):
        for match in form.finditer(text):
            name = match.group(1)
            unheard = form is _QUOTED or is_unheard_of(re.sub("[^一-鿿].*", "", name))
            ordinary = (_FUNCTION | _NUMBER | _RATE) & set(name) or _PRICE.match(name)
            if unheard and _rare(name) and not ordinary:
                out.append(_candidate(match.span(1), text, "product", "named", registry))
    return out


def _cut(text: str, start: int, name: str) -> str:
    """The name without adverbs and times at its end, or a character of the next word (委|任)."""
    name = _TAIL.sub("", name)
    pair = text[start + len(name) - 1 : start + len(name) + 1]
    if len(name) > 2 and len(pair) == 2 and word_counts().get(pair, 0) >= _RARE:
        name = name[:-1]
    return name


def _stands_alone(text: str, match: re.Match[str], stem: str) -> bool:
    """Whether an unheard-of name ends here whatever follows: 珑岳手机|正式, but not in 某某汽|车站."""
    pair = text[match.end() - 1 : match.end() + 1]
    return is_unheard_of(stem) and word_counts().get(pair, 0) < _RARE


@cache
def _acts_as_firm() -> re.Pattern[str]:
    """What only a firm does or has, which makes even 蓝图汽车 the name of one."""
    verbs = (
        "宣布|发布|起诉|收购|表示|透露|回应|完成|首席|创始人|联合创始人|董事长|总裁|副总裁|总经理"
        "|CEO|CFO|CTO|COO|股价|财报"
    )
    return re.compile(rf"(?:{verbs})")


def is_unheard_of(name: str, frequent: int = _RARE) -> bool:
    """Whether no part of the name is a word that business news uses, or as `frequent` in general text."""
    if (_FUNCTION | _NUMBER) & set(name) or is_generic(name):
        return False
    parts = [name[i : i + n] for n in (2, 3, 4) for i in range(len(name) - n + 1)]
    modern = _modern()
    return all(word_counts().get(p, 0) < frequent and p not in modern for p in (name, *parts))


@cache
def _modern() -> frozenset[str]:
    return frozenset(words("modern_words.txt"))


def _is_trade_name(stem: str) -> bool:
    """Whether two or three characters can be a trade name: no common word, none inside, no function word."""
    if len(stem) < 2 or _FUNCTION & set(stem) or is_generic(stem) or not _rare(stem):
        return False
    if stem in _modern():
        return False
    return len(stem) == 2 or (_rare(stem[:2]) and _rare(stem[1:]))


def _rare(word: str) -> bool:
    return word_counts().get(word, 0) < _RARE


def _candidate(span: tuple[int, int], text: str, kind: str, how: str, registry: Registry) -> Candidate:
    return Candidate(*span, named_entity(text[slice(*span)], kind, registry), how)
