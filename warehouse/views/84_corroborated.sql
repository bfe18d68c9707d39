CREATE OR REPLACE VIEW marts.corroborated AS
SELECT c.statement, c.kind, c.way, c.documents, c.sources, c.agreement, c.reason, a.name AS attributed_to, c.claim_id,
    c.fact_ids
FROM facts.claims c LEFT JOIN marts.entities a ON a.entity_id = c.attributed_to_id
WHERE c.sources >= 2 AND c.agreement <> 'conflict';

COMMENT ON VIEW marts.corroborated IS 'What at least two independent sources state alike. What is well supported? SELECT statement, sources, agreement FROM marts.corroborated ORDER BY sources DESC, statement';
COMMENT ON COLUMN marts.corroborated.statement IS 'The claim in one readable line.';
COMMENT ON COLUMN marts.corroborated.kind IS 'metric, event or relation.';
COMMENT ON COLUMN marts.corroborated.way IS 'fact, plan or if.';
COMMENT ON COLUMN marts.corroborated.documents IS 'How many documents state it.';
COMMENT ON COLUMN marts.corroborated.sources IS 'How many independent sources: copies count once.';
COMMENT ON COLUMN marts.corroborated.agreement IS 'agree, agree within bounds, differ in precision, or conflict.';
COMMENT ON COLUMN marts.corroborated.reason IS 'What each source says.';
COMMENT ON COLUMN marts.corroborated.attributed_to IS 'Who is credited with it by most.';
COMMENT ON COLUMN marts.corroborated.claim_id IS 'The claim.';
COMMENT ON COLUMN marts.corroborated.fact_ids IS 'The facts that state it.';
