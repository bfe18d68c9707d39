CREATE OR REPLACE VIEW marts.claims AS
SELECT claim_id, kind, statement, documents, sources, agreement, reason, way, fact_ids
FROM facts.claims
ORDER BY sources DESC, documents DESC, claim_id;

COMMENT ON VIEW marts.claims IS 'What is claimed, how many independent sources say so, and whether they agree. Where do sources conflict? SELECT statement, documents, sources FROM marts.claims WHERE agreement = ''conflict''';
COMMENT ON COLUMN marts.claims.claim_id IS 'The claim.';
COMMENT ON COLUMN marts.claims.kind IS 'metric, event, quote or relation.';
COMMENT ON COLUMN marts.claims.statement IS 'The claim in one readable line.';
COMMENT ON COLUMN marts.claims.documents IS 'How many documents state it.';
COMMENT ON COLUMN marts.claims.sources IS 'How many independent sources: copies count once.';
COMMENT ON COLUMN marts.claims.agreement IS 'single (one source), agree, agree within bounds, differ in precision, or conflict.';
COMMENT ON COLUMN marts.claims.fact_ids IS 'The facts that state it.';
COMMENT ON COLUMN marts.claims.reason IS 'What each source says; null where there is one.';
COMMENT ON COLUMN marts.claims.way IS 'fact, plan or if.';
