"""Rows of a small document, made by hand: raw text with a repair, two entities, one fact of each kind."""

from __future__ import annotations

import hashlib
from datetime import datetime

from transforms.rows import Row, Rows

NOW = datetime(2024, 8, 24, 12, 0, 0)
LATER = datetime(2024, 8, 25, 12, 0, 0)
RAW = "Meta發布Llama 3.1，參數(shù)達405B。紮克伯格表示：“開源是好事。”首月下載約360萬次。Meta發布了它。"
CLEAN = "Meta发布Llama 3.1，参数达405B。扎克伯格表示：“开源是好事。”首月下载约360万次。Meta发布了它。"
META, LLAMA, ZUCK = "organization:Meta", "model:Llama 3.1", "person:马克·扎克伯格"


def at(words: str, nth: int = 0) -> dict[str, int]:
    """Where the words stand in RAW."""
    start = -1
    for _ in range(nth + 1):
        start = RAW.index(words, start + 1)
    return {"raw_start": start, "raw_end": start + len(words)}


def made_by(frame: str, confidence: str = "high") -> Row:
    return {
        "confidence": confidence,
        "confidence_reasons": ["explicit subject"],
        "frame": frame,
        "rules_version": "r1",
    }


def edit(document: str, rule: str, before: str, after: str, nth: int = 0) -> Row:
    return {"document_id": document, "rule": rule, "before": before, "after": after, **at(before, nth)}


def document(name: str = "d1", rules: str = "r1", uri: str | None = None) -> Rows:
    """All rows of a document that passes every check."""
    text_bytes = RAW.encode()
    own = {"document_id": name}
    metric, event, quote, relation = (f"{name}-{kind}" for kind in ("metric", "event", "quote", "relation"))
    first = at("Meta發布Llama 3.1")
    places = {
        metric: at("首月下載約360萬次"),
        event: first,
        quote: at("開源是好事。"),
        relation: first,
    }
    return {
        "corpus.documents": [
            {
                **own,
                "source_uri": uri or f"{name}.txt",
                "source_sha256": hashlib.sha256(text_bytes).hexdigest(),
                "raw_chars": len(RAW),
                "encoding": "utf-8",
                "title": "Meta发布Llama 3.1",
                "publisher": "示例网",
                "published_edtf": "2024-08-23",
                "published_from": "2024-08-23",
                "published_to": "2024-08-23",
                "published_basis": "stated: 2024年8月23日",
                "script": "Hant",
                "is_spun": False,
                "spun_score": 0.0,
                "text": CLEAN,
                "rules_version": rules,
            }
        ],
        "corpus.sources": [
            {
                **own,
                "source_sha256": hashlib.sha256(text_bytes).hexdigest(),
                "content": text_bytes,
                "raw_text": RAW,
            }
        ],
        "corpus.repairs": [
            edit(name, "script:t2s", "發", "发"),
            edit(name, "script:t2s", "參數", "参数"),
            edit(name, "pinyin:bracket", "(shù)", ""),
            edit(name, "script:t2s", "達", "达"),
            edit(name, "script:t2s", "紮", "扎"),
            edit(name, "script:t2s", "開", "开"),
            edit(name, "script:t2s", "載約", "载约"),
            edit(name, "script:t2s", "萬", "万"),
            edit(name, "script:t2s", "發", "发", 1),
        ],
        "corpus.sentences": [
            {
                **own,
                "sentence_no": number,
                "paragraph_no": 0,
                "text": clean,
                **at(raw),
            }
            for number, (raw, clean) in enumerate(
                zip(
                    [
                        "Meta發布Llama 3.1，參數(shù)達405B。",
                        "紮克伯格表示：“開源是好事。”",
                        "首月下載約360萬次。",
                        "Meta發布了它。",
                    ],
                    [
                        "Meta发布Llama 3.1，参数达405B。",
                        "扎克伯格表示：“开源是好事。”",
                        "首月下载约360万次。",
                        "Meta发布了它。",
                    ],
                    strict=True,
                )
            )
        ],
        "facts.entities": [
            {
                "entity_id": META,
                "name": "Meta",
                "kind": "organization",
                "basis": "registry",
                "wikidata_id": "Q380",
            },
            {"entity_id": LLAMA, "name": "Llama 3.1", "kind": "model", "basis": "discovered"},
            {"entity_id": ZUCK, "name": "马克·扎克伯格", "kind": "person", "basis": "registry"},
        ],
        "facts.entity_aliases": [
            {"entity_id": META, "alias": "Meta Platforms"},
            {"entity_id": ZUCK, "alias": "扎克伯格"},
        ],
        "facts.mentions": [
            {**own, "entity_id": META, "surface": "Meta", **at("Meta")},
            {**own, "entity_id": LLAMA, "surface": "Llama 3.1", **at("Llama 3.1")},
            {**own, "entity_id": ZUCK, "surface": "紮克伯格", **at("紮克伯格")},
            {**own, "entity_id": META, "surface": "Meta", **at("Meta", 1)},
        ],
        "facts.quantities": [
            {
                **own,
                "surface": "405B",
                "value": 405e9,
                "value_low": 405e9,
                "value_high": 405e9,
                "unit": "parameter",
                "bound": "=",
                **at("405B"),
            },
            {
                **own,
                "surface": "約360萬次",
                "value": 3600000,
                "value_low": 3600000,
                "value_high": 3600000,
                "unit": "download",
                "bound": "~",
                **at("約360萬次"),
            },
        ],
        "facts.times": [
            {
                **own,
                "surface": "首月",
                "edtf": "2024-07-23/2024-08-22",
                "start_on": "2024-07-23",
                "end_on": "2024-08-22",
                **at("首月"),
            },
        ],
        "facts.metrics": [
            {
                **own,
                "fact_id": metric,
                "subject_id": LLAMA,
                "metric": "downloads",
                "label": "下载",
                "value": 3600000.0,
                "value_low": 3600000,
                "value_high": 3600000,
                "unit": "download",
                "bound": "~",
                "period_edtf": "2024-07-23/2024-08-22",
                "attributed_to_id": META,
                "modality": "actual",
                **places[metric],
                **made_by("metric:downloads"),
            },
        ],
        "facts.events": [
            {
                **own,
                "fact_id": event,
                "type": "release",
                "trigger": "发布",
                "date_edtf": "2024-07-23",
                "start_on": "2024-07-23",
                "end_on": "2024-07-23",
                "modality": "actual",
                "polarity": "positive",
                **places[event],
                **made_by("event:release"),
            },
        ],
        "facts.event_roles": [
            {"fact_id": event, "role": "agent", "entity_id": META},
            {"fact_id": event, "role": "object", "entity_id": LLAMA},
        ],
        "facts.quotes": [
            {
                **own,
                "fact_id": quote,
                "speaker_id": ZUCK,
                "verb": "表示",
                "text": "开源是好事。",
                "direct": True,
                **places[quote],
                **made_by("quote:colon"),
            },
        ],
        "facts.relations": [
            {
                **own,
                "fact_id": relation,
                "subject_id": META,
                "relation": "developer_of",
                "object_id": LLAMA,
                **places[relation],
                **made_by("entailed:release", "candidate"),
            },
        ],
        "facts.evidence": [
            *({"fact_id": fact, "place_no": 0, **place} for fact, place in places.items()),
            {"fact_id": event, "place_no": 1, **at("Meta發布了它")},
        ],
    }


def reconciled(*names: str) -> Rows:
    """Families and one claim over documents made by `document`."""
    return {
        "corpus.families": [
            {
                "document_id": name,
                "family_id": names[0],
                "method": "single" if len(names) == 1 else "exact",
                "similarity": 1.0,
                "is_original": name == names[0],
                "reason": "same text",
            }
            for name in names
        ],
        "facts.claims": [
            {
                "claim_id": "c1",
                "kind": "event",
                "topic": f"event|release|{LLAMA}",
                "statement": "Meta 发布 Llama 3.1",
                "way": "fact",
                "subject_id": LLAMA,
                "documents": len(names),
                "sources": 1,
                "agreement": "single",
                "reason": None,
                "attributed_to_id": None,
                "first_document_id": (names or ("",))[0],
                "latest_document_id": (names or ("",))[-1],
                "fact_ids": [f"{name}-event" for name in names],
            }
        ],
    }
