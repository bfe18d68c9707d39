-- Every entity is named by some document.
SELECT entity_id, name
FROM facts.entities
WHERE entity_id NOT IN (
    SELECT entity_id FROM facts.mentions
    UNION ALL SELECT subject_id FROM facts.metrics WHERE subject_id IS NOT NULL
    UNION ALL SELECT attributed_to_id FROM facts.metrics WHERE attributed_to_id IS NOT NULL
    UNION ALL SELECT entity_id FROM facts.event_roles WHERE entity_id IS NOT NULL
    UNION ALL SELECT speaker_id FROM facts.quotes WHERE speaker_id IS NOT NULL
    UNION ALL SELECT subject_id FROM facts.relations WHERE subject_id IS NOT NULL
    UNION ALL SELECT object_id FROM facts.relations WHERE object_id IS NOT NULL
)
