"""The value of a Chinese numeral: 三千零五, 一亿二千万, 三万五, 二〇二四, 叁佰."""

from __future__ import annotations

DIGITS = {char: n for n, char in enumerate("零一二三四五六七八九")}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_FORMS = str.maketrans(
    {
        **dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True)),
        **dict(zip("〇两俩仨弍弎", "零二二三二三", strict=True)),
        "廿": "二十",
        "卅": "三十",
    }
)
DIGIT_CHARS = "零〇一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖"
SCALE_CHARS = "十百千万亿兆廿卅拾佰仟"


def plain(numeral: str) -> str:
    """The numeral in everyday characters, one for each digit and scale."""
    return numeral.translate(_FORMS)


def scale_value(scales: str) -> int:
    """Product of a run of scales: 千万 → 10000000, 万亿 → 1000000000000; 1 for the empty run."""
    value = 1
    for char in plain(scales):
        value *= SCALES[char]
    return value


def chinese_integer(numeral: str) -> int | None:
    """Value of a well-formed numeral, else None.

    Digits alone are read one by one (二〇二四). A last digit without its scale stands one scale below the one
    before it, as spoken: 三万五 = 35000, 一百二 = 120.
    """
    chars = plain(numeral)
    if not chars or any(char not in DIGITS and char not in SCALES for char in chars):
        return None
    if all(char in DIGITS for char in chars):
        return int("".join(str(DIGITS[char]) for char in chars))
    if chars[0] == "零" and chars[1] not in DIGITS:
        return None  # 零百加速
    total = part = small = 0  # finished 兆/亿 parts, 万 part since, below 万
    digit: int | None = None
    last_scale = 0  # scale just before a pending digit; 0 after 零
    for char in chars:
        if char in DIGITS:
            if digit not in (None, 0):
                return None
            if char == "零":
                last_scale = 0
            digit = DIGITS[char]
            continue
        scale = SCALES[char]
        if scale < 10**4:
            if small % (scale * 10):
                return None
            small += (digit if digit else 1) * scale
        elif scale == 10**4:
            small += digit or 0
            part += (small or 1) * scale
            small = 0
        else:
            section = part + small + (digit or 0)
            if not section and total:
                total *= scale
            else:
                total += (section or 1) * scale
            part = small = 0
        digit, last_scale = None, scale
    if digit:
        spoken = last_scale >= 100
        small += digit * (last_scale // 10 if spoken else 1)
    return total + part + small
