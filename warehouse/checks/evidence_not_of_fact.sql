-- Every fact has evidence numbered from 0, place 0 being the fact's own offsets, and evidence has its fact.
WITH all_facts AS (
    SELECT fact_id, raw_start, raw_end FROM facts.metrics
    UNION ALL SELECT fact_id, raw_start, raw_end FROM facts.events
    UNION ALL SELECT fact_id, raw_start, raw_end FROM facts.quotes
    UNION ALL SELECT fact_id, raw_start, raw_end FROM facts.relations
),
evidence AS (
    SELECT *, row_number() OVER (PARTITION BY fact_id ORDER BY place_no) - 1 AS place FROM facts.evidence
)
SELECT fact_id, 'place 0 is not the fact''s own' AS fault
FROM all_facts f LEFT JOIN evidence e USING (fact_id)
WHERE coalesce(e.place_no, 0) = 0 AND (e.raw_start IS DISTINCT FROM f.raw_start OR e.raw_end IS DISTINCT FROM f.raw_end)
UNION ALL SELECT fact_id, 'no such fact' FROM evidence ANTI JOIN all_facts USING (fact_id)
UNION ALL SELECT fact_id, 'places are not numbered from 0' FROM evidence WHERE place_no <> place
