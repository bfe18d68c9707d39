"""Unknown persons: dotted transliterations, after a title, before a verb of speech."""

import pytest

from transforms.annotating.mentions import find_mentions
from transforms.annotating.person_names import bracketed_latin, find_persons

PERSONS = [
    # dotted
    ("埃文·克劳斯将离职。", ["埃文·克劳斯 dotted"]),
    ("前高管埃文•克劳斯与J·马丁·哈里斯", ["埃文·克劳斯 dotted"]),
    ("公司董事达里奥·莫德伊", ["达里奥·莫德伊 dotted"]),
    ("产品·价格·渠道", []),
    # after a title
    ("财务总监赵敏说成本下降。", ["赵敏 title"]),
    ("首席技术官李小龙也这么看。", ["李小龙 title"]),
    ("创始人欧阳明月表示", ["欧阳明月 title"]),
    ("董事长王国栋的话", ["王国栋 title"]),
    ("首席执行官在会上表示", []),
    ("外交部发言人米洛舍维奇周二回应称", ["米洛舍维奇 title"]),
    ("局长曾国文指,两者无关。", ["曾国文 title"]),
    # before a verb of speech
    ("王思远说,公司准备上市。", ["王思远 speech"]),
    ("昨晚,张远航还透露,新车将涨价。", ["张远航 speech"]),
    ("表示不满的人说他不来。", []),
    # the registry's own
    ("创始人陈立表示", ["陈立 title"]),
]


@pytest.mark.parametrize(("text", "expected"), PERSONS)
def test_persons(text, expected, small_registry):
    found = {f"{c.entity.name} {c.how}" for c in find_persons(text, small_registry)}
    assert found == set(expected)


def test_cannot_say_is_no_speech(small_registry):
    assert find_persons("王者也说不清。", small_registry) == []


def test_the_registry_knows_better(small_registry):
    (found,) = find_persons("马克•扎克伯格出席。", small_registry)
    assert (found.entity.name, found.entity.basis) == ("马克·扎克伯格", "registry")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("克劳斯(Evan Kraus)", "Evan Kraus"), ("克劳斯 （Evan O’Kraus）", "Evan O’Kraus"), ("克劳斯(左)", None)],
)
def test_latin_form_in_brackets(text, expected):
    span = bracketed_latin(text, 3)
    assert (span and text[slice(*span)]) == expected


def test_both_forms_and_the_short_one_are_one_person(small_registry):
    found = find_mentions("埃文·克劳斯(Evan Kraus)将离职。克劳斯说他累了。", small_registry)
    assert [(m.surface, m.how) for m in found] == [
        ("埃文·克劳斯", "dotted"),
        ("Evan Kraus", "bracket"),
        ("克劳斯", "short"),
    ]
    assert len({m.entity.id for m in found}) == 1
    assert found[0].entity.aliases == ("Evan Kraus",)


def test_the_bracket_ties_an_unknown_form_to_a_known_entity(small_registry):
    found = find_mentions("麦克·扎克伯克(Mark Zuckerberg)出席。", small_registry)
    assert [m.entity.name for m in found] == ["马克·扎克伯格", "马克·扎克伯格"]


def test_a_known_name_keeps_its_bracket(small_registry):
    found = find_mentions("微软(Microsoft)与英伟达(Nvidia)合作。", small_registry)
    assert [(m.surface, m.entity.name) for m in found] == [
        ("微软", "微软"),
        ("Microsoft", "微软"),
        ("英伟达", "英伟达"),
        ("Nvidia", "英伟达"),
    ]
