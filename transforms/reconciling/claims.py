"""Claims: what several facts state alike, and whether they agree."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from transforms.rows import Row, Rows

# These happen again and again between the same parties: only statements of one date are comparable.
_REPEATED = frozenset(
    """share_move report_results meet criticize support invest raise_funds lay_off partner benchmark announce
    other""".split()
)
Key = tuple[str, ...]


def find_claims(corpus: Rows, families: list[Row]) -> list[Row]:
    """Rows of `facts.claims`: facts with the same key, supported by as many sources as there are families.

    Quotes are no claims: what somebody said is not comparable. Facts of phrases, without an entity, are left
    out, since a phrase means something in its own article only.
    """
    family = {row["document_id"]: row["family_id"] for row in families}
    names = {row["entity_id"]: row["name"] for row in corpus["facts.entities"]}
    groups: dict[Key, list[Row]] = defaultdict(list)
    for kind, key, row in _keyed(corpus):
        groups[(kind, *key)].append(row)
    return [_claim(key, rows, family, names) for key, rows in groups.items()]


def _keyed(corpus: Rows) -> Iterator[tuple[str, Key, Row]]:
    for row in corpus["facts.metrics"]:
        if row["subject_id"]:
            # Without a period two values may both be true, each at its time.
            when = row["period_edtf"] or f"value {row['value']}"
            yield "metric", (row["subject_id"], row["metric"], row["unit"], when), row
    roles: dict[str, dict[str, str]] = defaultdict(dict)
    for role in corpus["facts.event_roles"]:
        if role["entity_id"]:
            roles[role["fact_id"]][role["role"]] = role["entity_id"]
    for row in corpus["facts.events"]:
        filled = roles[row["fact_id"]]
        if "object" in filled or ("agent" in filled and "target_org" in filled):
            date = (row["date_edtf"] or "") if row["type"] in _REPEATED else ""
            parties = [f"{role}={entity}" for role, entity in sorted(filled.items()) if role != "place"]
            yield "event", (row["type"], row["polarity"], date, *parties), row
    for row in corpus["facts.relations"]:
        if row["subject_id"] and row["object_id"]:
            yield (
                "relation",
                (row["subject_id"], row["relation"], row["object_id"], row["qualifier"] or ""),
                row,
            )


def _claim(key: Key, rows: list[Row], family: dict[str, str], names: dict[str, str]) -> Row:
    documents = {row["document_id"] for row in rows}
    sources = {family.get(d, d) for d in documents}
    return {
        "claim_id": "c" + hashlib.sha256("\0".join(key).encode()).hexdigest()[:15],
        "kind": key[0],
        "statement": _statement(key, rows, names),
        "documents": len(documents),
        "sources": len(sources),
        "agreement": "single" if len(sources) < 2 else "agree" if _agree(key[0], rows) else "conflict",
        "fact_ids": sorted(row["fact_id"] for row in rows),
    }


def _agree(kind: str, rows: list[Row]) -> bool:
    if kind == "metric":
        return all(_overlap(_range(a), _range(b)) for a, b in combinations(rows, 2))
    if kind == "event":
        dated = [(row["start_on"], row["end_on"]) for row in rows if row["start_on"] and row["end_on"]]
        return all(a[0] <= b[1] and b[0] <= a[1] for a, b in combinations(dated, 2))
    return True


def _range(row: Row) -> tuple[float, float]:
    """The values that a statement allows, 5 % to either side where it says 约."""
    value, slack = row["value"], abs(row["value"]) * (0.05 if row["bound"] == "~" else 1e-9)
    low = row["value_low"] if row["value_low"] is not None else float("-inf")
    high = row["value_high"] if row["value_high"] is not None else float("inf")
    if low == float("-inf") and high == float("inf"):
        low = high = value
    return low - slack, high + slack


def _overlap(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _statement(key: Key, rows: list[Row], names: dict[str, str]) -> str:
    """The claim in one line, for people."""
    first = rows[0]
    if key[0] == "metric":
        values = sorted({f"{row['bound'] if row['bound'] != '=' else ''}{row['value']:g}" for row in rows})
        period = f" ({first['period_edtf']})" if first["period_edtf"] else ""
        return f"{names.get(key[1], key[1])} · {key[2]}{period}: {' | '.join(values)} {key[3]}"
    if key[0] == "event":
        roles = [part.split("=", 1) for part in key[4:]]
        parties = ", ".join(f"{role} {names.get(entity, entity)}" for role, entity in roles)
        date = next((f" ({row['date_edtf']})" for row in rows if row["date_edtf"]), "")
        return f"{'not ' if key[2] == 'negative' else ''}{key[1]}: {parties}{date}"
    qualifier = f" ({key[4]})" if key[4] else ""
    return f"{names.get(key[1], key[1])} · {key[2]} · {names.get(key[3], key[3])}{qualifier}"
