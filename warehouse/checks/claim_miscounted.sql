-- A claim's facts exist, and its numbers of documents and of independent sources are those of its facts.
WITH all_facts AS (
    SELECT fact_id, document_id FROM facts.metrics
    UNION ALL SELECT fact_id, document_id FROM facts.events
    UNION ALL SELECT fact_id, document_id FROM facts.quotes
    UNION ALL SELECT fact_id, document_id FROM facts.relations
),
stated AS (SELECT claim_id, unnest(fact_ids) AS fact_id FROM facts.claims),
counted AS (
    SELECT claim_id, count(*) FILTER (WHERE f.fact_id IS NULL) AS missing,
        count(DISTINCT f.document_id) AS documents,
        count(DISTINCT coalesce(m.family_id, f.document_id)) FILTER (WHERE f.fact_id IS NOT NULL) AS sources
    FROM stated LEFT JOIN all_facts f USING (fact_id) LEFT JOIN corpus.families m USING (document_id)
    GROUP BY claim_id
)
SELECT c.claim_id, c.documents, k.documents AS documents_counted, c.sources, k.sources AS sources_counted, k.missing
FROM facts.claims c LEFT JOIN counted k USING (claim_id)
WHERE k.claim_id IS NULL OR k.missing > 0 OR c.documents <> k.documents OR c.sources <> k.sources
