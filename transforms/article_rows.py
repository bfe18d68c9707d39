"""The rows of one article for the corpus and annotation tables."""

from __future__ import annotations

import json

from transforms.annotations import Annotated
from transforms.article import Article, ReadText
from transforms.rows import Row, Rows


def document_row(article: Article, source: ReadText, rules_version: str) -> Row:
    """The row of `corpus.documents`."""
    known, date = article.metadata, article.metadata.published
    return {
        "document_id": article.document_id,
        "source_uri": article.source_uri,
        "source_sha256": article.source_sha256,
        "raw_chars": len(article.text.raw),
        "encoding": article.encoding,
        "replaced_chars": source.replaced,
        "title": known.title,
        "author": known.author,
        "publisher": known.publisher,
        "translator": known.translator,
        "url": known.url,
        "credited_source": known.credited_source,
        "published_edtf": date.edtf,
        "published_from": date.first,
        "published_to": date.last,
        "published_basis": date.known_by,
        "script": article.script,
        "is_spun": article.is_spun,
        "spun_score": article.spun_score,
        "duplicate_of": None,
        "supersedes": None,
        "text": article.text.text,
        "extra": json.dumps(dict(known.extra), ensure_ascii=False, sort_keys=True) if known.extra else None,
        "rules_version": rules_version,
    }


def source_row(article: Article, source: ReadText) -> Row:
    """The row of `corpus.sources`: the bytes as they came, what was said of them, and the decoded text."""
    item = source.item
    return {
        "document_id": article.document_id,
        "source_sha256": article.source_sha256,
        "media_type": item.media_type,
        "declared_encoding": item.encoding,
        "said": json.dumps(dict(item.said), ensure_ascii=False, sort_keys=True) if item.said else None,
        "content": item.data,
        "raw_text": article.text.raw,
    }


def annotation_rows(article: Article, annotated: Annotated) -> Rows:
    """Rows of repairs, sentences, entities, aliases, mentions, quantities and times; offsets are raw."""
    document, raw = article.document_id, article.text.raw_span
    text = annotated.text

    def at(start: int, end: int) -> Row:
        raw_start, raw_end = raw(start, end)
        return {"document_id": document, "raw_start": raw_start, "raw_end": raw_end}

    def surface(start: int, end: int) -> str:
        raw_start, raw_end = raw(start, end)
        return article.text.raw[raw_start:raw_end]

    repairs = [
        {
            "document_id": document,
            "rule": e.rule,
            "raw_start": e.start,
            "raw_end": e.end,
            "before": e.before,
            "after": e.after,
        }
        for e in article.text.edits
    ]
    sentences = [
        {
            "sentence_no": s.number,
            "paragraph_no": s.paragraph,
            "text": text[s.start : s.end],
            **at(s.start, s.end),
        }
        for s in annotated.sentences
    ]
    mentions = [
        {"entity_id": m.entity.id, "how": m.how, "surface": surface(m.start, m.end), **at(m.start, m.end)}
        for m in annotated.mentions
    ]
    quantities = [
        {
            "surface": surface(q.start, q.end),
            "value": q.value,
            "value_low": q.low,
            "value_high": q.high,
            "unit": q.unit,
            "bound": q.bound,
            "noun": q.noun or None,
            "per": q.per,
            **at(q.start, q.end),
        }
        for q in annotated.quantities
    ]
    times = [
        {
            "surface": surface(t.start, t.end),
            "edtf": t.edtf,
            "start_on": t.first,
            "end_on": t.last,
            "is_relative": t.relative,
            "is_vague": t.vague,
            **at(t.start, t.end),
        }
        for t in annotated.times
    ]
    return {
        "corpus.repairs": repairs,
        "corpus.sentences": sentences,
        "facts.mentions": mentions,
        "facts.quantities": quantities,
        "facts.times": times,
        **entity_rows(annotated),
    }


def entity_rows(annotated: Annotated) -> Rows:
    """Rows of the entities that the article names, and of every alias known of them."""
    entities = [
        {
            "entity_id": e.id,
            "name": e.name,
            "kind": e.kind,
            "wikidata_id": e.wikidata_id,
            "basis": e.basis,
            "family": e.family,
        }
        for e in annotated.entities.values()
    ]
    aliases = [
        {"entity_id": e.id, "alias": alias}
        for e in annotated.entities.values()
        for alias in dict.fromkeys((e.name, *e.aliases))
    ]
    return {"facts.entities": entities, "facts.entity_aliases": aliases}
