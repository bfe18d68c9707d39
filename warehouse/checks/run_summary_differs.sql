-- The totals of the latest finished run are the numbers of rows in the tables.
SELECT r.run_id, name, said, counted
FROM (
    SELECT run_id, unnest([
        {'name': 'documents', 'said': documents, 'counted': (SELECT count(*) FROM corpus.documents)},
        {'name': 'sentences', 'said': sentences, 'counted': (SELECT count(*) FROM corpus.sentences)},
        {'name': 'entities', 'said': entities, 'counted': (SELECT count(*) FROM facts.entities)},
        {'name': 'mentions', 'said': mentions, 'counted': (SELECT count(*) FROM facts.mentions)},
        {'name': 'quantities', 'said': quantities, 'counted': (SELECT count(*) FROM facts.quantities)},
        {'name': 'times', 'said': times, 'counted': (SELECT count(*) FROM facts.times)},
        {'name': 'metrics', 'said': metrics, 'counted': (SELECT count(*) FROM facts.metrics)},
        {'name': 'events', 'said': events, 'counted': (SELECT count(*) FROM facts.events)},
        {'name': 'quotes', 'said': quotes, 'counted': (SELECT count(*) FROM facts.quotes)},
        {'name': 'relations', 'said': relations, 'counted': (SELECT count(*) FROM facts.relations)},
        {'name': 'claims', 'said': claims, 'counted': (SELECT count(*) FROM facts.claims)}
    ], recursive := true)
    FROM (FROM ops.runs WHERE finished_at IS NOT NULL ORDER BY finished_at DESC, started_at DESC LIMIT 1)
) r
WHERE said IS DISTINCT FROM counted
