"""Versions are entities of their own, tied to their family; numbers with units are none."""

import pytest

from transforms.annotating.mentions import find_mentions

VERSIONS = [
    # known versions
    ("Llama 3.1发布", [("Llama 3.1", "Llama 3.1", "Llama")]),
    ("Llama3.1与LLAMA-3.1", [("Llama3.1", "Llama 3.1", "Llama"), ("LLAMA-3.1", "Llama 3.1", "Llama")]),
    ("GPT-4o优于GPT-4", [("GPT-4o", "GPT-4o", "GPT"), ("GPT-4", "GPT-4", "GPT")]),
    # unknown versions, named as their family's known versions are written
    ("Llama 3.2发布", [("Llama 3.2", "Llama 3.2", "Llama")]),
    ("iPhone 16 Pro Max发布", [("iPhone 16 Pro Max", "iPhone 16 Pro Max", "iPhone")]),
    ("iPhone 15 Pro发布", [("iPhone 15 Pro", "iPhone 15 Pro", "iPhone 15")]),
    ("Qwen2.5-72B开源", [("Qwen2.5-72B", "Qwen2.5 72B", "Qwen2.5")]),
    ("GPT 5开源", [("GPT 5", "GPT-5", "GPT")]),
    ("Llama 3.1 405B+开源", [("Llama 3.1 405B+", "Llama 3.1 405B", "Llama 3.1")]),
    ("iOS 18.1推送", [("iOS 18.1", "iOS 18.1", "iOS")]),
    ("晨风2.0开源", [("晨风2.0", "晨风 2.0", "晨风")]),
    # bare sizes belong to the model named before
    (
        "Llama 3 8B和70B参数的模型",
        [("Llama 3 8B", "Llama 3 8B", "Llama 3"), ("70B", "Llama 3 70B", "Llama 3")],
    ),
    ("市值从8B涨到70B", []),
    # numbers with units, years and ranges are no versions
    ("iPhone 15售出300万台", [("iPhone 15", "iPhone 15", "iPhone")]),
    ("iPhone 300万台", [("iPhone", "iPhone", None)]),
    ("iPhone 2024年销量", [("iPhone", "iPhone", None)]),
    ("Llama 30%的份额", [("Llama", "Llama", None)]),
    ("华为5月销量", []),
    ("小米14亿元", []),
]


@pytest.mark.parametrize(("text", "expected"), VERSIONS)
def test_versions(text, expected, small_registry):
    found = find_mentions(text, small_registry)
    shown = [(m.surface, m.entity.name, m.entity.family) for m in found if m.entity.kind != "organization"]
    assert shown == expected


def test_an_organization_takes_no_number_along(small_registry):
    (found,) = find_mentions("微软2024年营收增长", small_registry)
    assert (found.surface, found.entity.name) == ("微软", "微软")


@pytest.mark.parametrize("text", ["iPhone 128GB版降价", "iPhone 5000mAh电池", "iPhone 6英寸屏"])
def test_sizes_with_units_are_no_versions(text, small_registry):
    assert [m.surface for m in find_mentions(text, small_registry)] == ["iPhone"]


def test_a_version_keeps_its_familys_name(small_registry):
    (found,) = find_mentions("GPT-4o mini便宜", small_registry)
    assert (found.surface, found.entity.name) == ("GPT-4o mini", "GPT-4o mini")


def test_no_name_begins_with_a_hyphen(small_registry):
    assert [m.surface for m in find_mentions("GPT-4o-nano便宜", small_registry)] in (
        ["GPT-4o-nano"],
        ["GPT-4o"],
    )


@pytest.mark.xfail(reason="a letter before the number is no version after a known Chinese name", strict=False)
def test_a_version_that_begins_with_a_letter(small_registry):
    assert [m.surface for m in find_mentions("晨风S7交付", small_registry)] == ["晨风S7"]


def test_the_number_of_a_version_is_no_quantity(annotate_text):
    found = annotate_text("Llama 3.1售出3.1万份。")
    assert [m.surface for m in found.mentions] == ["Llama 3.1"]
    assert [q.value for q in found.quantities] == [31000]
