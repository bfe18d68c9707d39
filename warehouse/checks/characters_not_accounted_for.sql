-- Characters kept and characters removed add up to the raw text.
WITH pieces AS (
    SELECT document_id, length(before) AS removed, raw_end,
        raw_start - lag(raw_end, 1, 0) OVER (PARTITION BY document_id ORDER BY raw_start) AS kept
    FROM corpus.repairs
),
counted AS (
    SELECT d.document_id, raw_chars, coalesce(sum(removed), 0) AS removed,
        coalesce(sum(kept), 0) + raw_chars - coalesce(max(raw_end), 0) AS kept
    FROM corpus.documents d LEFT JOIN pieces USING (document_id)
    GROUP BY d.document_id, raw_chars
)
SELECT document_id, raw_chars, kept, removed FROM counted WHERE kept + removed <> raw_chars
