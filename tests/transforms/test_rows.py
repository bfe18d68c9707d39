"""Rows of the fact tables: one row a fact, an id of its content, words of the fact model only."""

from datetime import date

import pytest

from transforms.aligned import AlignedText, Change
from transforms.annotating.registry import entity_id
from transforms.annotations import Entity, TimeSpan
from transforms.article import Article, DocumentDate, Metadata, ReadText
from transforms.article_rows import document_row, entity_rows
from transforms.extracting.confidence import confidence
from transforms.fact_rows import fact_rows
from transforms.facts import Event, Filler, Metric, Quote, Relation, Trace
from transforms.source import SourceItem

TEXT = "微软裁员1900人。微软(软)裁员1900人。陈立说不会再裁员。"


def entity(name, kind="organization"):
    return Entity(entity_id(kind, name), name, kind, "registry", aliases=("别名", name))


MICROSOFT, CHEN = entity("微软"), entity("陈立", "person")
DAY = TimeSpan(0, 2, "昨天", "2025-03-17", date(2025, 3, 17), date(2025, 3, 17), True)


def article(text=TEXT, changes=()):
    return Article("d1", "made/up", "0", "utf-8", AlignedText(text).apply(changes), Metadata(), "Hans")


def headcount(start=0, end=9, value=1900.0, metric="headcount_change", **more):
    trace = Trace(start, end, "metric.test", more.pop("reasons", ()))
    given = {"unit": "person", "bound": "=", "period": None, "attributed_to": None} | more
    return Metric(trace, Filler(MICROSOFT), metric, "裁员", value, low=value, high=value, **given)


def rows(*facts, **given):
    return fact_rows(article(**given), facts, "v1")


def test_a_metric():
    made = rows(headcount(period=DAY))
    (row,) = made["facts.metrics"]
    assert row.pop("fact_id").startswith("f")
    expected = {
        "document_id": "d1",
        "raw_start": 0,
        "raw_end": 9,
        "frame": "metric.test",
        "rules_version": "v1",
        "confidence": "high",
        "confidence_reasons": [],
        "subject_id": MICROSOFT.id,
        "subject_phrase": None,
        "metric": "headcount_change",
        "label": "裁员",
        "value": 1900.0,
        "value_low": 1900.0,
        "value_high": 1900.0,
        "unit": "person",
        "bound": "=",
        "period_edtf": "2025-03-17",
        "attributed_to_id": None,
        "modality": "actual",
    }
    assert row.items() >= expected.items()


def test_an_event_and_its_roles():
    roles = {"agent": (Filler(MICROSOFT),), "object": (Filler(phrase="1900名员工"), Filler(CHEN))}
    made = rows(Event(Trace(0, 9, "event.test"), "lay_off", "裁员", roles, DAY))
    (event,) = made["facts.events"]
    assert (event["type"], event["date_edtf"], event["start_on"]) == (
        "lay_off",
        "2025-03-17",
        date(2025, 3, 17),
    )
    assert [(r["role"], r["entity_id"], r["phrase"]) for r in made["facts.event_roles"]] == [
        ("agent", MICROSOFT.id, None),
        ("object", None, "1900名员工"),
        ("object", CHEN.id, None),
    ]
    assert {r["fact_id"] for r in made["facts.event_roles"]} == {event["fact_id"]}


def test_a_quote_and_a_relation():
    made = rows(
        Quote(Trace(25, 30, "quote.test"), Filler(CHEN), "说", "不会再裁员", False),
        Relation(Trace(0, 2, "relation.test"), Filler(CHEN), "employee_of", Filler(MICROSOFT), "总裁"),
    )
    (quote,), (relation,) = made["facts.quotes"], made["facts.relations"]
    assert (quote["speaker_id"], quote["verb"], quote["text"]) == (CHEN.id, "说", "不会再裁员")
    assert (relation["subject_id"], relation["relation"], relation["object_id"], relation["qualifier"]) == (
        CHEN.id,
        "employee_of",
        MICROSOFT.id,
        "总裁",
    )


def test_a_fact_stated_again_is_one_row_with_two_places():
    made = rows(headcount(10, 22), headcount(0, 9), headcount(0, 9))
    (row,) = made["facts.metrics"]
    assert [(p["place_no"], p["raw_start"], p["raw_end"]) for p in made["facts.evidence"]] == [
        (0, 0, 9),
        (1, 10, 22),
    ]
    assert (row["raw_start"], row["raw_end"]) == (0, 9)


def test_another_value_is_another_fact():
    made = rows(headcount(), headcount(value=2000.0))
    assert len({r["fact_id"] for r in made["facts.metrics"]}) == 2


def test_the_id_comes_from_the_fact_and_not_from_the_rules():
    ids = {
        fact_rows(article(), [headcount()], version)["facts.metrics"][0]["fact_id"]
        for version in ("v1", "v2")
    }
    ids.add(rows(headcount(reasons=("pronoun",)))["facts.metrics"][0]["fact_id"])
    assert len(ids) == 1
    assert ids != {rows(headcount(10, 22))["facts.metrics"][0]["fact_id"]}


def test_offsets_of_rows_are_raw():
    raw = "微(wēi)软裁员1900人。"
    made = rows(headcount(0, 9), text=raw, changes=[Change(1, 6, "", "pinyin.exact")])
    (row,) = made["facts.metrics"]
    assert raw[row["raw_start"] : row["raw_end"]] == "微(wēi)软裁员1900人"


def test_repaired_words_are_a_reason():
    (row,) = rows(headcount(0, 9), text="微柔裁员1900人。", changes=[Change(1, 2, "软", "spun.lexicon")])[
        "facts.metrics"
    ]
    assert row["confidence_reasons"] == ["repaired words"]


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [((), "high"), (("subject by pronoun",), "high"), (("subject is a phrase",), "candidate")],
)
def test_confidence_has_reasons(reasons, expected):
    assert confidence(reasons) == expected
    (row,) = rows(headcount(reasons=reasons))["facts.metrics"]
    assert (row["confidence"], row["confidence_reasons"]) == (expected, list(reasons))


@pytest.mark.parametrize(
    "fact",
    [
        headcount(metric="happiness"),
        Event(Trace(0, 9, "event.test"), "celebrate", "庆祝"),
        Event(Trace(0, 9, "event.test"), "lay_off", "裁员", {"victim": (Filler(CHEN),)}),
        Relation(Trace(0, 9, "relation.test"), Filler(CHEN), "friend_of", Filler(MICROSOFT)),
    ],
    ids=["metric", "type", "role", "relation"],
)
def test_a_word_that_the_fact_model_does_not_know_raises(fact):
    with pytest.raises(ValueError, match=r"unknown .*known: "):
        rows(fact)


def test_entities_have_their_name_among_their_aliases(annotate_text):
    made = entity_rows(annotate_text("苹果公司与马克·扎克伯格。"))
    aliases = {}
    for row in made["facts.entity_aliases"]:
        aliases.setdefault(row["entity_id"], []).append(row["alias"])
    assert {e["name"]: aliases[e["entity_id"]] for e in made["facts.entities"]} == {
        "苹果公司": ["苹果公司", "苹果", "Apple"],
        "马克·扎克伯格": ["马克·扎克伯格", "扎克伯格", "小扎", "Mark Zuckerberg"],
    }


def test_the_document_says_how_its_date_is_known():
    published = DocumentDate("2025-03", date(2025, 3, 1), date(2025, 3, 31), "implied", "三月")
    known = Metadata(title="裁员", published=published, extra={"channel": "财经", "author_id": "7"})
    text = AlignedText(TEXT)
    source = ReadText(SourceItem("made/up", TEXT.encode()), "utf-8", 3, text)
    row = document_row(Article("d1", "made/up", "0", "utf-8", text, known, "Hans"), source, "v1")
    assert row["published_basis"] == "implied: 三月"
    assert (row["published_edtf"], row["published_from"], row["published_to"]) == (
        "2025-03",
        date(2025, 3, 1),
        date(2025, 3, 31),
    )
    assert (row["raw_chars"], row["text"], row["title"]) == (len(TEXT), TEXT, "裁员")
    assert row["replaced_chars"] == 3
    assert row["extra"] == '{"author_id": "7", "channel": "财经"}'
