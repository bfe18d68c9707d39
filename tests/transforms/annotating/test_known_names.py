"""Names of the registry: whole words, in the right case, and only where an ambiguous word is a name."""

import pytest

from transforms.annotating.known_names import find_known

FOUND = [
    # Latin words are whole words
    ("他在metadata里写了备注,Meta随后回应。", ["Meta=美泰"]),
    ("Huawei与HuaweiCloud不同。", ["Huawei=华为"]),
    ("苹果公司与Microsoft合作。", ["苹果公司=苹果公司", "Microsoft=微软"]),
    ("meta是前缀,META是缩写。", ["META=美泰"]),  # all small letters: a word, no name
    # a digit after a name belongs to a version, which another rule reads
    ("iPhone16的售价", ["iPhone=iPhone"]),
    ("Llama 3.1胜过Llama 3", ["Llama 3.1=Llama 3.1", "Llama 3=Llama 3"]),
    # numbers hold no names
    ("融资3亿欧元,亿欧网报道。", ["亿欧网=亿欧"]),
    ("出资两百亿欧元,亿欧在场。", ["亿欧=亿欧"]),
    # coinages are no mentions
    ("特斯拉式的发布会,华为们都在学。", []),
    ("特斯拉主义盛行,华为系公司不少。", []),
    ("华为系列手机热销。", ["华为=华为"]),
    # the longest alias
    ("欧盟委员会向欧盟法院上诉。", ["欧盟委员会=欧盟委员会", "欧盟法院=欧盟法院"]),
    # an ambiguous word needs a neighbour or another name of the same entity
    ("一斤苹果卖五元。", []),
    ("苹果发布新款手机。", ["苹果=苹果公司"]),
    ("Apple涨价了,一斤苹果卖五元。", ["Apple=苹果公司", "苹果=苹果公司"]),
    ("早饭是小米粥。", []),
    ("小米表示不涨价。", ["小米=小米"]),
    # one alias of two entities is neither, unless one of them is named in full
    ("米塔发布公告。", []),
    ("玩具商米塔发布公告,米塔股价上涨。", ["玩具商米塔=玩具商米塔", "米塔=玩具商米塔"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_known_names(text, expected, small_registry):
    found = find_known(text, small_registry)
    shown = [f"{text[c.start : c.end]}={c.entity.name}" for c in sorted(found, key=lambda c: c.start)]
    assert shown == expected
    assert all(c.how == "alias" and c.entity.basis == "registry" for c in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("欧盟监管机构称,阿里云与阿里巴巴是一家。", {"阿里云", "阿里巴巴"}),
        ("公司融资3亿欧元。", set()),
        ("他写了一份metadata。", set()),
        ("GPT-4o与Llama 3.1同场比试。", {"GPT-4o", "Llama 3.1"}),
        ("扎克伯格又名小扎,英文名Mark Zuckerberg。", {"马克·扎克伯格"}),
    ],
)
def test_the_shipped_registry(text, names, registry):
    found = {c.entity.name for c in find_known(text, registry)}
    assert names <= found
    assert names or not found
