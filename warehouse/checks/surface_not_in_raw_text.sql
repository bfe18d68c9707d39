-- The raw text at the offsets of every mention, quantity and time is its surface.
SELECT table_name, document_id, raw_start, raw_end, surface
FROM (
    SELECT 'facts.mentions' AS table_name, document_id, raw_start, raw_end, surface FROM facts.mentions
    UNION ALL SELECT 'facts.quantities', document_id, raw_start, raw_end, surface FROM facts.quantities
    UNION ALL SELECT 'facts.times', document_id, raw_start, raw_end, surface FROM facts.times
)
JOIN corpus.sources USING (document_id)
WHERE surface IS DISTINCT FROM substr(raw_text, raw_start + 1, raw_end - raw_start)
