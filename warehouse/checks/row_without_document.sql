-- Every row that belongs to a document has its document.
SELECT table_name, document_id, count(*) AS n
FROM (
    SELECT 'corpus.sources' AS table_name, document_id FROM corpus.sources
    UNION ALL SELECT 'corpus.locations', document_id FROM corpus.locations
    UNION ALL SELECT 'corpus.families', document_id FROM corpus.families
    UNION ALL SELECT 'corpus.repairs', document_id FROM corpus.repairs
    UNION ALL SELECT 'corpus.sentences', document_id FROM corpus.sentences
    UNION ALL SELECT 'facts.mentions', document_id FROM facts.mentions
    UNION ALL SELECT 'facts.quantities', document_id FROM facts.quantities
    UNION ALL SELECT 'facts.times', document_id FROM facts.times
    UNION ALL SELECT 'facts.metrics', document_id FROM facts.metrics
    UNION ALL SELECT 'facts.events', document_id FROM facts.events
    UNION ALL SELECT 'facts.quotes', document_id FROM facts.quotes
    UNION ALL SELECT 'facts.relations', document_id FROM facts.relations
)
ANTI JOIN corpus.documents USING (document_id)
GROUP BY table_name, document_id
