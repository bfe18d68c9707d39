-- Every document of a thousand characters and more states something.
SELECT document_id, length(text) AS characters, title
FROM corpus.documents SEMI JOIN fresh USING (document_id)
WHERE length(text) >= 1000 AND document_id NOT IN (
    SELECT document_id FROM facts.metrics UNION ALL SELECT document_id FROM facts.events
    UNION ALL SELECT document_id FROM facts.quotes UNION ALL SELECT document_id FROM facts.relations
)
