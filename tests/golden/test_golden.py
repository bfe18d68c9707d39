"""What the sample articles give, as a person reads it; `make golden` writes the files anew.

Read the difference before committing it: each line is one fact with the words that state it.
"""

import os
from pathlib import Path

import pytest

from flows.sources import find_items
from transforms.pipeline import process
from transforms.source import SourceItem

ARTICLES = Path(__file__).parents[2] / "seeds" / "articles"
GOLDEN = Path(__file__).parent
ITEMS = [item for item in find_items([str(ARTICLES)]) if isinstance(item, SourceItem)]


def name_of(item):
    return Path(item.uri).name.replace("#line=", "-line")


def fact_lines(item):
    rows = process(item)
    (document,), raw = rows["corpus.documents"], rows["corpus.sources"][0]["raw_text"]
    names = {e["entity_id"]: e["name"] for e in rows["facts.entities"]}
    roles = {}
    for role in rows["facts.event_roles"]:
        filler = names.get(role["entity_id"]) or f"“{role['phrase']}”"
        roles.setdefault(role["fact_id"], []).append(f"{role['role']} {filler}")

    def who(row, role):
        return names.get(row[f"{role}_id"]) or f"“{row[f'{role}_phrase']}”"

    def words(row):
        return " ".join(raw[row["raw_start"] : row["raw_end"]].split())

    def line(row, text):
        mark = "" if row["confidence"] == "high" else "? "
        return row["raw_start"], f"{mark}{text}\n    {row['frame']} «{words(row)}»"

    lines = [
        line(
            r,
            f"metric {who(r, 'subject')} {r['metric']} {r['bound']}{r['value']:g} {r['unit']} "
            f"{r['period_edtf'] or '-'} {r['modality']} {names.get(r['attributed_to_id'], '-')}",
        )
        for r in rows["facts.metrics"]
    ]
    lines += [
        line(
            r,
            f"event {r['type']} ({', '.join(roles.get(r['fact_id'], []))}) {r['date_edtf'] or '-'} "
            f"{r['modality']}{'' if r['polarity'] == 'positive' else ' negative'}",
        )
        for r in rows["facts.events"]
    ]
    lines += [
        line(r, f"quote {who(r, 'speaker')} {r['verb']} {'direct' if r['direct'] else 'indirect'}")
        for r in rows["facts.quotes"]
    ]
    lines += [
        line(
            r,
            f"relation {who(r, 'subject')} {r['relation']} {who(r, 'object')} ({r['qualifier'] or '-'})",
        )
        for r in rows["facts.relations"]
    ]
    head = [
        f"{k}: {document[k]}"
        for k in ("title", "author", "publisher", "url", "credited_source", "script", "is_spun")
    ]
    head.append(f"published: {document['published_edtf']} ({document['published_basis']})")
    return "\n".join([*head, "", *(text for _, text in sorted(lines))]) + "\n"


@pytest.mark.parametrize("item", ITEMS, ids=name_of)
def test_facts_of_the_sample_articles(item):
    found, path = fact_lines(item), GOLDEN / f"{name_of(item)}.facts"
    if os.environ.get("KAOJU_GOLDEN") == "write":
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8"), "facts changed: `make golden`, then read the difference"
