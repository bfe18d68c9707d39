"""Turns of phrase that hide who does what: each in two industries, some beside a look-alike."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.event_cases import events

STAFF = [
    (
        "北岭软件由星河科技前员工创立。",
        "O:北岭软件 O:星河科技",
        ["found agent=星河科技前员工 object=北岭软件"],
    ),
    (
        "由花溪乳业前高管创办的公司青石食品，去年融资2亿元。",
        "O:花溪乳业 O:青石食品",
        ["found agent=花溪乳业前高管 object=青石食品", "raise_funds agent=青石食品"],
    ),
    (
        "星河科技从松涛航空挖来总监，其中包括设计师李明，他将出任总裁。王芳到场。",
        "O:星河科技 P:李明 P:王芳",
        ["appoint object=李明 target_org=星河科技 planned"],
    ),
    (
        "王芳2021年加入北岭软件。2023年，她在李明出差期间代管公司。2024年，她离开北岭软件。",
        "P:王芳 P:李明 O:北岭软件",
        ["join agent=王芳 target_org=北岭软件", "leave agent=王芳 source_org=北岭软件"],
    ),
]

LAW = [
    ("欧盟就星河科技涉嫌违规开出2亿欧元罚单。", "L:欧盟 O:星河科技", ["regulate agent=欧盟 object=星河科技"]),
    (
        "民航局就松涛航空未及时退票开出罚单。",
        "O:民航局 O:松涛航空",
        ["regulate agent=民航局 object=松涛航空"],
    ),
    ("监管局可对松涛航空处以罚款。", "O:监管局 O:松涛航空", []),
    (
        "投资者李明向上海法院起诉花溪乳业。",
        "P:李明 O:花溪乳业",
        ["sue agent=李明 object=花溪乳业 place=上海法院"],
    ),
    (
        "松涛航空将向最高法院提起上诉。",
        "O:松涛航空 O:最高法院",
        ["other agent=松涛航空 place=最高法院 planned"],
    ),
    (
        "公安局禁止松涛航空售票，该公司起诉北岭软件。",
        "O:公安局 O:松涛航空 O:北岭软件",
        ["restrict agent=公安局 object=售票 recipient=松涛航空", "sue agent=松涛航空 object=北岭软件"],
    ),
]

MONEY = [
    (
        "花溪乳业此前对青石食品承诺投资3亿元。",
        "O:花溪乳业 O:青石食品",
        ["invest agent=花溪乳业 object=青石食品 planned"],
    ),
    ("募集资金将主要用于新厂建设。", "O:花溪乳业", []),
    ("花溪乳业以2亿元收购了上元食品63%的股份。", "O:花溪乳业", ["acquire agent=花溪乳业 object=上元食品"]),
    ("松涛航空买下了海风货运剩余51%股权。", "O:松涛航空", ["acquire agent=松涛航空 object=海风货运"]),
    (
        "花溪乳业正在推进收购青石食品的交易。",
        "O:花溪乳业 O:青石食品",
        ["acquire agent=花溪乳业 object=青石食品 planned"],
    ),
    ("栖霞汽车市值首次突破1万亿元。", "O:栖霞汽车", ["share_move agent=栖霞汽车 object=市值"]),
    (
        "花溪乳业市值跌破100亿元。松涛航空市值超过90亿元。",
        "O:花溪乳业 O:松涛航空",
        ["share_move agent=花溪乳业 object=市值"],
    ),
    (
        "松涛航空公布8月销售数据。栖霞汽车公布三季度交付数据。",
        "O:松涛航空 O:栖霞汽车",
        [
            "report_results agent=松涛航空 object=8月销售数据",
            "report_results agent=栖霞汽车 object=三季度交付数据",
        ],
    ),
]

THINGS = [
    ("山猫S6首发晨光C1。", "R:山猫S6 R:晨光C1", ["integrate object=晨光C1 recipient=山猫S6"]),
    ("栖霞汽车首发山猫S6。", "O:栖霞汽车 R:山猫S6", ["release agent=栖霞汽车 object=山猫S6"]),
    (
        "李明接手后，他便取消了在德国和波兰的建厂计划。",
        "P:李明 L:德国 L:波兰",
        ["cancel agent=李明 object=德国和波兰的建厂计划"],
    ),
    ("松涛航空取消了新支线客机的研发。", "O:松涛航空", ["cancel agent=松涛航空 object=新支线客机的研发"]),
    (
        "松涛航空对子公司松涛货运进行架构调整。",
        "O:松涛航空 O:松涛货运",
        ["reorganize agent=松涛航空 object=松涛货运"],
    ),
    ("北岭软件对研发团队进行架构调整。", "O:北岭软件", ["reorganize agent=北岭软件 object=研发团队"]),
]

PLANS = [
    (
        "花溪乳业宣布，将在匈牙利建设第二座工厂。",
        "O:花溪乳业 L:匈牙利",
        ["announce agent=花溪乳业 object=匈牙利建设第二座工厂"],
    ),
    (
        "松涛航空此前宣布，计划明年开通直飞航线。",
        "O:松涛航空",
        ["announce agent=松涛航空 object=明年开通直飞航线"],
    ),
    ("花溪乳业被商务部列入一份观察名单。", "O:花溪乳业 O:商务部", ["regulate agent=商务部 object=花溪乳业"]),
    (
        "交通部将松涛航空列入失信名单。松涛航空将安全列入议程。",
        "O:交通部 O:松涛航空",
        ["regulate agent=交通部 object=松涛航空"],
    ),
    ("花溪乳业随后对此提起诉讼。", "O:花溪乳业", ["sue agent=花溪乳业"]),
    (
        "2024年3月上市的山猫S6由前设计师李明主持设计。",
        "R:山猫S6 P:李明",
        ["develop agent=李明 object=山猫S6"],
    ),
    (
        "松涛航空计划在东京设立办事处。",
        "O:松涛航空 L:东京",
        ["found agent=松涛航空 object=办事处 place=东京 planned"],
    ),
    (
        "白鹭资本合伙人李明在投资备忘录里写道。印尼投资部长王芳出席仪式。",
        "O:白鹭资本 P:李明 P:王芳 L:印尼",
        [],
    ),
    ("青石食品2025年刚刚融到8000万美元。", "O:青石食品", ["raise_funds agent=青石食品"]),
    ("北岭软件融得3亿元。", "O:北岭软件", ["raise_funds agent=北岭软件"]),
    (
        "青石食品的投资方包括白鹭资本和海风基金。",
        "O:青石食品 O:白鹭资本 O:海风基金",
        ["invest agent=白鹭资本 object=青石食品", "invest agent=海风基金 object=青石食品"],
    ),
    ("北岭软件的主要股东包括星河科技。", "O:北岭软件 O:星河科技", ["invest agent=星河科技 object=北岭软件"]),
    ("花溪乳业股价昨日升2.8%，收报61元。", "O:花溪乳业", ["share_move agent=花溪乳业 object=股价"]),
    (
        "松涛航空与海风货运达成协议，海风货运将旗下地勤业务以3亿元的价格出售给后者。",
        "O:松涛航空 O:海风货运",
        ["partner agent=松涛航空 recipient=海风货运", "acquire agent=松涛航空 object=地勤业务"],
    ),
    (
        "松涛航空先后收购了意大利阀门厂西里尼和波兰企业波涅。",
        "O:松涛航空 L:意大利 O:西里尼 L:波兰 O:波涅",
        ["acquire agent=松涛航空 object=西里尼", "acquire agent=松涛航空 object=波涅"],
    ),
    (
        "花溪乳业首席执行官王芳表示，不会关闭任何工厂。",
        "O:花溪乳业 P:王芳",
        ["shutdown agent=花溪乳业 object=任何工厂 planned not"],
    ),
    (
        "松涛航空总裁李明称，将推出廉价航线服务。",
        "O:松涛航空 P:李明",
        ["release agent=松涛航空 object=廉价航线服务 planned"],
    ),
    ("工会组织联合会对此表示怀疑。", "O:联合会", ["criticize agent=联合会"]),
    (
        "2023年王芳与同事李明一起创办青石食品。",
        "P:王芳 P:李明 O:青石食品",
        ["found agent=王芳 object=青石食品", "found agent=李明 object=青石食品"],
    ),
    (
        "有网友质疑墨子模型的训练数据包含他人的输出。",
        "R:墨子模型",
        ["criticize agent=网友 object=墨子模型的训练数据"],
    ),
    (
        "北岭软件发布墨子模型。云岭云和白泽云已经上线墨子模型。",
        "O:北岭软件 R:墨子模型 O:云岭云 O:白泽云",
        [
            "release agent=北岭软件 object=墨子模型",
            "integrate agent=云岭云 object=墨子模型 recipient=云岭云",
            "integrate agent=白泽云 object=墨子模型 recipient=白泽云",
        ],
    ),
    ("独立机构恒达研究计划公布评测结果。", "O:恒达研究", ["publish agent=恒达研究 object=评测结果 planned"]),
    (
        "青石食品发展很快。镍由山岭集团供应，双方2024年签署了采购协议。",
        "O:青石食品 O:山岭集团",
        ["partner agent=青石食品 object=采购协议 recipient=山岭集团"],
    ),
    (
        "北岭软件发布墨子2。下一代墨子3预计推出。",
        "O:北岭软件 R:墨子2 R:墨子3",
        ["release agent=北岭软件 object=墨子2", "release agent=北岭软件 object=墨子3 planned"],
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), [*STAFF, *LAW, *MONEY, *THINGS, *PLANS])
def test_events_of_a_turn(text: str, names: str, expected: list[str]) -> None:
    assert events(text, names) == expected
