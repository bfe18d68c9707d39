-- Every refused document and row that a finished run counted is in ops.rejects, and every reject is of a run.
WITH refused AS (
    SELECT run.run_id, count(*) FILTER (WHERE j.table_name IS NULL) AS documents,
        count(*) FILTER (WHERE j.table_name IS NOT NULL) AS rows
    FROM ops.rejects j
    JOIN ops.runs first ON first.run_id = j.run_id
    JOIN ops.runs last ON last.run_id = j.last_run_id
    JOIN ops.runs run ON run.run_id = j.run_id OR run.run_id = j.last_run_id OR (
        run.sources = first.sources AND run.started_at > first.started_at AND run.started_at < last.started_at
    )
    GROUP BY run.run_id
)
SELECT run_id, r.documents_rejected, coalesce(k.documents, 0) AS documents, r.rows_rejected,
    coalesce(k.rows, 0) AS rows
FROM ops.runs r LEFT JOIN refused k USING (run_id)
WHERE r.state = 'completed' AND (
    coalesce(k.documents, 0) <> coalesce(r.documents_rejected, 0) OR coalesce(k.rows, 0) < coalesce(r.rows_rejected, 0)
)
UNION ALL
SELECT run_id, NULL, NULL, NULL, NULL FROM ops.rejects
WHERE run_id NOT IN (SELECT run_id FROM ops.runs) OR last_run_id NOT IN (SELECT run_id FROM ops.runs)
