-- No interval ends before it begins.
SELECT 'corpus.documents' AS table_name, document_id AS id FROM corpus.documents WHERE published_from > published_to
UNION ALL SELECT 'facts.times', document_id || ' ' || raw_start FROM facts.times WHERE start_on > end_on
UNION ALL SELECT 'facts.events', fact_id FROM facts.events WHERE start_on > end_on
UNION ALL SELECT 'facts.quantities', document_id || ' ' || raw_start FROM facts.quantities WHERE value_low > value_high
UNION ALL SELECT 'facts.metrics', fact_id FROM facts.metrics WHERE value_low > value_high
UNION ALL SELECT 'corpus.locations', document_id || ' ' || source_uri FROM corpus.locations
WHERE first_seen_at > last_seen_at
