-- Every refused document and row that a finished run counted is in ops.rejects.
SELECT r.run_id, r.documents_rejected, k.documents, r.rows_rejected, k.rows
FROM ops.runs r
LEFT JOIN (
    SELECT run_id, count(*) FILTER (WHERE table_name IS NULL) AS documents,
        count(*) FILTER (WHERE table_name IS NOT NULL) AS rows
    FROM ops.rejects GROUP BY run_id
) k USING (run_id)
WHERE r.state = 'completed' AND (
    coalesce(k.documents, 0) < coalesce(r.documents_rejected, 0) OR coalesce(k.rows, 0) < coalesce(r.rows_rejected, 0)
)
