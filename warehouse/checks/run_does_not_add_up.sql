-- Documents in = loaded + unchanged + duplicate + rejected, for every finished run.
SELECT run_id, documents_in, documents_loaded, documents_unchanged, documents_duplicate, documents_rejected
FROM ops.runs
WHERE state = 'completed' AND documents_in IS DISTINCT FROM coalesce(documents_loaded, 0)
    + coalesce(documents_unchanged, 0) + coalesce(documents_duplicate, 0) + coalesce(documents_rejected, 0)
