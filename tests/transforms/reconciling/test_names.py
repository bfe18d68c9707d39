"""Names that are one entity, and look-alikes that are not, with the reason."""

import pytest

from transforms.reconciling.names import Name, decide


def decided(*names, apart=frozenset()):
    """Names as (kind, name, alias …), an upper-case kind for a known one; ids are their places."""
    made = [
        Name(str(place), name, kind.lower(), kind.isupper(), tuple(aliases))
        for place, (kind, name, *aliases) in enumerate(names)
    ]
    return [(one.entity_id, one.other_id, one.verdict, one.rule) for one in decide(made, apart)]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (("person", "Jana Novak"), ("person", "亚娜·诺瓦克", "Jana Novak"), "latin form"),
        (("person", "亚娜·诺瓦克"), ("PERSON", "亚娜•诺瓦克"), "spelling"),
        (("organization", "蓝湾汽车有限公司"), ("ORGANIZATION", "蓝湾汽车"), "legal form"),
        (("organization", "星桥通讯公司"), ("organization", "星桥通讯"), "legal form"),
        (("model", "CloudMoon-V3"), ("MODEL", "云月 3", "CloudMoon V3"), "spelling"),
    ],
)
def test_one_entity_under_two_names(one, other, rule):
    found = decided(one, other)
    assert [(verdict, by) for *_, verdict, by in found] == [("same", rule)]
    if other[0].isupper():
        assert found[0][:2] == ("0", "1")  # the known one stays


def test_a_person_goes_by_the_chinese_name():
    assert decided(("person", "Jana Novak"), ("person", "亚娜·诺瓦克", "Jana Novak"))[0][:2] == ("0", "1")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("person", "Novak"), ("person", "亚娜·诺瓦克", "Novak")),  # a family name
        (("person", "陈立"), ("organization", "陈立")),
        (("organization", "蓝湾汽车"), ("organization", "蓝湾汽车金融")),
        (("ORGANIZATION", "元象公司"), ("ORGANIZATION", "元象公司", "元象")),  # the registry knows better
    ],
)
def test_look_alikes_are_left_alone(one, other):
    assert decided(one, other) == []


def test_versions_and_other_latin_forms_are_said_not_to_be_the_same():
    assert decided(("product", "晨风 18.1"), ("PRODUCT", "晨风 18")) == [
        ("0", "1", "not the same", "version")
    ]
    two = ("person", "亚娜·诺瓦克", "Jana Novak"), ("person", "亚娜•诺瓦克", "Jana Nowak")
    assert [row[2:] for row in decided(*two)] == [("not the same", "latin form")]


def test_a_name_that_fits_two_known_entities_is_left_alone():
    known = ("ORGANIZATION", "米塔基金", "Mita"), ("ORGANIZATION", "米塔玩具", "Mita")
    assert decided(("organization", "Mita"), *known) == []


def test_what_was_undone_is_not_decided_again():
    two = ("person", "Jana Novak"), ("person", "亚娜·诺瓦克", "Jana Novak")
    assert decided(*two, apart={frozenset(("0", "1"))}) == []
