"""The patterns of one point in time: year, part of a year, month, day, week, hour, in any usual mix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.expressions.festivals import festival_firsts, festival_pattern
from transforms.expressions.time_words import (
    AFTER_DAY,
    CLOCK,
    CN,
    DAY,
    FUZZY,
    LONE_CLOCK,
    MONTH,
    YEAR_WORD,
    month_day,
    month_part,
    year_part,
)

_THIRD = "初期?|末期?|中叶|中期|后期|前期|早期"


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Patterns by the character that they can begin with; `point_reader` reads their groups."""
    year = (
        rf"(?:公元)?(?P<year>[12]\d{{3}}|[一二][零〇一二三四五六七八九]{{3}}) ?{YEAR_WORD}"
        r"|(?:20\d\d/)?(?P<fyear>(?:20)?\d\d) ?财(?:政)?年度?|FY ?(?P<fy>(?:20)?\d\d)(?!\d)"
        r"|民国 ?(?P<roc>\d{1,3}|[一二三四五六七八九十百零]{1,5}|元) ?年"
        rf"|(?P<year2>\d\d) ?年(?= ?{MONTH} ?月(?!薪)|[初底末](?![期步层]))"
        r"|(?<![\d.])(?P<year3>[6-9]\d|0\d)年(?=[，的代、]|$|[一-龥])"
        r"(?!代|历史|来|前|后|间|时间|多|以|之|内|里|龄|的历史|的时间|左右|寿命|有余)"
        r"|(?<![\d一二三四五六七八九十百千万零〇第])(?P<year4>[零〇][〇零一二三四五六七八九]|九[〇零一二三四五六七九])年"
        r"(?=[，的代、初底末]|$|[一-龥])(?!代|历史|来|前|后|间|多|以|之|内|里|龄|级)"
        r"|(?P<bc>公元前) ?(?P<bcyear>\d{1,4}) ?年|公元(?P<ad>\d{1,4})年"
        r"|(?P<yrel>大前年|前年|去年|今年|本年度?|明年|大后年|后年|上一?年度?(?!年|级|来)"
        r"|下一?年度?(?!级)|来年|上年同期|[本上下]一?个?财(?:政)?年度?|[今去明](?=[春夏秋冬])|新年度)(?!级|轻|会报|报|夜饭|货)"
        r"|(?P<yctx>同年|次年|翌年|隔年"
        r"|当年(?![度报会轻]))"
        r"|(?P<yin>(?<![\d一二三四五六七八九十百千万两几数多半本\x1a])年内)"
    )
    parts = f"{festival_pattern(after_year=True)}|{month_day('y')}|{year_part('')}|{FUZZY}"
    parts += "|全年|同期|(?P<samemonth>同月)"
    tail = rf"(?:(?: ?的? ?|·)?(?:{parts}))?"
    week = (
        r"(?P<week>上上个?|上一?个?|本|这一?个?|下下个?|下一?个?)(?:周|星期|礼拜)"
        r"(?!期|边|围|岁|年|刊|转|报)"
        rf"(?:(?P<wday>[一二三四五六日天](?!个|次|共|度假))|(?P<wend>末))?(?:{CLOCK})?"
        r"|(?<![每一二两三四五六七八九十双单隔近天0-9])(?:周|星期|礼拜)(?P<bday>[一二三四五六日天])"
        rf"(?![次个部期直般年月起些体度天0-9至到牌记]|连|均)(?P<bclock>{CLOCK})?"
    )
    day = (
        r"(?P<drel>大前天|前天|昨天|昨日|今天|今日(?!头条)|明天|明日(?!之星)|大后天|后天"
        rf"|昨晚|昨夜|今晚|今晨|今早|昨晨|明晚|明早|明晨|前晚)(?:{CLOCK})?"
        rf"|(?P<dctx>当天|当日|次日|翌日|同日|隔日|隔天|当晚|第二天)(?:{CLOCK})?"
    )
    quarter_rel = r"(?P<qrel>上一?个?|本|这一?个?|下一?个?)"
    quarter_rel += r"(?:(?:财季|季度)(?!报)(?P<qrelend>末)?|(?<=[上本下])季(?![度军节后中赛前风票刊]))"
    month_rel = (
        r"(?P<mrel>上上个?月|上个?月|上一个月|本月|这个月|当月|下下个月|下个?月|次月|同月|翌月)"
        rf"(?: ?的? ?(?:(?P<rday>{DAY}) ?[日号]{AFTER_DAY}(?P<rclock>{CLOCK})?|{month_part('rmpart')}))?"
    )
    decade = (
        rf"(?P<cent>1\d|2[01]|十{CN}|二十一?|上个?|本)世纪"
        rf"(?:(?P<cdec>[1-9]0|[二三四五六七八九]{{1,2}}十)年代)?(?P<cthird>{_THIRD})?"
        rf"|(?P<dec4>(?:1[5-9]|20)\d0) ?年代(?P<dthird>{_THIRD})?"
        r"|(?<![\d一二三四五六七八九十])(?P<dec2>[1-9]0|[二三四五六七八九]{1,2}十) ?年代"
        rf"(?P<d2third>{_THIRD})?"
    )
    month_number, day_number = r"1[0-2]|0?[1-9]", r"3[01]|[12]\d|0?[1-9]"
    iso = (
        rf"(?<![\d.])(?P<iy>(?:19|20)\d\d)(?:(?P<sep>[-/.])(?P<im>{month_number})(?P=sep)"
        rf"(?P<id>{day_number})(?!\d)日?|(?:[-/])(?P<im2>1[0-2]|0[1-9])(?![\d/.-]))"
        r"(?:[T ]?\d{1,2}:\d\d(?::\d\d)?)?"
        r"|(?<![A-Za-z\d])(?P<cy>(?:19|20)\d\d)(?P<cm>1[0-2]|0[1-9])(?P<cd>3[01]|[12]\d|0[1-9])"
        r"(?![\dA-Za-z])(?![亿万元个人名条次])"
        rf"|(?<![\d./])(?P<sy>\d\d)/(?P<sm>{month_number})/(?P<sd>{day_number})(?![\d/])"
        rf"|(?:(?<=[于在至自从到])|(?<=截至 ))(?P<sm2>{month_number})/(?P<sd2>{day_number})(?![\d/]|的)"
        rf"|(?<![\d./])(?P<sm3>{month_number})/(?P<sd3>{day_number})(?=日|[早晚上下]|晨|开盘|收盘|消息|讯)日?"
    )
    bare_day = (
        rf"(?<![\d.\x1a第初])(?P<day>{DAY}) ?(?:日"
        rf"|号(?=[，。、；！？\s上下晚凌中早发宣在当至到开举的前后]|讯|电|$)){AFTER_DAY}"
        rf"(?!内|后|前|之内|以内|游|龄|间|起火|均|元|圆)(?P<dclock>{CLOCK})?"
    )
    weekend = (
        r"(?<![个每逢双单])(?P<lonewend>周末)"
        r"(?=$|[，。,；、！]|[的在将里]|期间|举行|前后|到来|假期|两天|晚|上午|下午)"
    )
    quarter_code = r"(?<![\dA-Za-z.])(?P<qcode>[1-4])Q ?(?P<qcodeyear>20\d\d|\d\d)?(?![\dA-Za-z])"
    part_of_month = (
        r"(?<![\d一二三四五六七八九十个上下本这当每同年次正腊\x1a])月"
        r"(?P<barepart>初|底|末(?!端)|中旬|上旬|下旬)(?!线)"
    )
    part_of_month += r"|(?P<halfmonth>[上下]半月)(?![刊谈板])"
    part_of_year = (
        r"(?<![今去明前后上每当同\d\x1a])年(?P<bfuzzy>初|底|末|中)"
        r"(?![期步衷始级层部线特端考国奖薪报审检货])"
    )
    numerals, cn = "0123456789", "一二三四五六七八九十廿"
    kinds = (
        (numerals, iso),
        (festival_firsts(), festival_pattern(after_year=False)),
        (numerals + cn + "上本", decade),
        (numerals + "零〇九一二公民F大前去今本明后上下来新同次翌隔当年", f"(?:{year}){tail}"),
        ("上本这当下次同翌", month_rel),
        ("上本这下", quarter_rel),
        (numerals, quarter_code),
        ("周", weekend),
        ("上本这下周星礼", week),
        ("大前昨今明后当次翌同隔第", day),
        (numerals + cn, rf"(?<![\d.])(?:{month_day('m')})"),
        ("1234第一二三四Q前首上下H春夏秋冬", f"(?:{year_part('s_')})"),
        ("年", part_of_year),
        (numerals + cn, bare_day),
        ("月上下", part_of_month),
        (numerals + "凌清早上中下傍晚夜深午", LONE_CLOCK),
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
