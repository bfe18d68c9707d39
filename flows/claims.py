"""The claims kept up to date: only those that new documents, or names decided on anew, have to do with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any, Final

from flows.claim_rows import Pair, claim_rows
from flows.names import Names, decided_names
from transforms.reconciling.claims import find_claims
from transforms.reconciling.event_claims import AT_HEAD, natures, topic_groups, types_like
from warehouse.writer import Piece, Writer

AT_ONCE: Final = 4000
Topics = dict[str, set[Pair]]
"""Kind of fact to (metric, event type or relation; entity) pairs, the entity as decided."""


def make_claims(
    writer: Writer, run_id: str, documents: Collection[str] | None, names: Collection[str]
) -> int:
    """Make anew the claims that these documents or entities have a part in, or all; the number of topics.

    The outcome is that of making all anew: what a document changes is in the topics of its own facts, in the
    events of persons that it puts at the head of a firm, and in those of families whose versions it names.
    """
    decided = decided_names(writer.connection)
    topics = _topics(writer, documents, decided)
    if documents is None:
        before = [one for (one,) in _fetch(writer, "SELECT DISTINCT topic FROM facts.claims", None)]
        writer.rewrite(run_id, Piece("facts.claims", "topic", before, []))
    else:
        _add(topics, _stale(writer), decided)
        for kind, what, entity in _of_entities(writer, names):
            _add(topics, [(kind, what, one) for one in {entity, *names}], decided)
        _forget(writer, run_id, names)
    count = 0
    for kind, pairs in topics.items():
        ordered = sorted(pairs)
        for at in range(0, len(ordered), AT_ONCE):
            wanted = _spelled(kind, ordered[at : at + AT_ONCE])
            corpus = claim_rows(writer, kind, ordered[at : at + AT_ONCE], decided)
            rows = find_claims(corpus, corpus["corpus.families"], wanted, decided.meant)
            writer.rewrite(run_id, Piece("facts.claims", "topic", sorted(wanted), rows))
            count += len(wanted)
    return count


def _spelled(kind: str, pairs: Iterable[Pair]) -> set[str]:
    if kind != "event":
        return {f"{kind}|{what}|{entity}" for what, entity in pairs}
    return {f"event|{group}|{entity}" for what, entity in pairs for group in topic_groups(what)}


def _add(topics: Topics, found: Iterable[tuple[str, str, str]], decided: Names) -> None:
    for kind, what, entity in found:
        # Events of all types that say the same are compared, so they come together.
        for one in types_like(what) if kind == "event" else (what,):
            topics[kind].add((one, decided.group_of(entity)))


def _topics(writer: Writer, documents: Collection[str] | None, decided: Names) -> Topics:
    """What the facts of these documents, or of all, are about."""
    topics: Topics = defaultdict(set)
    some = None if documents is None else list(documents)
    where = "" if some is None else "WHERE document_id IN (SELECT unnest(?::VARCHAR[]))"
    about = " OR ".join(f"(type = '{one}' AND role = '{n.about}')" for one, n in natures().items())
    for sql in (
        f"SELECT DISTINCT 'metric', metric, subject_id FROM facts.metrics {where}",
        f"SELECT DISTINCT 'relation', relation, subject_id FROM facts.relations {where}",
        "SELECT DISTINCT 'event', type, entity_id FROM facts.events JOIN facts.event_roles USING (fact_id)"
        f" {where or 'WHERE true'} AND ({about})",
    ):
        _add(topics, [one for one in _fetch(writer, sql, some) if one[2]], decided)
    if some is not None:
        heads = ", ".join(f"'{one}'" for one in sorted(AT_HEAD))
        sql = (
            "SELECT DISTINCT 'event', type, s.entity_id FROM facts.event_roles r"
            " JOIN facts.events USING (fact_id) JOIN facts.event_roles s USING (fact_id)"
            " WHERE s.entity_id IS NOT NULL AND r.entity_id IN ("
            f"SELECT subject_id FROM facts.relations {where} AND relation IN ({heads}))"
        )
        _add(topics, _fetch(writer, sql, some), decided)
        sql = (
            "SELECT DISTINCT 'event', type, entity_id FROM facts.events"
            " JOIN facts.event_roles USING (fact_id)"
            " WHERE entity_id IN (SELECT f.entity_id FROM facts.entities f JOIN facts.entities v"
            f" ON v.family = f.name WHERE v.entity_id IN (SELECT entity_id FROM facts.mentions {where}))"
        )
        _add(topics, _fetch(writer, sql, some), decided)
    return topics


def _stale(writer: Writer) -> list[tuple[str, str, str]]:
    """Topics of claims that lost a fact when its document was loaded again."""
    return _split(writer, "SELECT DISTINCT topic FROM facts.claims WHERE len(fact_ids) = 0", None)


def _forget(writer: Writer, run_id: str, names: Collection[str]) -> None:
    """Take away the claims about these entities, some of which go by another name now."""
    sql = "SELECT DISTINCT topic FROM facts.claims WHERE subject_id IN (SELECT unnest(?::VARCHAR[]))"
    if names:
        topics = [one for (one,) in _fetch(writer, sql, sorted(names))]
        writer.rewrite(run_id, Piece("facts.claims", "topic", topics, []))


def _of_entities(writer: Writer, names: Collection[str]) -> list[tuple[str, str, str]]:
    """Topics of facts that name entities on which something else was decided."""
    if not names:
        return []
    chosen = "IN (SELECT unnest(?::VARCHAR[]))"
    found: list[tuple[str, str, str]] = []
    for sql in (
        f"SELECT DISTINCT 'metric', metric, subject_id FROM facts.metrics WHERE subject_id {chosen}",
        f"SELECT DISTINCT 'metric', metric, subject_id FROM facts.metrics WHERE attributed_to_id {chosen}",
        f"SELECT DISTINCT 'relation', relation, subject_id FROM facts.relations WHERE subject_id {chosen}",
        f"SELECT DISTINCT 'relation', relation, subject_id FROM facts.relations WHERE object_id {chosen}",
        "SELECT DISTINCT 'event', type, s.entity_id FROM facts.event_roles r"
        f" JOIN facts.events USING (fact_id)"
        f" JOIN facts.event_roles s USING (fact_id) WHERE r.entity_id {chosen}",
    ):
        found += [one for one in _fetch(writer, sql, sorted(names)) if one[2]]
    return found


def _split(writer: Writer, sql: str, values: list[str] | None) -> list[tuple[str, str, str]]:
    """Topics in their three parts; of a group of event types one of them."""
    type_of = {group: one for one in natures() for group in topic_groups(one)}
    parts = []
    for (topic,) in _fetch(writer, sql, values):
        kind, what, entity = topic.split("|", 2)
        parts.append((kind, type_of[what] if kind == "event" else what, entity))
    return parts


def _fetch(writer: Writer, sql: str, values: list[str] | None) -> list[Any]:
    given = [] if values is None else [values]
    return writer.connection.execute(sql, given).fetchall()
