"""Later mentions by a short form of a name that the text gives in full."""

import pytest

from transforms.annotating.mentions import find_mentions

SHORT = [
    ("埃文·克劳斯将离职,克劳斯说他累了。", "克劳斯", "埃文·克劳斯"),
    ("卡莉娅·卡朱莉亚出席,卡朱里亚发言。", "卡朱里亚", "卡莉娅·卡朱莉亚"),  # the same sound
    ("Zentrix-R1上线,R1登顶。", "R1", None),
    ("青榆谷研究院发布报告,青榆谷称需求不足。", "青榆谷", "青榆谷研究院"),
]


@pytest.mark.parametrize(("text", "form", "name"), SHORT)
def test_short_form(text, form, name, small_registry):
    found = find_mentions(text, small_registry)
    last = found[-1]
    assert (last.surface, last.how) == (form, "short")
    assert last.entity.id == found[0].entity.id
    assert name in (None, last.entity.name)


@pytest.mark.parametrize(
    "text", ["埃文·克劳斯将离职,克劳德发言。", "记者John Carter表示反对,Carters补充道。", "克劳斯发言。"]
)
def test_other_words_are_no_short_form(text, small_registry):
    assert "short" not in [m.how for m in find_mentions(text, small_registry)]


def test_the_surname_of_a_latin_name(small_registry):
    first, last = find_mentions("记者John Carter表示反对,Carter补充道。", small_registry)
    assert first.entity.id == last.entity.id
