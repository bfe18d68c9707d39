"""The hand-made gold agrees with the sample articles and with the fact model.  Reads files only."""

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

GOLD = Path(__file__).parent
ARTICLES = GOLD.parents[1] / "seeds" / "articles"
STEMS = sorted(p.stem for p in GOLD.glob("*.jsonl"))
SLUGS = [s for s in STEMS if re.fullmatch(r"[a-z0-9]+", s) and s != "entities"]

ENTITY_KINDS = set("person organization product model work place law dataset hardware".split())
METRICS = set(
    "downloads users monthly_active_users customers revenue profit loss market_cap market_cap_change "
    "share_price_change capital_expenditure investment funding_raised valuation margin "
    "earnings_per_share orders exports shipments sales production production_capacity price salary "
    "headcount headcount_change ownership_share market_share share_of parameters training_tokens "
    "training_data_size training_gpus training_efficiency context_length benchmark_score "
    "benchmark_items rank model_count author_count departures document_count update_rate usage_limit "
    "age duration growth other".split()
)
EVENTS = set(
    "release announce open_source leak shutdown cancel restrict license integrate partner invest "
    "acquire raise_funds found join leave appoint dismiss reinstate lay_off reorganize rename "
    "report_results share_move train benchmark criticize support sue regulate meet publish scandal "
    "lose develop other".split()
)
RELATIONS = set(
    "position_held founder_of employee_of member_of part_of developer_of owner_of version_of based_on "
    "runs_on competitor_of partner_of trained_on author_of located_in licensed_under".split()
)
BOUNDS = {"=", "~", ">", "<", ">=", "<="}
MODALITIES = {"actual", "reported", "planned", "forecast", "hypothetical"}
ENTAIL_A_DEVELOPER = {"release", "open_source", "shutdown", "develop", "train"}
ROLES = ("agent", "object", "recipient", "source_org", "target_org", "place")
FIELDS = {
    "metric": {"subject", "metric", "label", "value", "unit", "bound", "period", "attributed_to", "modality"},
    "event": {"type", "trigger", *ROLES, "date", "modality", "polarity"},
    "quote": {"speaker", "verb", "direct", "venue", "date"},
    "relation": {"subject", "relation", "object", "qualifier", "period"},
}
OPTIONAL = {"kind", "raw_start", "raw_end", "also", "easy", "borderline", "note", "value_low", "value_high"}
DATE = r"(\d{4}|XXXX)(-\d{2}(-\d{2})?)?~?"
EDTF = re.compile(rf"{DATE}(/({DATE}|\.\.))?|\.\./{DATE}")
HAN = re.compile(r"[\u4e00-\u9fff]")
PINYIN = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)")


def lines(name):
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def sidecar(slug, kind):
    return lines(f"{slug}-{kind}.jsonl") if (GOLD / f"{slug}-{kind}.jsonl").exists() else []


def load(slug):
    head, *facts = lines(f"{slug}.jsonl")
    data = (ARTICLES / head["file"]).read_bytes()
    text = data.decode("gb18030" if head["file"].endswith(".html") else "utf-8")
    return head, facts, data, text


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def entities():
    return {row["canonical"]: row for row in lines("entities.jsonl")}


def test_there_is_gold():
    assert len(SLUGS) >= 5


def test_entities():
    rows = lines("entities.jsonl")
    assert len({row["canonical"] for row in rows}) == len(rows)
    for row in rows:
        assert row["kind"] in ENTITY_KINDS, row
        assert set(row) == {"canonical", "kind", "aliases", "wikidata"}
        assert row["canonical"] not in row["aliases"], row


@pytest.mark.parametrize("slug", SLUGS)
def test_document(slug):
    head, _, data, text = load(slug)
    assert head["kind"] == "document"
    assert head["sha256"] == hashlib.sha256(data).hexdigest()
    assert head["raw_chars"] == len(text)
    assert head["script"] in {"Hans", "Hant"}
    published = head["published"]
    assert EDTF.fullmatch(published["edtf"])
    assert published["start_on"] <= published["end_on"]
    assert published["basis"]
    for start, end in head.get("ignore", []):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize("slug", SLUGS)
def test_facts(slug):
    head, facts, _, text = load(slug)
    known = entities()
    for fact in facts:
        assert FIELDS[fact["kind"]] <= set(fact) <= FIELDS[fact["kind"]] | OPTIONAL, fact
        for start, end in [(fact["raw_start"], fact["raw_end"]), *fact.get("also", [])]:
            assert 0 <= start < end <= len(text), fact
            assert text[start:end] == text[start:end].strip(), fact
            assert not any(a <= start and end <= b for a, b in head.get("ignore", [])), fact
        if fact.get("borderline"):
            assert fact["easy"] is False
        for field in ("period", "date"):
            assert fact.get(field) is None or EDTF.fullmatch(fact[field]), fact
        if fact["kind"] in {"metric", "event"}:
            assert fact["modality"] in MODALITIES, fact
        if fact["kind"] == "metric":
            assert fact["metric"] in METRICS and fact["bound"] in BOUNDS, fact
            assert re.fullmatch(r"[A-Z]{3}|[a-z]+", fact["unit"]), fact
            assert isinstance(fact["value"], int | float), fact
            if "value_low" in fact:
                assert fact["value_low"] == fact["value"] < fact["value_high"], fact
            if fact["metric"].endswith("_change") and not fact.get("borderline"):
                assert fact["value"] != 0
        if fact["kind"] == "event":
            assert fact["type"] in EVENTS and fact["polarity"] in {"positive", "negative"}, fact
            assert any(fact[role] for role in ROLES) or fact.get("borderline"), fact
        if fact["kind"] == "relation":
            assert fact["relation"] in RELATIONS and fact["subject"] and fact["object"], fact
        if fact["kind"] == "quote":
            assert isinstance(fact["direct"], bool) and fact["speaker"] and fact["verb"], fact
        for field in ("subject", "object", "speaker", "attributed_to", *ROLES):
            for filler in listed(fact.get(field)):
                # an entity by its canonical name, or a phrase, which is Chinese
                assert filler in known or HAN.search(filler), (fact, filler)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_fact_twice(slug):
    _, facts, _, _ = load(slug)
    place = {"raw_start", "raw_end", "also", "note"}
    stated = [{k: v for k, v in f.items() if k not in place} for f in facts if f["kind"] != "quote"]
    keys = [json.dumps(f, sort_keys=True) for f in stated]
    assert len(keys) == len(set(keys)), [k for k in keys if keys.count(k) > 1]


@pytest.mark.parametrize("slug", SLUGS)
def test_releases_entail_developers(slug):
    _, facts, _, _ = load(slug)
    made = [(f["subject"], f["object"]) for f in facts if f.get("relation") == "developer_of"]
    known = entities()
    for fact in facts:
        if fact.get("type") not in ENTAIL_A_DEVELOPER or fact.get("borderline"):
            continue
        if fact["polarity"] == "negative":
            continue
        agents = [a for a in listed(fact["agent"]) if known.get(a, {}).get("kind") == "organization"]
        named = [o for o in listed(fact["object"]) if o in known]
        if agents and named:
            assert any(set(listed(s)) & set(agents) and set(listed(o)) & set(named) for s, o in made), fact


@pytest.mark.parametrize("slug", SLUGS)
def test_mentions(slug):
    _, _, _, text = load(slug)
    known = entities()
    spans = []
    for row in sidecar(slug, "mentions"):
        assert row["entity"] in known, row
        assert 0 <= row["raw_start"] < row["raw_end"] <= len(text)
        spans.append((row["raw_start"], row["raw_end"]))
    assert spans and all(a[1] <= b[0] for a, b in pairwise(spans))


@pytest.mark.parametrize("slug", SLUGS)
def test_mentions_are_written_as_known(slug):
    head, _, _, text = load(slug)
    if head["spun"]:
        pytest.skip("names are damaged")
    known = entities()
    for row in sidecar(slug, "mentions"):
        surface = text[row["raw_start"] : row["raw_end"]]
        entity = known[row["entity"]]
        assert surface in {entity["canonical"], *entity["aliases"]}, (surface, entity["canonical"])


@pytest.mark.parametrize("slug", SLUGS)
def test_expressions(slug):
    _, _, _, text = load(slug)
    rows = sidecar(slug, "expressions")
    assert rows
    for row in rows:
        assert text[row["raw_start"] : row["raw_end"]] == row["surface"] != ""
        if row["kind"] == "quantity":
            assert row["bound"] in BOUNDS, row
            assert row.get("optional") or (row["value"] is not None and row["unit"]), row
        else:
            assert row["kind"] == "time"
            assert EDTF.fullmatch(row["edtf"]) if row["edtf"] else row.get("optional"), row
    assert all(a["raw_end"] <= b["raw_start"] for a, b in pairwise(rows))


@pytest.mark.parametrize("slug", SLUGS)
def test_repairs(slug):
    _, _, _, text = load(slug)
    for row in sidecar(slug, "restorations"):
        assert text[row["raw_start"] : row["raw_end"]] == row["spun"] != row["original"]
    for row in sidecar(slug, "pinyin"):
        assert text[row["raw_start"] : row["raw_end"]] == row["before"]
        assert HAN.match(text[row["raw_start"] - 1])
        assert PINYIN.fullmatch(row["before"])
        assert row["after"] == ""
