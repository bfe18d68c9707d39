"""How an article states something: as done, planned, reported, expected, supposed, or denied."""

from __future__ import annotations

import re
from typing import cast

from transforms.facts import Modality, Polarity

_HYPOTHETICAL = re.compile(r"(?:^|[，,。])(?:如果|若|一旦|倘若|假如|要是|除非|假设|即使)|是否(?=[^，,]*$)")
_REPORTED = re.compile(
    r"据(?!此|点|守|悉的).{0,20}?(?:报道|消息|透露|称|了解|悉|介绍|爆料|统计)|传闻|据传|据悉|传出|曝出|消息称|知情人士|疑似|或(?:将|在|于)"
)
_PLANNED = re.compile(
    r"(?:将(?!军|近|信|[\ue000-\ue004其它])|拟|计划|打算|即将|准备|筹备|有意|旨在|目标是|致力于|承诺|宣布将|未来将|正考虑|考虑|要(?=[搞推发开建]))"
    r"[^，,。]{0,12}$"
)
_FORECAST = re.compile(
    r"(?:预计|预期|有望|料将|预测|或将|可能会?|也许|估计|势必|会(?=[^，,。议]{0,6}$))[^，,。]{0,14}$"
)
_NEGATIVE = re.compile(
    r"(?:没有|没能|没(?!错)|未能|未曾|尚未|并未|未(?=[^来])|从未|不再|不会|不(?=[^断仅但过得止少久同料])|拒绝|否认|并非|停止|无法|暂停|放弃)[^，,。]{0,6}$"
)


def modality(before: str, sentence: str = "") -> Modality:
    """Modality of what a trigger states, from the masked words before it in its clause and its sentence.

    Precedence: hypothetical, forecast, planned, reported, actual.
    """
    for cue, name in ((_HYPOTHETICAL, "hypothetical"), (_FORECAST, "forecast"), (_PLANNED, "planned")):
        if cue.search(before):
            return cast(Modality, name)
    return "reported" if _REPORTED.search(sentence) else "actual"


def polarity(before: str) -> Polarity:
    """`negative` where a word of denial governs what follows."""
    return "negative" if _NEGATIVE.search(before) else "positive"
