"""The registry's CSV files keep the promises that seeds/registry/README.md makes."""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest
from opencc import OpenCC

REGISTRY = Path(__file__).parents[2] / "seeds" / "registry"
COLUMNS = ["name", "kind", "wikidata_id", "aliases", "ambiguous", "family", "note"]
KINDS = {"person", "organization", "product", "model", "work", "place", "law", "dataset", "hardware"}
# Names whose own spelling OpenCC's t2s changes (昇 → 升 …): the converted spelling is among their aliases.
KEPT_CHARACTERS = set("昇崑乾樸錤")
OTHER_TABLES = {
    "publishers.csv": ["name", "domain", "aliases", "note"],
    "titles.csv": ["title", "kind", "note"],
    "suffixes.csv": ["suffix", "kind", "note"],
}
TITLE_KINDS = {"executive", "founder", "academic", "staff", "official", "analyst", "spokesperson"}
to_simplified = OpenCC("t2s").convert


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert all(len(row) == len(rows[0]) for row in rows), f"{path.name}: a row has too many or too few cells"
    return rows[0], [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def items(cell):
    return cell.split("|") if cell else []


def forms(entity):
    return [entity["name"], *items(entity["aliases"])]


def entity_files():
    return sorted(path for path in REGISTRY.glob("*.csv") if path.name not in OTHER_TABLES)


@pytest.fixture(scope="module")
def entities():
    return [entity for path in entity_files() for entity in read(path)[1]]


@pytest.fixture(scope="module")
def by_name(entities):
    return {entity["name"]: entity for entity in entities}


@pytest.mark.parametrize("path", sorted(REGISTRY.glob("*.csv")), ids=lambda path: path.name)
def test_header_and_cells(path):
    header, rows = read(path)
    assert header == OTHER_TABLES.get(path.name, COLUMNS)
    assert rows
    for row in rows:
        for cell in row.values():
            assert cell == cell.strip(), row
            assert all(item and item == item.strip() for item in items(cell)), row
            assert len(items(cell)) == len(set(items(cell))), row
        assert row["note"] or path.name in OTHER_TABLES, row


def test_names_are_unique_and_simplified(entities, by_name):
    assert len(by_name) == len(entities)
    for name in by_name:
        assert len(name) > 1 and "|" not in name
        changed = {before for before, after in zip(name, to_simplified(name), strict=True) if before != after}
        assert changed <= KEPT_CHARACTERS, name


def test_kinds_ids_and_families(entities, by_name):
    ids = [entity["wikidata_id"] for entity in entities if entity["wikidata_id"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", wikidata_id) for wikidata_id in ids)
    assert len(ids) == len(set(ids))
    for entity in entities:
        assert entity["kind"] in KINDS, entity
        if entity["family"]:
            assert by_name[entity["family"]]["kind"] == entity["kind"], entity


def test_families_end(by_name):
    for name in by_name:
        above = name
        for _ in range(6):
            above = by_name[above]["family"] if above else above
        assert not above, f"{name}: its families do not end"


def test_ambiguous_forms_are_forms_of_the_entity(entities):
    for entity in entities:
        assert set(items(entity["ambiguous"])) <= set(forms(entity)), entity
        assert entity["name"] not in items(entity["aliases"]), entity


def test_ambiguity_is_the_same_in_both_scripts(entities):
    for entity in entities:
        ambiguous = {to_simplified(form) for form in items(entity["ambiguous"])}
        unmarked = [form for form in forms(entity) if form not in items(entity["ambiguous"])]
        assert not ambiguous & {to_simplified(form) for form in unmarked}, entity


def test_simplified_writing_of_every_form_is_listed(entities):
    for entity in entities:
        assert {to_simplified(form) for form in forms(entity)} <= set(forms(entity)), entity


def test_a_form_of_two_entities_is_ambiguous_in_both(entities):
    owners = defaultdict(lambda: defaultdict(set))
    for entity in entities:
        for form in forms(entity):
            owners[to_simplified(form).casefold()][entity["name"]].add(form)
    marked = {entity["name"]: set(items(entity["ambiguous"])) for entity in entities}
    wrong = {
        form: sorted(sharing)
        for form, sharing in owners.items()
        if len(sharing) > 1 and not all(written <= marked[name] for name, written in sharing.items())
    }
    assert not wrong


def test_short_forms_are_ambiguous(entities):
    for entity in entities:
        for form in forms(entity):
            short = len(form) < 2 or (len(form) == 2 and form.isascii())
            assert not short or form in items(entity["ambiguous"]), (entity["name"], form)


def test_ordinary_words_are_ambiguous(entities):
    words = "苹果 小米 理想 问界 快手 微博 荣耀 字节 阿里 三星 豆包 可灵 通义 星火 混元 盘古".split()
    words += "深蓝 元宝 库克 现代 大众 红旗 奔驰 福特 本田 联想 地平线 天工 长城 李想 夸克".split()
    words += "Gemini Claude Threads Quest Arm X LINE Line Runway Figure".split()
    marked = {form for entity in entities for form in items(entity["ambiguous"])}
    plain = {form for entity in entities for form in forms(entity)} - marked
    assert not plain & set(words)
    assert len(marked & set(words)) > 30


def test_sizes(entities):
    kinds = defaultdict(int)
    for entity in entities:
        kinds[entity["kind"]] += 1
    assert len(entities) >= 900
    assert kinds["person"] >= 250
    assert set(kinds) == KINDS


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("輝達", "英伟达"),
        ("祖克柏", "马克·扎克伯格"),
        ("小扎", "马克·扎克伯格"),
        ("馬斯克", "埃隆·马斯克"),
        ("推特", "X平台"),
        ("脸书", "Facebook"),
        ("ASML", "阿斯麦"),
        ("LLaMA", "Llama"),
        ("集邦咨询", "TrendForce"),
    ],
)
def test_known_names(form, name, by_name):
    known = {to_simplified(known) for known in forms(by_name[name])}
    assert to_simplified(form) in known


def test_versions_have_their_families(by_name):
    assert by_name["Llama 3.1 405B"]["family"] == "Llama 3.1"
    assert by_name["Llama 3.1"]["family"] == "Llama"
    assert by_name["GPT-4o"]["family"] == "GPT-4"


def test_publishers():
    _, rows = read(REGISTRY / "publishers.csv")
    assert len(rows) >= 60
    assert len({row["name"] for row in rows}) == len(rows)
    domains = [domain for row in rows for domain in items(row["domain"])]
    assert len(domains) == len(set(domains))
    assert all(re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,}", domain) for domain in domains)


def test_titles():
    _, rows = read(REGISTRY / "titles.csv")
    assert len(rows) >= 150
    assert len({row["title"] for row in rows}) == len(rows)
    assert {row["kind"] for row in rows} == TITLE_KINDS


def test_suffixes():
    _, rows = read(REGISTRY / "suffixes.csv")
    assert len(rows) >= 40
    assert len({row["suffix"] for row in rows}) == len(rows)
