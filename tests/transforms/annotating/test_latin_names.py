"""Unknown names in Latin script, and what kind of thing they name."""

import pytest

from transforms.annotating.mentions import find_mentions

NAMES = [
    ("初创公司Zentrix完成融资。", [("Zentrix", "organization")]),
    ("Zentrix与NeoVolt合作。", [("Zentrix", "organization"), ("NeoVolt", "organization")]),
    ("记者John Carter表示不同意。", [("John Carter", "person")]),
    ("首席执行官Anna Weiss离职。", [("Anna Weiss", "person")]),
    ("工程师(Paul van Berg)离职。", [("Paul", "person"), ("Berg", "organization")]),
    ("模型NovaTalk上线。", [("NovaTalk", "model")]),
    ("该厂使用AI和GPU,电池5000mAh,采用4nm工艺。", []),
    ("见https://www.Example.com/Foo或Foo.com。", []),
    ("联系me@Example.com。", []),
    ("微聊与AT&T合作。", [("微聊", "product"), ("AT&T", "organization")]),
    ("iPhone壳厂SkinCo倒闭。", [("iPhone", "product"), ("SkinCo", "organization")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_latin_names(text, expected, small_registry):
    assert [(m.surface, m.entity.kind) for m in find_mentions(text, small_registry)] == expected


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("星桥发布NovaTalk 2.0模型。", "NovaTalk 2.0", "model"),
        ("星桥发布Skydart 4 Pro,售价3000元。", "Skydart 4 Pro", "product"),
    ],
)
def test_an_unknown_name_with_a_version_is_a_thing(text, surface, kind, small_registry):
    found = {m.surface: m.entity.kind for m in find_mentions(text, small_registry)}
    assert found[surface] == kind


def test_two_capitalised_words_at_the_start_of_a_text_are_no_person(small_registry):
    first, second = (
        find_mentions(t, small_registry)[0] for t in ("Zephyr Labs上市。", "昨天Zephyr Labs上市。")
    )
    assert first.entity.kind == second.entity.kind == "organization"


@pytest.mark.xfail(
    reason="a known word inside a longer Latin name is taken for the known entity", strict=False
)
def test_a_known_word_inside_a_longer_latin_name(small_registry):
    assert [m.surface for m in find_mentions("Apple Valley Bank宣布倒闭。", small_registry)] == [
        "Apple Valley Bank"
    ]
