-- What every repair replaced is what stands in the raw text at its offsets, and repairs do not overlap.
SELECT document_id, rule, raw_start, raw_end, before
FROM (
    SELECT *, lag(raw_end, 1, 0) OVER (PARTITION BY document_id ORDER BY raw_start) AS last_end FROM corpus.repairs
)
JOIN corpus.sources USING (document_id)
WHERE before IS DISTINCT FROM substr(raw_text, raw_start + 1, raw_end - raw_start) OR raw_start < last_end
