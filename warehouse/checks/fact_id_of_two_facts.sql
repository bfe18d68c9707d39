-- No two facts have one id, of whatever kind they are.
SELECT fact_id, count(*) AS n
FROM (
    SELECT fact_id FROM facts.metrics
    UNION ALL SELECT fact_id FROM facts.events
    UNION ALL SELECT fact_id FROM facts.quotes
    UNION ALL SELECT fact_id FROM facts.relations
)
GROUP BY fact_id HAVING count(*) > 1
