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


@pytest.mark.parametrize(("text", "names", "expected"), [*STAFF, *LAW, *MONEY, *THINGS])
def test_events_of_a_turn(text: str, names: str, expected: list[str]) -> None:
    assert events(text, names) == expected
