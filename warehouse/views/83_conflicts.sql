CREATE OR REPLACE VIEW marts.conflicts AS
SELECT c.statement, c.kind, c.documents, c.sources, c.reason, a.name AS attributed_to, c.claim_id, c.fact_ids
FROM facts.claims c LEFT JOIN marts.entities a ON a.entity_id = c.attributed_to_id
WHERE c.agreement = 'conflict';

COMMENT ON VIEW marts.conflicts IS 'What independent sources contradict each other on: numbers of one thing and time, dates of one event, an assertion and its denial. On what do sources disagree? SELECT statement, reason FROM marts.conflicts ORDER BY sources DESC';
COMMENT ON COLUMN marts.conflicts.statement IS 'The claim in one readable line.';
COMMENT ON COLUMN marts.conflicts.kind IS 'metric, event or relation.';
COMMENT ON COLUMN marts.conflicts.documents IS 'How many documents state it.';
COMMENT ON COLUMN marts.conflicts.sources IS 'How many independent sources: copies count once.';
COMMENT ON COLUMN marts.conflicts.reason IS 'What each source says.';
COMMENT ON COLUMN marts.conflicts.attributed_to IS 'Who is credited with it by most.';
COMMENT ON COLUMN marts.conflicts.claim_id IS 'The claim.';
COMMENT ON COLUMN marts.conflicts.fact_ids IS 'The facts that state it.';
