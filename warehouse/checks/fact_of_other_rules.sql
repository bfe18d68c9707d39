-- The facts of a document were made by the rules that read it: none is left of an earlier version.
SELECT fact_id, f.rules_version, d.rules_version AS of_document
FROM (
    SELECT fact_id, document_id, rules_version FROM facts.metrics
    UNION ALL SELECT fact_id, document_id, rules_version FROM facts.events
    UNION ALL SELECT fact_id, document_id, rules_version FROM facts.quotes
    UNION ALL SELECT fact_id, document_id, rules_version FROM facts.relations
) f
JOIN corpus.documents d USING (document_id)
WHERE f.rules_version <> d.rules_version
