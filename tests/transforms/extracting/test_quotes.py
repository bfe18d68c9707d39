"""Who said what: direct and indirect, before and after the words, named, anonymous and credited."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.extracting.clauses import split_clauses
from transforms.extracting.quotes import find_quotes


def quotes(text, annotate_text):
    found = find_quotes(split_clauses(annotate_text(text)))
    for quote in found:
        assert text[quote.trace.start : quote.trace.end] == quote.text
    return found


def shown(text, annotate_text):
    out = []
    for q in quotes(text, annotate_text):
        who, how = q.speaker.phrase or q.speaker.entity.name, "direct" if q.direct else "indirect"
        out.append(f"{who}|{q.verb}|{how}|{q.text}")
    return out


QUOTES = {
    "a quotation led by its speaker does not take the next one's words": (
        "陈立在会上说:“我们会继续投入。”他透露,新厂将在明年投产。",
        ["陈立|说|direct|我们会继续投入。", "陈立|透露|indirect|新厂将在明年投产"],
    ),
    "reported words that a quotation follows": (
        "陈立在会上称,明年的产能已全部售罄,“我们还在谈后年的。”",
        ["陈立|称|indirect|明年的产能已全部售罄", "陈立|称|direct|我们还在谈后年的。"],
    ),
    "quoted words that end the reported ones": (
        "陈立在会上称,首要目标是提高良率,“让每一片都能用”。",
        ["陈立|称|indirect|首要目标是提高良率,“让每一片都能用”", "陈立|称|direct|让每一片都能用"],
    ),
    "an answer": (
        "被问及是否出售,陈立笑着回答:“没有人来问过。”",
        ["陈立|回答|direct|没有人来问过。"],
    ),
    "nameless sources": (
        "据知情人士透露,微软正考虑出售这项业务。",
        ["知情人士|透露|indirect|微软正考虑出售这项业务"],
    ),
    "by what someone says": (
        "按照陈立的说法,约一半资金会投到研发。",
        ["陈立|说法|indirect|约一半资金会投到研发"],
    ),
    "a short answer in quotation marks": ("微软回应称“不属实”。", ["微软|回应称|direct|不属实"]),
    "denied, and what is said instead": (
        "微软否认停工,称“各项工作正常推进,没有变化”。",
        ["微软|称|direct|各项工作正常推进,没有变化"],
    ),
    "to add, before a pause only": (
        "陈立补充,公司今年不会再裁员。微软补充流动资金两亿元。",
        ["陈立|补充|indirect|公司今年不会再裁员"],
    ),
    "that employee is the one of before": (
        "一位不愿具名的员工表示,补偿方案已经公布。该员工说:“大家都不意外。”",
        [
            "一位不愿具名的员工|表示|indirect|补偿方案已经公布",
            "一位不愿具名的员工|说|direct|大家都不意外。",
        ],
    ),
    "direct, speaker before": (
        "陈立在微聊上写道:“我们会继续投入,直到成功。”",
        ["陈立|写道|direct|我们会继续投入,直到成功。"],
    ),
    "direct, speaker after": (
        "“我们不会降价,这很明确。”陈立说。",
        ["陈立|说|direct|我们不会降价,这很明确。"],
    ),
    "direct, split around the speaker": (
        "“市场还在变化,”陈立表示,“但我们准备好了,也不担心。”",
        ["陈立|表示|direct|市场还在变化,", "陈立|表示|direct|但我们准备好了,也不担心。"],
    ),
    "direct, in corner brackets": (
        "陈立说:「我们不会降价,这很明确。」",
        ["陈立|说|direct|我们不会降价,这很明确。"],
    ),
    "indirect": ("陈立认为,换电站将在明年盈利。", ["陈立|认为|indirect|换电站将在明年盈利"]),
    "indirect, by several": (
        "华为和微软均表示,供应将在下半年恢复。",
        ["华为|表示|indirect|供应将在下半年恢复", "微软|表示|indirect|供应将在下半年恢复"],
    ),
    "indirect, by pronoun": (
        "陈立出席。他说,估值不是重点,产品才是重点。",
        ["陈立|说|indirect|估值不是重点,产品才是重点"],
    ),
    "indirect, then on": (
        "陈立表示,新车交付已经过万,并强调产能仍在快速爬坡。",
        ["陈立|表示|indirect|新车交付已经过万", "陈立|强调|indirect|产能仍在快速爬坡"],
    ),
    "a group": (
        "微软的研究人员表示,新模型的成本会下降。",
        ["微软的研究人员|表示|indirect|新模型的成本会下降"],
    ),
    "anonymous": (
        "一位不愿具名的员工表示,工厂早已停止招聘。",
        ["一位不愿具名的员工|表示|indirect|工厂早已停止招聘"],
    ),
    "told to a reporter": (
        "多名员工告诉记者,工厂从去年起就没有发奖金。",
        ["多名员工|告诉|indirect|工厂从去年起就没有发奖金"],
    ),
    "medium in title marks": (
        "《晨报》报道,华为计划推出折叠屏手机。",
        ["晨报|报道|indirect|华为计划推出折叠屏手机"],
    ),
    "data": (
        "美泰的数据显示,旗下应用的活跃用户持续增长。",
        ["美泰|显示|indirect|旗下应用的活跃用户持续增长"],
    ),
    "noun of saying": (
        "陈立的看法是:“价格战没有赢家,只有输家。”",
        ["陈立|看法|direct|价格战没有赢家,只有输家。"],
    ),
    "nothing said": ("微软未回应置评请求,陈立拒绝透露项目的预算和时间。", []),
    "a thing does not speak": ("微聊显示,网络连接已经断开了。", []),
    "no verb of saying in another word": ("微软被称为巨头,陈立的说法众所周知。", []),
    "a name in marks is no speech": ("华为发布“晨光”手机。", []),
}


@pytest.mark.parametrize(("text", "expected"), QUOTES.values(), ids=QUOTES)
def test_quotes(text, expected, annotate_text):
    assert shown(text, annotate_text) == expected


def test_what_is_known_of_a_carried_speaker_is_a_reason(annotate_text):
    reasons = {
        q.text: q.trace.reasons
        for q in quotes("陈立说,市场还会继续变化。他说,价格战没有赢家。", annotate_text)
    }
    assert reasons == {"市场还会继续变化": (), "价格战没有赢家": ("subject by pronoun",)}


def test_where_and_when_it_was_said(annotate_text):
    (quote,) = quotes("陈立在投资者大会上表示,供应将恢复正常。", annotate_text)
    assert quote.venue == "投资者大会"
    (quote,) = quotes("陈立3月5日表示,供应将恢复正常。", annotate_text)
    assert quote.said.edtf == "2025-03-05"


def test_a_named_venue(annotate_text):
    (quote,) = quotes("陈立在微聊上表示,供应将恢复正常。", annotate_text)
    assert quote.venue == "微聊"


MENDED = {
    "the rest after 告诉记者": (
        "“价格不会变,真的不会,”陈立告诉记者,“至少今年不会变。”",
        ["陈立|告诉|direct|价格不会变,真的不会,", "陈立|告诉|direct|至少今年不会变。"],
    ),
    "short when masked, long when read": (
        "据晨报报道,英伟达将裁员两万人。",
        ["晨报|报道|indirect|英伟达将裁员两万人"],
    ),
    "credited medium": (
        "据晨报报道,华为计划推出折叠屏手机。",
        ["晨报|报道|indirect|华为计划推出折叠屏手机"],
    ),
    "one statement, one quote": (
        "晨报援引知情人士的话报道称,华为计划推出折叠屏手机。",
        ["晨报|报道|indirect|华为计划推出折叠屏手机"],
    ),
    "a verb and its noun are one": (
        "微软对此回应称:“报道不属实,我们没有裁员。”",
        ["微软|回应称|direct|报道不属实,我们没有裁员。"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MENDED.values(), ids=MENDED)
def test_quotes_once_read_wrongly(text, expected, annotate_text):
    assert shown(text, annotate_text) == expected


PIECES = (
    "微软 华为 陈立 说 表示 称 ： “ ” ” 10% ， 。"
    " \n 他 据 报道 数据显示 告诉 并 认为 的看法是 有知情人士 3月5日 不会降价 供应不足"
).split(" ")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_the_words_stand_where_the_trace_says(annotate_text, text):
    for quote in quotes(text, annotate_text):
        assert quote.text and (quote.speaker.entity or quote.speaker.phrase)
