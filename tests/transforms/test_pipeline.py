"""The whole pure function over every sample: what it says of a place is what stands there."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from flows.sources import find_items
from transforms.aligned import AlignedText, Edit
from transforms.annotating.annotate import annotate
from transforms.article_rows import annotation_rows
from transforms.cleaning.clean import clean
from transforms.pipeline import document_id, process
from transforms.reading.read import read
from transforms.rejection import Rejected
from transforms.source import SourceItem

ROOT = Path(__file__).parents[2]
FOLDERS = {"seeds": ROOT / "seeds" / "articles", "shared": ROOT.parent / "shared" / "seeds"}
FACTS = ("facts.metrics", "facts.events", "facts.quotes", "facts.relations")
TABLES = {
    "corpus.documents",
    "corpus.date_clues",
    "corpus.sources",
    "corpus.repairs",
    "corpus.sentences",
    "facts.entities",
    "facts.entity_aliases",
    "facts.mentions",
    "facts.quantities",
    "facts.times",
    *FACTS,
    "facts.event_roles",
    "facts.evidence",
}


def samples():
    for folder in FOLDERS.values():
        if folder.is_dir():
            for item in find_items([str(folder)]):
                assert isinstance(item, SourceItem), item
                yield item


SAMPLES = {Path(item.uri).name: item for item in samples()}


class Run:
    """One sample, processed, with the clean text as its rows of repairs give it."""

    def __init__(self, item):
        self.item = item
        self.rows = process(item)
        (self.document,) = self.rows["corpus.documents"]
        (source,) = self.rows["corpus.sources"]
        edits = sorted(
            (
                Edit(r["raw_start"], r["raw_end"], r["before"], r["after"], r["rule"])
                for r in self.rows["corpus.repairs"]
            ),
            key=lambda e: e.start,
        )
        self.aligned = AlignedText(source["raw_text"], tuple(edits))

    def clean_words(self, row):
        """Clean words of the raw place of a row."""
        return self.aligned.text[slice(*self.aligned.clean_span(row["raw_start"], row["raw_end"]))]

    def facts(self):
        return [(table, fact) for table in FACTS for fact in self.rows[table]]


RUNS: dict[str, Run] = {}


@pytest.fixture(params=SAMPLES)
def run(request):
    """Each sample, processed once for all tests of this file."""
    name = request.param
    if name not in RUNS:
        RUNS[name] = Run(SAMPLES[name])
    return RUNS[name]


@pytest.mark.parametrize("folder", FOLDERS)
def test_there_are_samples(folder):
    if not FOLDERS[folder].is_dir():
        pytest.skip(f"no folder {folder}: these samples are not part of the repository")
    assert list(find_items([str(FOLDERS[folder])]))


def test_the_tables(run):
    assert set(run.rows) == TABLES
    assert len(run.rows["corpus.documents"]) == len(run.rows["corpus.sources"]) == 1
    assert run.rows["corpus.sentences"] and run.rows["facts.mentions"]


def test_a_second_run_gives_the_same_rows(run):
    assert process(run.item) == run.rows
    assert document_id(run.item) == run.document["document_id"]


def test_every_row_belongs_to_the_document(run):
    for table, rows in run.rows.items():
        for row in rows:
            assert row.get("document_id", run.document["document_id"]) == run.document["document_id"], table


def test_offsets_lie_in_the_raw_text(run):
    length = run.document["raw_chars"]
    assert length == len(run.aligned.raw)
    for table, rows in run.rows.items():
        for row in rows:
            if "raw_start" in row:
                assert 0 <= row["raw_start"] < row["raw_end"] <= length, (table, row)


def test_kept_and_removed_are_all_raw_characters(run):
    edits = run.aligned.edits
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert run.aligned.text == run.document["text"]
    removed = sum(e.end - e.start for e in edits)
    written = sum(len(e.after) for e in edits)
    assert len(run.document["text"]) - written + removed == run.document["raw_chars"]
    assert all(len(e.before) == e.end - e.start for e in edits)


def test_surfaces_stand_in_the_raw_text(run):
    raw = run.aligned.raw
    for table in ("facts.mentions", "facts.quantities", "facts.times"):
        for row in run.rows[table]:
            assert row["surface"] == raw[row["raw_start"] : row["raw_end"]], table


def test_sentences_are_the_raw_words_with_the_edits_applied(run):
    numbers = [s["sentence_no"] for s in run.rows["corpus.sentences"]]
    assert numbers == list(range(len(numbers)))
    for row in run.rows["corpus.sentences"]:
        assert run.clean_words(row) == row["text"]


def test_quotes_are_the_raw_words_with_the_edits_applied(run):
    for row in run.rows["facts.quotes"]:
        assert run.clean_words(row) == row["text"]


def test_every_mention_still_names_something_when_clean(run):
    names = {}
    for row in run.rows["facts.entity_aliases"]:
        names.setdefault(row["entity_id"], set()).add(row["alias"])
    for row in run.rows["facts.mentions"]:
        assert names[row["entity_id"]]
        assert run.clean_words(row).strip()


def test_sentences_cover_all_clean_text(run):
    covered = set()
    for row in run.rows["corpus.sentences"]:
        start, end = run.aligned.clean_span(row["raw_start"], row["raw_end"])
        covered.update(range(start, end))
    text = run.document["text"]
    assert all(text[i].isspace() for i in set(range(len(text))) - covered)


def test_entities_are_declared_once_and_used(run):
    declared = [e["entity_id"] for e in run.rows["facts.entities"]]
    assert len(declared) == len(set(declared))
    used = [row["entity_id"] for row in run.rows["facts.mentions"] + run.rows["facts.entity_aliases"]]
    used += [r["entity_id"] for r in run.rows["facts.event_roles"] if r["entity_id"]]
    for _, fact in run.facts():
        used += [
            v for k, v in fact.items() if k.endswith("_id") and k not in ("fact_id", "document_id") and v
        ]
    assert set(used) <= set(declared)


def test_fact_ids_are_unique_and_roles_belong_to_events(run):
    ids = [fact["fact_id"] for _, fact in run.facts()]
    assert len(ids) == len(set(ids))
    events = {e["fact_id"] for e in run.rows["facts.events"]}
    assert {r["fact_id"] for r in run.rows["facts.event_roles"]} <= events
    places = {(p["fact_id"], p["place_no"]): p for p in run.rows["facts.evidence"]}
    assert len(places) == len(run.rows["facts.evidence"])
    for _, fact in run.facts():
        first = places[fact["fact_id"], 0]
        assert (first["raw_start"], first["raw_end"]) == (fact["raw_start"], fact["raw_end"])
    assert {p["fact_id"] for p in run.rows["facts.evidence"]} == set(ids)


def test_a_fact_has_somebody_or_something(run):
    for table, fact in run.facts():
        if table != "facts.events":
            who = "speaker" if table == "facts.quotes" else "subject"
            assert fact[f"{who}_id"] or fact[f"{who}_phrase"], fact


def test_no_evidence_lies_in_what_was_taken_out(run):
    gone = [(e.start, e.end) for e in run.aligned.edits if not e.after]
    for place in run.rows["facts.evidence"]:
        inside = [(a, b) for a, b in gone if a <= place["raw_start"] and place["raw_end"] <= b]
        assert not inside, run.aligned.raw[place["raw_start"] : place["raw_end"]]


def test_evidence_spans_no_removed_line(run):
    """Evidence is one sentence; a removed line in its midst would mean that two were joined."""
    raw = run.aligned.raw
    lines = [
        e for e in run.aligned.edits if e.rule.startswith("boilerplate") and "\n" in e.before.strip("\n")
    ]
    for place in run.rows["facts.evidence"]:
        for edit in lines:
            assert not place["raw_start"] < edit.start < edit.end < place["raw_end"], raw[
                edit.start : edit.end
            ]


def test_clean_words_carry_no_traces_of_markup(run):
    for _, fact in run.facts():
        for column in ("text", "label", "trigger", "qualifier", "venue", "subject_phrase", "speaker_phrase"):
            assert not {"<", "\u200b", "\ufeff"} & set(fact.get(column) or ""), fact


@pytest.mark.parametrize(
    ("data", "check"),
    [
        (b"", None),
        (b"   \n \n", None),
        ("Only English words, and many of them. " * 20, None),
        (b"\xff\xfe\x00", None),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(data, check):
    data = data.encode() if isinstance(data, str) else data
    with pytest.raises(Rejected) as refused:
        process(SourceItem("made/up.txt", data))
    assert refused.value.check and refused.value.reason


def test_the_annotation_rows_of_a_repaired_text(small_registry):
    """Traditional with pinyin residue: the surface is raw, the sentence clean."""
    raw = "微軟(ruǎn)在廣州裁員1900人,銷量下降。" + "這是公司今年第三次裁員,此前兩次都在北京。" * 3
    article = clean(read(SourceItem("made/up.txt", raw.encode())))
    assert article.text.text.startswith("微软在广州裁员1900人,销量下降。")
    rows = annotation_rows(replace(article, document_id="d1"), annotate(article, small_registry))
    ids = {name: entity.id for name, entity in small_registry.entities.items()}
    assert [
        (m["document_id"], m["entity_id"], m["surface"], m["raw_start"], m["raw_end"])
        for m in rows["facts.mentions"][:2]
    ] == [("d1", ids["微软"], "微軟", 0, 2), ("d1", ids["广州"], "廣州", 9, 11)]
    first = rows["corpus.sentences"][0]
    assert first["text"] == "微软在广州裁员1900人,销量下降。"
    assert (first["raw_start"], first["raw_end"]) == (0, raw.index("。") + 1)


@pytest.mark.parametrize("char", ["\ue000", "\ue004", "\ue010", "\ue012"])
def test_private_use_characters_never_reach_the_masks(char):
    """Masking writes names as such characters; pages with icon fonts hold them."""
    words = "微软在广州裁员1900人,销量下降。这是公司今年第三次裁员,此前两次都在北京。"
    rows = process(
        SourceItem("made/up.txt", f"{words}\n{char}表示,将扩产。\n{words}据{char}{char}报道。".encode())
    )
    assert char not in rows["corpus.documents"][0]["text"]
