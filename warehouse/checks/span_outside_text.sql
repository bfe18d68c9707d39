-- Every span is not empty and lies inside the raw text of its document.
WITH facts_of AS (
    SELECT fact_id, document_id FROM facts.metrics
    UNION ALL SELECT fact_id, document_id FROM facts.events
    UNION ALL SELECT fact_id, document_id FROM facts.quotes
    UNION ALL SELECT fact_id, document_id FROM facts.relations
),
spans AS (
    SELECT 'corpus.repairs' AS table_name, document_id, raw_start, raw_end FROM corpus.repairs
    UNION ALL SELECT 'corpus.sentences', document_id, raw_start, raw_end FROM corpus.sentences
    UNION ALL SELECT 'facts.mentions', document_id, raw_start, raw_end FROM facts.mentions
    UNION ALL SELECT 'facts.quantities', document_id, raw_start, raw_end FROM facts.quantities
    UNION ALL SELECT 'facts.times', document_id, raw_start, raw_end FROM facts.times
    UNION ALL SELECT 'facts.metrics', document_id, raw_start, raw_end FROM facts.metrics
    UNION ALL SELECT 'facts.events', document_id, raw_start, raw_end FROM facts.events
    UNION ALL SELECT 'facts.quotes', document_id, raw_start, raw_end FROM facts.quotes
    UNION ALL SELECT 'facts.relations', document_id, raw_start, raw_end FROM facts.relations
    UNION ALL SELECT 'facts.evidence', document_id, raw_start, raw_end FROM facts.evidence JOIN facts_of USING (fact_id)
)
SELECT table_name, document_id, raw_start, raw_end, raw_chars
FROM spans JOIN corpus.documents USING (document_id)
WHERE raw_start < 0 OR raw_start >= raw_end OR raw_end > raw_chars
