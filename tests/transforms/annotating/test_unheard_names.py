"""Names that no registry can know, each rule in unrelated trades, beside a text where it must not fire."""

import pytest

from transforms.annotating.mentions import find_mentions
from transforms.annotating.registry import load_registry

CASES = {
    "a foreign firm after the word for its kind": (
        "瑞典电池制造商诺斯特罗姆（Nordstrom Cells）申请破产，挪威渔业公司哈姆斯特罗姆宣布裁员。",
        {
            "诺斯特罗姆": "organization",
            "Nordstrom Cells": "organization",
            "哈姆斯特罗姆": "organization",
            "瑞典": "place",
            "挪威": "place",
        },
    ),
    "the kind of firm before a name with a suffix is none of it": (
        "内容平台青屿集团公布业绩，德国机床制造商凯斯勒集团出售业务。",
        {"青屿集团": "organization", "凯斯勒集团": "organization", "德国": "place"},
    ),
    "a firm's company for something": (
        "凯斯勒集团公布计划。凯斯勒水泵公司总部位于斯图加特。",
        {"凯斯勒集团": "organization", "凯斯勒水泵公司": "organization", "斯图加特": "place"},
    ),
    "AI at the end of a name, and not of a thing": (
        "硅谷的Parlance AI今年融资。Sonder AI、Nimbus合作，Nimbus AI芯片上市。",
        {
            "硅谷": "place",
            "Parlance AI": "organization",
            "Sonder AI": "organization",
            "Nimbus": "organization",
        },
    ),
    "a law firm, a person with a rare family name, a medium in title marks": (
        "岚水律师事务所律师孟博认为有理。清原大学教授时建中对《环球晚报》表示同意。",
        {
            "岚水律师事务所": "organization",
            "孟博": "person",
            "清原大学": "organization",
            "时建中": "person",
            "《环球晚报》": "organization",
        },
    ),
    "a film in title marks stays a work": ("他看了《环球旅行》。", {"《环球旅行》": "work"}),
    "ministries": (
        "尚需德国联邦经济部批准，美国国防部和日本经济产业省未置评，美国市场部门裁员。",
        {
            "德国联邦经济部": "organization",
            "美国国防部": "organization",
            "日本经济产业省": "organization",
            "美国": "place",
        },
    ),
    "places inside known ones": (
        "工厂在印度尼西亚中爪哇省投产，另一座将在匈牙利德布勒森建设。",
        {"印度尼西亚": "place", "中爪哇省": "place", "匈牙利": "place", "德布勒森": "place"},
    ),
    "Latin-script persons joined to persons": (
        "公司由前谷歌研究员Amir Haddad和Lucy Brandt创立。",
        {"谷歌": "organization", "Amir Haddad": "person", "Lucy Brandt": "person"},
    ),
    "assumed names": (
        "前员工老邱（化名）离职，店员小芸（化名）也走了。",
        {"老邱": "person", "小芸": "person"},
    ),
    "the name of a product that is said to be called so": (
        "核心产品叫“听澜”，听澜去年上线；公司推出的机器人叫“小满”。",
        {"听澜": "product", "小满": "product"},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_unheard_names(text, expected):
    assert {m.surface: m.entity.kind for m in find_mentions(text, load_registry())} == expected


ONE = {
    "a short form that the text introduces": (
        "上海闪达网络科技有限公司（以下简称“闪达公司”）被查，闪达公司回应。",
        ["上海闪达网络科技有限公司", "闪达公司", "闪达公司"],
    ),
    "a form of address": ("宇辰由陆景川创立。陆总表示乐观。", ["陆景川", "陆总"]),
    "another form of address": ("记者采访了工程师何以宁，何女士说没有。", ["何以宁", "何女士"]),
    "a Latin short form in brackets, again": (
        "游戏商艾德蒙（EDX）被购，EDX股价上涨。",
        ["艾德蒙", "EDX", "EDX"],
    ),
}


@pytest.mark.parametrize(("text", "surfaces"), ONE.values(), ids=ONE)
def test_one_entity(text, surfaces):
    found = [m for m in find_mentions(text, load_registry()) if m.surface in surfaces]
    assert [m.surface for m in found] == surfaces
    assert len({m.entity.id for m in found}) == 1


def test_a_form_of_address_that_two_may_mean_is_left_open():
    text = "工程师何以宁与律师何其芳到场，何总未到。"
    assert "何总" not in {m.surface for m in find_mentions(text, load_registry()) if m.how == "addressed"}


def test_sizes_in_a_list_are_versions_and_active_parameters_are_none():
    text = "Topo-2共有三个版本，参数量分别为7B、32B和140B，每次推理只激活18B参数，Topo-2-32B领先。"
    names = {m.entity.name for m in find_mentions(text, load_registry())}
    assert names == {"Topo-2", "Topo-2-7B", "Topo-2-32B", "Topo-2-140B"}
