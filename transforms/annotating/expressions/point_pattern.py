"""The pattern of one point in time: year, part of a year, month, day, week, hour, in any usual mix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_CN = "[一二三四五六七八九]"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
_AFTER_DAY = r"(?!线|楼|院|店|文件|机组|选手|球员|馆|厅|门|车|令|公告|公路|桥|矿|井|元|圆|本|均|报|常|产|程|志|益|子|美|韩|系|语)"
_AFTER_MONTH = r"(?!饼|亮|球|光|薪|季|子|票|嫂|租|牙|食|老|刊|台|龄|经|亏|坛|壤|历)"
_YEAR_WORD = (
    r"年(?:度(?!假)|份)?(?!代|级|历史|薪|轮|龄|华|货|糕|夜饭|画|味|间|多|余|来|左右|以上|以下|以内|之久|内)"
)
_CLOCK_PART = r"凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|午后|午间|当晚|早间|晚|早|夜里|夜"
_HOUR = r"(?:[01]?\d|2[0-4]|十[一二三]?|[一二三四五六七八九两])"
_MINUTE = r"(?:[0-5]?\d|[一二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"
CLOCK = (
    rf"(?: ?(?:{_CLOCK_PART})(?: ?{_HOUR}(?:[:：][0-5]\d(?:[:：][0-5]\d)?| ?[点时](?:{_MINUTE}分(?:{_MINUTE}秒)?|半|整|许|钟|[一三]刻|{_MINUTE}(?![\d年月日个人])|)))?"
    rf"| {{0,2}}{_HOUR}(?:[:：][0-5]\d(?:[:：][0-5]\d)?| ?[点时](?:{_MINUTE}分(?:{_MINUTE}秒)?|半|整|许|钟|[一三]刻|(?![\d])))(?:左右|许)?)(?: ?[至到~-] ?(?:次日|第二天)?(?:{_CLOCK_PART})?{_HOUR}(?:[:：][0-5]\d| ?[点时](?:{_MINUTE}分|半|整|许|钟)?))?"
)
_WEEKDAY_NOTE = r"(?: ?[（(]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?"
_MONTH_PART = r"(?P<mpart>上旬|中旬|下旬|初(?![期步衷始级中创次])|底(?![层部线特气盘])|末(?![端梢尾])|中(?![国央东期心部美日欧小共俄石兴信银金建证科铁企超考学秋方外])|月底|月初)"


def _month_day(prefix: str) -> str:
    return (
        rf"(?P<{prefix}month>{MONTH}) ?月(?:份)?{_AFTER_MONTH}"
        rf"(?: ?(?P<{prefix}day>{DAY})(?: ?[日号]{_AFTER_DAY}|(?=[至~–—-] ?{DAY} ?[日号])){_WEEKDAY_NOTE}(?P<{prefix}clock>{CLOCK})?"
        rf"| ?{_MONTH_PART.replace('mpart', prefix + 'mpart')})?"
    )


_YEAR_PART = (
    r"(?P<qend>第? ?[一二三四1-4] ?个?财?季度?(?:末|底)|第? ?[一二三四1-4] ?季度?初)"
    r"|第? ?(?P<quarter>[一二三四1-4]) ?(?:个?财?季度|(?<=第.)财?季)|Q(?P<q>[1-4])(?![0-9])"
    r"|前(?P<quarters>[两三二23])个?季度|(?P<first>首季度?)"
    r"|(?P<half>[上下])半年度?|H(?P<h>[12])(?![0-9])"
    r"|前(?P<nmonths>1[01]|[1-9]|十一?|[一两二三四五六七八九])个?月(?![日底初])"
    r"|(?P<season>[春夏秋冬])[季天]|(?P<season1>[春夏秋冬])(?=[，。、,的之至到]|末|初|招|节前)"
)
_FUZZY = r"年?(?P<fuzzy>初(?![期步衷始级中创次])|底(?![层部线特气盘])|末(?![端梢尾])|终(?![端点])|中(?![国央东期心部美日欧小共俄石兴信银金建证科铁企超考学秋方外国])|岁末)"


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns by the character that they can begin with; `point_reader` reads their groups."""
    year = (
        rf"(?:公元)?(?P<year>[12]\d{{3}}|[一二][零〇一二三四五六七八九]{{3}}) ?{_YEAR_WORD}"
        rf"|(?P<fyear>(?:20)?\d\d) ?财(?:政)?年度?|FY ?(?P<fy>(?:20)?\d\d)(?!\d)|民国 ?(?P<roc>\d{{1,3}}|[一二三四五六七八九十百零]{{1,5}}) ?年"
        rf"|(?P<year2>\d\d) ?年(?= ?{MONTH} ?月(?!薪)|[初底末](?![期步层]))|(?<![\d.])(?P<year3>[6-9]\d|0\d)年(?=[，的代、]|$|[一-龥])(?!代|历史|来|前|后|间|时间|多|以|之|内|里|龄|的历史|的时间|左右|寿命|有余)"
        r"|(?P<bc>公元前) ?(?P<bcyear>\d{1,4}) ?年|公元(?P<ad>\d{1,4})年"
        r"|(?P<yrel>大前年|前年|去年|今年|本年度?|明年|大后年|后年|上一?年度?(?!年|级|来)|下一?年度?(?!级)|来年|上年同期|今(?=[春夏秋冬])|去(?=[春夏秋冬])|明(?=[春夏秋冬])|新年度)(?!级|轻|会报|报|夜饭|货)"
        r"|(?P<yctx>同年|次年|翌年|隔年|当年(?= ?\d|[一二三四五六七八九十]{1,2}月|[春夏秋冬]|年?[底末初]))"
        r"|(?P<yin>(?<![\d一二三四五六七八九十百千万两几数多半本\x1a])年内)"
    )
    tail = rf"(?:(?: ?的? ?|·)?(?:{_month_day('y')}|{_YEAR_PART}|{_FUZZY}|全年|同期))?"
    week = (
        r"(?P<week>上上个?|上一?个?|本|这一?个?|下下个?|下一?个?)(?:周|星期|礼拜)(?!期|边|围|岁|年|刊|转|报)(?:(?P<wday>[一二三四五六日天](?!个|次|共|度假))|(?P<wend>末))?(?:" + CLOCK + r")?"
        r"|(?<![每一二两三四五六七八九十双单隔近天0-9])(?:周|星期|礼拜)(?P<bday>[一二三四五六日天])(?![次个部期直般年月起些体度天0-9至到牌记]|连|均)(?P<bclock>" + CLOCK + ")?"
    )
    day = (
        rf"(?P<drel>大前天|前天|昨天|昨日|今天|今日(?!头条)|明天|明日(?!之星)|大后天|后天|昨晚|昨夜|今晚|今晨|今早|昨晨|明晚|明早|明晨|前晚)(?:{CLOCK})?"
        rf"|(?P<dctx>当天|当日|次日|翌日|同日|隔日|隔天|当晚|第二天)(?:{CLOCK})?"
    )
    quarter_rel = r"(?P<qrel>上一?个?|本|这一?个?|下一?个?)(?:财季|季度)(?!报)(?P<qrelend>末)?"
    month_rel = (
        rf"(?P<mrel>上上个?月|上个?月|上一个月|本月|这个月|当月|下下个月|下个?月|次月|同月|翌月)(?: ?的? ?(?:(?P<rday>{DAY}) ?[日号]{_AFTER_DAY}(?P<rclock>{CLOCK})?|{_MONTH_PART.replace('mpart', 'rmpart')}))?"
    )
    decade = (
        r"(?P<cent>1\d|2[01]|十[一二三四五六七八九]|二十一?|上个?|本)世纪(?:(?P<cdec>[1-9]0|[二三四五六七八九]十)年代)?(?P<cthird>初期?|末期?|中叶|中期|后期|前期|早期)?"
        r"|(?P<dec4>(?:1[5-9]|20)\d0) ?年代(?P<dthird>初期?|末期?|中期|后期|前期|早期)?"
        r"|(?<![\d一二三四五六七八九十])(?P<dec2>[1-9]0|[二三四五六七八九]十) ?(?:年代|后代)(?P<d2third>初期?|末期?|中期|后期|前期|早期)?"
    )
    iso = (
        r"(?<![\d.])(?P<iy>(?:19|20)\d\d)(?:(?P<sep>[-/.])(?P<im>1[0-2]|0?[1-9])(?P=sep)(?P<id>3[01]|[12]\d|0?[1-9])(?!\d)日?|(?:[-/])(?P<im2>1[0-2]|0[1-9])(?![\d/.-]))"
        r"(?:[T ]?\d{1,2}:\d\d(?::\d\d)?)?"
        r"|(?<![A-Za-z\d])(?P<cy>(?:19|20)\d\d)(?P<cm>1[0-2]|0[1-9])(?P<cd>3[01]|[12]\d|0[1-9])(?![\dA-Za-z])(?![亿万元个人名条次])"
    )
    bare_day = rf"(?<![\d.\x1a第初])(?P<day>{DAY}) ?(?:日|号(?=[，。、；！？\s上下晚凌中早发宣在当至到开举的前后]|讯|电|$)){_AFTER_DAY}(?!内|后|前|之内|以内|游|龄|间|起火|均|元|圆)(?P<dclock>{CLOCK})?"
    month_part = r"(?<![\d一二三四五六七八九十个上下本这当每同年次\x1a])月(?P<barepart>初|底|末(?!端)|中旬|上旬|下旬)(?!线)"
    clock = rf"(?<![\d:：.])(?P<clockonly>(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|午后|午间) ?{_HOUR}(?:[:：][0-5]\d(?:[:：][0-5]\d)?| ?[点时](?:{_MINUTE}分|半|整|许|钟|[一三]刻)?(?:左右)?)(?: ?[至到~-] ?(?:次日)?(?:{_CLOCK_PART})?{_HOUR}(?:[:：][0-5]\d| ?[点时](?:{_MINUTE}分|半|整|许|钟)?))?|(?:[01]?\d|2[0-3])时{_MINUTE}分)"
    fuzzy = r"(?<![今去明前后上每当同\d\x1a])年(?P<bfuzzy>初|底|末|中)(?![期步衷始级层部线特端考国奖薪报审级检货])"
    month_day = rf"(?<![\d.])(?:{_month_day('m')})"
    year_part = _YEAR_PART.replace("(?P<", "(?P<s_")
    numerals, cn = "0123456789", "一二三四五六七八九十廿"
    kinds = (
        (numerals, iso),
        (numerals + cn + "上本", decade),
        (numerals + "一二公民F大前去今本明后上下来新同次翌隔当年", f"(?:{year}){tail}"),
        ("上本这当下次同翌", month_rel),
        ("上本这下", quarter_rel),
        ("上本这下周星礼", week),
        ("大前昨今明后当次翌同隔第", day),
        (numerals + cn, month_day),
        ("1234第一二三四Q前首上下H春夏秋冬", f"(?:{year_part})"),
        ("年", fuzzy),
        (numerals + cn, bare_day),
        ("月", month_part),
        (numerals + "凌清早上中下傍晚夜深午", clock),
    )
    by_first: dict[str, list[re.Pattern[str]]] = {}
    for firsts, pattern in kinds:
        compiled = re.compile(pattern)
        for char in firsts:
            by_first.setdefault(char, []).append(compiled)
    return {char: tuple(patterns) for char, patterns in by_first.items()}


class Groups(dict[str, str | None]):
    """Named groups of a match; a name of another pattern is None."""

    def __missing__(self, key: str) -> None:
        return None


@dataclass(frozen=True, slots=True)
class PointMatch:
    """A point as matched: the text up to `end` and its named parts."""

    end: int
    text: str
    groups: Groups


def match_point(view: str, at: int) -> PointMatch | None:
    """The first kind of point that matches at `at`; the order of kinds settles what two could read."""
    for pattern in _patterns().get(view[at : at + 1], ()):
        found = pattern.match(view, at)
        if found and found.end() > at:
            return PointMatch(found.end(), found[0], Groups(found.groupdict()))
    return None
