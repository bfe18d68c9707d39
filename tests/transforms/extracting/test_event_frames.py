"""Events of short made-up sentences on unrelated industries, beside the rows expected."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.event_cases import annotated, events
from transforms.extracting.clauses import split_clauses
from transforms.extracting.events import find_events

CASES = [
    # releases: a car, a game, an operating system
    ("远山汽车发布了晨星S7和晨星S9两款车型。", "O:远山汽车 R:晨星S7 R:晨星S9",
     ["release agent=远山汽车 object=晨星S7", "release agent=远山汽车 object=晨星S9"]),
    ("米兰工作室推出的星海销量突破100万。", "O:米兰工作室 R:星海", ["release agent=米兰工作室 object=星海"]),
    ("澄海科技联合白鹭资本推出了晨星OS。", "O:澄海科技 O:白鹭资本 R:晨星OS",
     ["partner agent=澄海科技 recipient=白鹭资本", "release agent=澄海科技 object=晨星OS"]),
    ("云雀由澄海科技开发，已于2024年上线。", "R:云雀 O:澄海科技",
     ["develop agent=澄海科技 object=云雀", "release agent=澄海科技 object=云雀"]),
    ("远山汽车宣布召回一批晨星S7。", "O:远山汽车 R:晨星S7", []),
    ("澄海科技推迟发布海豚4。", "O:澄海科技 R:海豚4", []),
    # what the object makes of a verb of publishing
    ("澄海科技公布了2024年第二季度财报，营收同比增长20%。", "O:澄海科技",
     ["report_results agent=澄海科技 object=2024年第二季度财报"]),
    ("花溪乳业发布公告称，公司拟募资20亿元。", "O:花溪乳业",
     ["publish agent=花溪乳业 object=公告", "raise_funds agent=花溪乳业 planned"]),
    # ends
    ("澄海科技终止了海豚3的开发。", "O:澄海科技 R:海豚3", ["cancel agent=澄海科技 object=海豚3"]),
    ("松涛航空宣布，将在2025年关闭位于南京的旧工厂。", "O:松涛航空 L:南京",
     ["announce agent=松涛航空 object=位于南京的旧工厂",
      "shutdown agent=松涛航空 object=位于南京的旧工厂 planned"]),
    # money
    ("澄海科技完成10亿元B轮融资，由白鹭资本领投，青石基金跟投。", "O:澄海科技 O:白鹭资本 O:青石基金",
     ["raise_funds agent=澄海科技 object=B轮融资", "invest agent=白鹭资本 object=澄海科技",
      "invest agent=青石基金 object=澄海科技"]),
    ("白鹭资本投资了蓝芯半导体和海风能源。", "O:白鹭资本 O:蓝芯半导体 O:海风能源",
     ["invest agent=白鹭资本 object=蓝芯半导体", "invest agent=白鹭资本 object=海风能源"]),
    ("白鹭汽车获得青石基金5亿美元投资。", "O:白鹭汽车 O:青石基金", ["invest agent=青石基金 object=白鹭汽车"]),
    ("澄海科技股价上涨5%，市值突破1000亿元。", "O:澄海科技",
     ["share_move agent=澄海科技 object=股价", "share_move agent=澄海科技 object=市值"]),
    ("受此影响，松涛航空股价收跌3%。", "O:松涛航空", ["share_move agent=松涛航空 object=股价"]),
    # ownership
    ("蓝芯半导体被澄海科技收购。", "O:澄海科技 O:蓝芯半导体", ["acquire agent=澄海科技 object=蓝芯半导体"]),
    ("澄海科技否认收购蓝芯半导体。", "O:澄海科技 O:蓝芯半导体",
     ["acquire agent=澄海科技 object=蓝芯半导体 not"]),
    ("如果澄海科技收购蓝芯半导体，行业格局将改变。", "O:澄海科技 O:蓝芯半导体",
     ["acquire agent=澄海科技 object=蓝芯半导体 hypothetical"]),
    ("澄海科技是否会收购蓝芯半导体？", "O:澄海科技 O:蓝芯半导体", []),
    ("花溪乳业拟以8亿元出售旗下冰淇淋业务给青石牧场。", "O:花溪乳业 O:青石牧场",
     ["acquire agent=青石牧场 object=冰淇淋业务 planned"]),
    # people
    ("澄海科技任命李明为首席财务官，前任首席财务官王芳已离职。", "O:澄海科技 P:李明 P:王芳",
     ["appoint agent=澄海科技 object=李明 target_org=澄海科技", "leave agent=王芳 source_org=澄海科技"]),
    ("花溪乳业创始人周岚卸任董事长，由赵峰接任。", "O:花溪乳业 P:周岚 P:赵峰",
     ["leave agent=周岚 source_org=花溪乳业", "appoint object=赵峰 target_org=花溪乳业"]),
    ("澄海科技失去了三位高管，包括李明和王芳。", "O:澄海科技 P:李明 P:王芳",
     ["lose agent=澄海科技 object=三位高管", "leave agent=李明 source_org=澄海科技",
      "leave agent=王芳 source_org=澄海科技"]),
    ("米兰工作室裁掉了数百名员工。", "O:米兰工作室", ["lay_off agent=米兰工作室 object=数百名员工"]),
    ("多位离职员工批评米兰工作室。", "O:米兰工作室", ["criticize agent=多位离职员工 object=米兰工作室"]),
    # law and authority
    ("松涛航空被民航局罚款500万元。", "O:松涛航空 O:民航局", ["regulate agent=民航局 object=松涛航空"]),
    ("欧盟委员会对远山汽车展开反垄断调查。", "O:远山汽车 O:欧盟委员会",
     ["regulate agent=欧盟委员会 object=远山汽车"]),
    ("星河科技对白鹭汽车提起诉讼。", "O:星河科技 O:白鹭汽车", ["sue agent=星河科技 object=白鹭汽车"]),
    ("澄海科技起诉远山汽车侵犯其专利。", "O:澄海科技 O:远山汽车", ["sue agent=澄海科技 object=远山汽车"]),
    # parties and parts
    ("松涛航空与北岭机场签署战略合作协议。", "O:松涛航空 O:北岭机场",
     ["partner agent=松涛航空 object=战略合作协议 recipient=北岭机场"]),
    ("澄海科技把电池技术授权给远山汽车使用。", "O:澄海科技 O:远山汽车",
     ["license agent=澄海科技 object=电池技术 recipient=远山汽车"]),
    ("澄海科技将云雀接入晨星S7。", "R:云雀 O:澄海科技 R:晨星S7",
     ["integrate agent=澄海科技 object=云雀 recipient=晨星S7"]),
    ("海豚3采用新工艺，性能领先于海豚2。", "R:海豚3 R:海豚2", ["benchmark agent=海豚3 object=海豚2"]),
    # stances that are nouns
    ("花溪乳业的做法引发了用户的强烈不满。", "O:花溪乳业", ["criticize agent=用户 object=花溪乳业的做法"]),
    ("该计划获得了李明的支持。李明对澄海科技提出了批评。", "O:澄海科技 P:李明",
     ["criticize agent=李明 object=澄海科技"]),
    ("远山汽车支持无线升级。", "O:远山汽车", []),
    ("星河科技首席执行官陈林宣布，公司将裁员10%，并关闭三座工厂。", "O:星河科技 P:陈林",
     ["lay_off agent=星河科技 planned", "shutdown agent=星河科技 object=三座工厂 planned"]),
    # nouns and modifiers that are no events
    ("开源社区欢迎训练数据，投资者和合作伙伴也在场。", "O:澄海科技", []),
    ("澄海科技的发布会吸引了开发者和支持者。", "O:澄海科技", []),
    # who leaves the subject out
    ("陈林曾任白鹭汽车总裁，2022年离开白鹭汽车后创办了星河科技。", "O:白鹭汽车 P:陈林 O:星河科技",
     ["leave agent=陈林 source_org=白鹭汽车", "found agent=陈林 object=星河科技"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), CASES, ids=[c[0] for c in CASES])
def test_events_of_a_sentence(text: str, names: str, expected: list[str]) -> None:
    assert events(text, names) == expected


def test_maker_of_a_thing_is_taken_from_elsewhere_in_the_article() -> None:
    text = "远山汽车的新款轿车晨星S7备受关注。晨星S7于2024年上市。"
    assert events(text, "O:远山汽车 R:晨星S7") == ["release agent=远山汽车 object=晨星S7"]


def test_an_event_told_twice_is_one() -> None:
    text = "远山汽车收购海风能源。交易完成后，远山汽车收购海风能源的消息震动业界。"
    assert events(text, "O:远山汽车 O:海风能源").count("acquire agent=远山汽车 object=海风能源") == 1


def test_trace_is_the_clause() -> None:
    text = "昨日天气晴朗，远山汽车发布了晨星S7，股民不以为意。"
    (event,) = find_events(split_clauses(annotated(text, "O:远山汽车 R:晨星S7")))
    assert text[event.trace.start : event.trace.end] == "远山汽车发布了晨星S7"
