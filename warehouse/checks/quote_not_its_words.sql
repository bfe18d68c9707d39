-- A quoted text without repairs inside is the raw text at its offsets.
SELECT q.fact_id, q.text
FROM facts.quotes q
JOIN corpus.sources s USING (document_id)
WHERE trim(q.text) <> trim(substr(s.raw_text, q.raw_start + 1, q.raw_end - q.raw_start))
    AND NOT EXISTS (
        SELECT 1 FROM corpus.repairs r
        WHERE r.document_id = q.document_id AND r.raw_start < q.raw_end AND r.raw_end > q.raw_start
    )
