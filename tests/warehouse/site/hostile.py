"""A published warehouse in which every text that a document brings tries to be something else than text."""

from __future__ import annotations

from pathlib import Path

from tests.warehouse.example import CLEAN, LATER, META, NOW, RAW, document, reconciled
from transforms.rows import Row, Rows
from warehouse.writer import open_writer

ATTACK = (
    "<script>document.title='owned'</script>\"><img src=x onerror=\"document.title='owned'\">"
    "{{7*7}}{% raw %}[点此](javascript:alert(1))</textarea>--><svg onload=alert(1)>&lt;b&gt;\x1b[31m\u202e"
)


def hostile_document() -> Rows:
    """The example document behind an attack, which stands in its title, names, phrases and addresses too."""
    made = document("d3", uri=f"bad/{ATTACK}.txt")
    lead, name = f"{ATTACK}\n", f"恶{ATTACK}"
    for table in made.values():
        for row in table:
            for column in ("raw_start", "raw_end"):
                if column in row:
                    row[column] += len(lead)
    [about], [source] = made["corpus.documents"], made["corpus.sources"]
    about |= {"title": ATTACK, "author": ATTACK, "publisher": ATTACK, "url": "javascript:alert(1)"}
    about |= {"raw_chars": len(lead + RAW), "text": lead + CLEAN}
    source["raw_text"] = lead + RAW
    entity: Row = {"entity_id": name, "name": name, "kind": "organization", "basis": "discovered"}
    made["facts.entities"].append(entity)
    made["facts.entity_aliases"].append({"entity_id": name, "alias": ATTACK})
    made["facts.mentions"].append(
        {"document_id": "d3", "entity_id": name, "surface": ATTACK, "raw_start": 0, "raw_end": len(ATTACK)}
    )
    [metric], [quote] = made["facts.metrics"], made["facts.quotes"]
    metric |= {"subject_id": name, "label": ATTACK, "frame": ATTACK, "confidence_reasons": [ATTACK]}
    quote |= {"text": ATTACK, "speaker_id": None, "speaker_phrase": ATTACK, "verb": ATTACK, "venue": ATTACK}
    made["facts.event_roles"].append({"fact_id": "d3-event", "role": "place", "phrase": ATTACK})
    return made


def publish(warehouse: Path) -> Path:
    """Two copies of the example, the hostile one, a claim whose statement is an attack, and a reject."""
    with open_writer(warehouse) as writer:
        report = writer.load([document("d1"), document("d2"), hostile_document()], "run1", NOW)
        assert report.refused == report.rejects == ()
        whole = reconciled("d1", "d2", "d3")
        whole["facts.claims"][0]["statement"] = ATTACK
        writer.replace(whole)
        counts = {"documents_in": 4, "documents_loaded": 3, "documents_rejected": 1}
        run = {"run_id": "run1", "started_at": NOW, "finished_at": LATER, "state": "completed", **counts}
        writer.record_run({**run, "message": ATTACK})
        writer.publish()
    return warehouse


__all__ = ["ATTACK", "META", "hostile_document", "publish"]
