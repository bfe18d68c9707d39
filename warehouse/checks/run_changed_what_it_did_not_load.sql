-- A run that loaded nothing, after a run that was completed, left as many rows in every table as it found.
WITH finished AS (
    SELECT *, lag(state) OVER w AS state_before, lag(documents) OVER w AS documents_before,
        lag([sentences, entities, mentions, quantities, times, metrics, events, quotes, relations, claims])
            OVER w AS others_before
    FROM ops.runs
    WINDOW w AS (ORDER BY started_at)
)
SELECT run_id, documents, documents_before, others_before,
    [sentences, entities, mentions, quantities, times, metrics, events, quotes, relations, claims] AS others
FROM finished
WHERE state = 'completed' AND state_before = 'completed' AND documents_loaded = 0
    AND (documents <> documents_before OR others <> others_before)
