"""Unknown organizations, firms and works by their form and their neighbours."""

import pytest

from transforms.annotating.mentions import find_mentions

NAMES = [
    # a suffix that makes a name an organization's
    ("贝洛研究院发布报告。", ["贝洛研究院 organization suffix"]),
    ("他加入了贝洛研究院。", ["贝洛研究院 organization suffix"]),
    ("初创公司很多,大型科技公司也是,该公司不予置评。", []),
    # a trade word after a trade name
    ("明川新材宣布涨价。", ["明川新材 organization trade"]),
    ("澜岳资本领投,图灵石科技跟投。", ["澜岳资本 organization trade", "图灵石科技 organization trade"]),
    ("国产芯片与人工智能很热,新能源汽车降价。", []),
    # by what it does
    ("禾觅日前宣布完成融资。", ["禾觅 organization acting"]),
    # by its officer
    ("山鲸智行CEO王立群表示,公司将扩产。", ["山鲸智行 organization employer", "王立群 person title"]),
    # authorities
    (
        "爱尔兰政府与广州中院都已介入。",
        ["爱尔兰政府 organization authority", "广州中院 organization authority"],
    ),
    # works, marks and all
    ("他写了《芯片之争》,刊于《晨报》。", ["《芯片之争》 work work", "《晨报》 organization work"]),
    ("《一》太短,《没有收尾", []),
    # products in marks
    ("手机“澄海”发布,平板「云栖」上市。", ["澄海 product named", "云栖 product named"]),
    ("旗下应用名叫“小满”。", ["小满 product named"]),
    # what runs over a known name is cut back to it
    (
        "上诉至欧盟法院,维持欧盟委员会的决定。",
        ["欧盟法院 organization alias", "欧盟委员会 organization alias"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected, small_registry):
    found = find_mentions(text, small_registry)
    assert [f"{m.surface} {m.entity.kind} {m.how}" for m in found] == expected


@pytest.mark.parametrize(
    "lead",
    ["据报道,位于广州的", "", "昨天,"],
)
def test_a_firm_named_in_marks(lead, small_registry):
    found = find_mentions(f"{lead}一家名为“青禾算力”的公司完成融资。", small_registry)
    assert ("青禾算力", "organization") in [(m.surface, m.entity.kind) for m in found]


@pytest.mark.parametrize(
    "text", ["2024年手机出货量为2.86亿部。", "手机需求量为1.2万台。", "去年手机换机率达6.5%。"]
)
def test_measures_are_no_products(text, small_registry):
    assert [m.surface for m in find_mentions(text, small_registry)] == []


@pytest.mark.parametrize("text", ["财务总监赵敏说成本下降。", "销售总监赵敏说成本下降。"])
def test_the_trade_of_an_officer_is_no_firm(text, small_registry):
    assert [m.surface for m in find_mentions(text, small_registry)] == ["赵敏"]
