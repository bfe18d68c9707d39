-- Every entity that is referred to exists.
SELECT table_name, entity_id, count(*) AS n
FROM (
    SELECT 'facts.mentions' AS table_name, entity_id FROM facts.mentions
    UNION ALL SELECT 'facts.entity_aliases', entity_id FROM facts.entity_aliases
    UNION ALL SELECT 'facts.metrics', subject_id FROM facts.metrics
    UNION ALL SELECT 'facts.metrics', attributed_to_id FROM facts.metrics
    UNION ALL SELECT 'facts.event_roles', entity_id FROM facts.event_roles
    UNION ALL SELECT 'facts.quotes', speaker_id FROM facts.quotes
    UNION ALL SELECT 'facts.relations', subject_id FROM facts.relations
    UNION ALL SELECT 'facts.relations', object_id FROM facts.relations
)
ANTI JOIN facts.entities USING (entity_id)
WHERE entity_id IS NOT NULL
GROUP BY table_name, entity_id
