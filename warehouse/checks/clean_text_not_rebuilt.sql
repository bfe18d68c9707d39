-- The raw text with all its repairs made is the clean text.
WITH pieces AS (
    SELECT document_id, raw_start, raw_end, after,
        lag(raw_end, 1, 0) OVER (PARTITION BY document_id ORDER BY raw_start) AS last_end
    FROM corpus.repairs
),
made AS (
    SELECT document_id, max(raw_end) AS last_end,
        string_agg(substr(raw_text, last_end + 1, raw_start - last_end) || after, '' ORDER BY raw_start) AS text
    FROM pieces JOIN corpus.sources USING (document_id)
    GROUP BY document_id
)
SELECT d.document_id, length(d.text) AS clean_chars
FROM corpus.documents d
JOIN corpus.sources s USING (document_id)
LEFT JOIN made m USING (document_id)
WHERE d.text IS DISTINCT FROM coalesce(m.text, '') || substr(s.raw_text, coalesce(m.last_end, 0) + 1)
