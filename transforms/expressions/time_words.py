"""Fragments of the patterns of times: month and day numbers, hours, parts of a month, guards."""

from __future__ import annotations

CN = "[一二三四五六七八九]"
MONTH = rf"(?:1[0-2]|0?[1-9]|十[一二]?|{CN})"
DAY = rf"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十{CN}?|廿{CN}?|十{CN}?|{CN})"

# 号线, 日元, 月薪, 年级: words in which the letter of the unit is no unit
AFTER_DAY = (
    r"(?!线|楼|院|店|文件|机组|选手|球员|馆|厅|门|车|令|公告|公路|桥|矿|井"
    r"|元|圆|币|本(?![报刊台网社])|均|报(?![道导])|常|产|程|志|益|子|美|韩|系|语)"
)
AFTER_MONTH = r"(?!饼|亮|球|光|薪|季|子|票|嫂|租|牙|食|老|刊|台|龄|经|亏|坛|壤|历)"
YEAR_WORD = (
    r"年(?:度(?!假)|份|间(?<=19\d\d年间|20\d\d年间))?(?!代|级|历史|薪|轮|龄|华|货|糕|夜饭|画|味|间|多|余|来"
    r"|左右|以上|以下|以内|之久|内)"
)
_NOT_EARLY, _NOT_END, _NOT_LAST = r"(?![期步衷始级中创次])", r"(?![层部线特气盘])", r"(?![端梢尾])"
# 2024年中国, 7月中央: 中 opens the next word
_NOT_MIDDLE = r"(?![国央东期心部美日欧小共俄石兴信银金建证科铁企超考学秋方外])"
_EDGES = rf"初{_NOT_EARLY}|底{_NOT_END}|末{_NOT_LAST}|中{_NOT_MIDDLE}"

_DAY_PARTS = (
    "凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|午后|午间|当晚|早间|晚|早|夜里|夜"
)
_HOUR = r"(?:[01]?\d|2[0-4]|十[一二三]?|[一二三四五六七八九两])"
_MINUTE = rf"(?:[0-5]?\d|[一二三四五]?十{CN}?|[零〇]?{CN})"
_COLON = r"[:：][0-5]\d(?:[:：][0-5]\d)?"
_O_CLOCK = rf" ?[点时](?:{_MINUTE}分(?:{_MINUTE}秒)?|半|整|许|钟|[一三]刻"
_UNTIL = (
    rf"(?: ?[至到~-] ?(?:次日|第二天)?(?:{_DAY_PARTS})?{_HOUR}"
    rf"(?:[:：][0-5]\d| ?[点时](?:{_MINUTE}分|半|整|许|钟)?))?"
)
# after a day: 上午10时30分, 15:00, 晚
CLOCK = (
    rf"(?: ?(?:{_DAY_PARTS})(?: ?{_HOUR}(?:{_COLON}|{_O_CLOCK}|{_MINUTE}(?![\d年月日个人])|)))?"
    rf"| {{0,2}}{_HOUR}(?:{_COLON}|{_O_CLOCK}|(?![\d])))(?:左右|许)?)" + _UNTIL
)
# alone: a part of the day is needed, or hour and minute
LONE_CLOCK = (
    r"(?<![\d:：.])(?P<clockonly>"
    r"(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|午夜|午后|午间)"
    rf" ?{_HOUR}(?:{_COLON}|{_O_CLOCK})?(?:左右)?){_UNTIL}"
    rf"|[早晚] ?{_HOUR}(?:{_COLON}|{_O_CLOCK})?(?:左右)?){_UNTIL}"
    rf"|(?:[01]?\d|2[0-3])时{_MINUTE}分"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d ?[-~至到—–] ?(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:])"
    r"|(?:[01]?\d|2[0-3]):[0-5]\d(?=[开收]盘|开始|举行|起飞|抵达|发车|开赛|开播|准时|许|左右|[前后]|，)"
    r"|(?:(?<=[于在从自约])|(?<=时间)|(?<=时间 )|\A)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"
)
_WEEKDAY_NOTE = r"(?: ?[（(]?(?:周|星期|礼拜)[一二三四五六日天][)）]?)?"


def month_part(group: str) -> str:
    """Part of a month: 上旬, 初, 底."""
    return rf"(?P<{group}>上旬|中旬|下旬|上半月|下半月|{_EDGES}|月底|月初)"


def month_day(prefix: str) -> str:
    """Month with its day, or with a part of it; groups are named with the prefix."""
    return (
        rf"(?P<{prefix}month>{MONTH}) ?月(?:份)?{AFTER_MONTH}"
        rf"(?: ?(?P<{prefix}day>{DAY})(?: ?日| ?号{AFTER_DAY}|(?=[至~–—-] ?{DAY} ?[日号])"
        rf"|(?<=[一二三四五六七八九十][一二三四五六七八九十])(?=$|[，。；、！）]))"
        rf"{_WEEKDAY_NOTE}(?P<{prefix}clock>{CLOCK})?"
        rf"| ?{month_part(prefix + 'mpart')})?"
    )


# 苹果H1芯片, 奥迪Q3车型: letter and digit name a thing
_THINGS = "(?:芯片|处理器|协处理器|耳机|系列|车型|轿车|手机|相机|模型|机器人|套件|旗舰|SUV)"


def year_part(prefix: str) -> str:
    """Quarter, half, season or first months; groups are named with the prefix."""
    return (
        r"(?P<qend>第? ?[一二三四1-4] ?个?财?季度?(?:末|底)|第? ?[一二三四1-4] ?季度?初)"
        r"|第? ?(?P<quarter>[一二三四1-4]) ?(?:(?:(?<=第.)个|(?<=第 .)个)?财?季度|(?<=第.)财?季)"
        rf"|Q(?P<q>[1-4])(?![0-9A-Za-z])(?! ?{_THINGS})"
        r"|前(?P<quarters>[两三二23])个?季度|(?P<first>首季度?)"
        rf"|(?P<half>[上下])半年度?|H(?P<h>[12])(?![0-9A-Za-z])(?! ?{_THINGS})"
        r"|前(?P<nmonths>1[01]|[1-9]|十一?|[一两二三四五六七八九])个?月(?![日底初])"
        r"|(?P<season>[春夏秋冬])[季天]|(?P<season1>[春夏秋冬])(?=[，。、,的之至到]|末|初|招|节前|$)|(?<=[今去明年])(?P<season2>[春夏秋冬])(?!节|粮|收|种|虫|菜|令营|日|奥|晚|运|游|茶|播|耕)"
    ).replace("(?P<", f"(?P<{prefix}")


FUZZY = rf"年?(?P<fuzzy>{_EDGES}|终(?![端点])|岁末)"
