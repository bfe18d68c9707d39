"""The registry: one entity a name, offsets that stay, errors that say what is wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotating.registry import build_registry, entity_id, fold, key_of


def row(name, kind="organization", aliases="", ambiguous="", **more):
    return {"name": name, "kind": kind, "wikidata_id": "", "aliases": aliases, "ambiguous": ambiguous} | more


def test_rows_become_entities():
    registry = build_registry(
        [row("蓝湾汽车", aliases="蓝湾|Lanwan| 藍灣 ", ambiguous="蓝湾", wikidata_id="Q1")]
    )
    (entity,) = registry.entities.values()
    assert (entity.name, entity.kind, entity.basis, entity.wikidata_id) == (
        "蓝湾汽车",
        "organization",
        "registry",
        "Q1",
    )
    assert entity.aliases == ("蓝湾", "Lanwan", "藍灣")
    assert entity.id == entity_id("organization", "蓝湾汽车")
    assert set(registry.patterns) == {"蓝湾汽车", "蓝湾", "lanwan", "藍灣"}
    assert registry.ambiguous == {"蓝湾"}


def test_a_name_given_twice_raises():
    with pytest.raises(ValueError, match="'蓝湾' is given twice"):
        build_registry([row("蓝湾"), row("蓝湾", "product")])


def test_an_unknown_kind_raises_and_names_the_known_ones():
    with pytest.raises(ValueError, match=r"unknown entity kind 'company'.*organization"):
        build_registry([row("蓝湾", "company")])


def test_an_empty_registry_finds_nothing():
    assert build_registry([]).find("蓝湾汽车") == []


def test_the_longest_alias_wins():
    registry = build_registry([row("星桥"), row("星桥智能")])
    text = "星桥智能与星桥"
    assert [text[a:b] for a, b, _ in registry.find(fold(text))] == ["星桥智能", "星桥"]


def test_an_alias_of_two_entities_has_both_as_targets():
    registry = build_registry([row("米塔尔基金", aliases="米塔"), row("玩具商", aliases="米塔")])
    targets = dict(zip(registry.patterns, registry.targets, strict=True))
    assert [e.name for e in targets["米塔"]] == ["米塔尔基金", "玩具商"]
    assert "米塔" not in registry.keys


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Llama 3.1", "llama3.1"),
        ("LLAMA-3.1", "llama3.1"),
        ("马克·扎克伯格", "马克扎克伯格"),
        ("GPT_4 o", "gpt4o"),
    ],
)
def test_key_of_one_name_in_many_spellings(name, key):
    assert key_of(name) == key


def test_ids_differ_by_kind_and_name():
    ids = {entity_id(k, n) for k in ("product", "organization") for n in ("苹果", "小米")}
    assert len(ids) == 4 and all(len(i) == 16 for i in ids)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40))
def test_fold_keeps_length_and_is_idempotent(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_fold_keeps_the_place_of_a_letter_whose_small_form_is_two():
    assert fold("İA") == "İa"


def test_the_shipped_registry_is_whole(registry):
    families = {e.family for e in registry.entities.values() if e.family}
    assert len(registry.entities) > 1000
    assert len({e.id for e in registry.entities.values()}) == len(registry.entities)
    assert len(registry.patterns) == len(registry.targets)
    assert registry.ambiguous <= set(registry.patterns)
    assert families
