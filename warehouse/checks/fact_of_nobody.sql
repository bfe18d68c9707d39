-- Every fact names what it is about: an entity or the words for it.
SELECT fact_id, 'metric' AS kind FROM facts.metrics WHERE subject_id IS NULL AND subject_phrase IS NULL
UNION ALL SELECT fact_id, 'quote' FROM facts.quotes WHERE speaker_id IS NULL AND speaker_phrase IS NULL
UNION ALL SELECT fact_id, 'relation' FROM facts.relations
WHERE (subject_id IS NULL AND subject_phrase IS NULL) OR (object_id IS NULL AND object_phrase IS NULL)
UNION ALL SELECT fact_id, 'role' FROM facts.event_roles WHERE entity_id IS NULL AND phrase IS NULL
