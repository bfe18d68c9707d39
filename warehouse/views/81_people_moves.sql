CREATE OR REPLACE VIEW marts.people_moves AS
WITH filled AS (
    SELECT r.fact_id,
        max(e.name) FILTER (WHERE r.role = 'agent' AND e.kind = 'person') AS agent,
        max(e.name) FILTER (WHERE r.role = 'object' AND e.kind = 'person') AS object,
        max(e.name) FILTER (WHERE r.role = 'source_org') AS source_org,
        max(coalesce(e.name, r.phrase)) FILTER (WHERE r.role = 'target_org') AS target_org,
        max(e.name) FILTER (WHERE r.role = 'agent' AND e.kind = 'organization') AS by_org
    FROM facts.event_roles r LEFT JOIN marts.entities e USING (entity_id) GROUP BY r.fact_id
)
SELECT coalesce(if(v.type IN ('appoint', 'dismiss', 'reinstate'), object, agent), object, agent) AS person, v.type AS move,
    coalesce(source_org, if(v.type = 'dismiss', coalesce(target_org, by_org), NULL)) AS left_org,
    if(v.type IN ('join', 'appoint', 'reinstate'), coalesce(target_org, by_org), NULL) AS joined_org,
    v.date_edtf AS when_edtf, v.start_on, v.modality, v.polarity, s.surface AS evidence, d.publisher, d.title,
    v.confidence, v.fact_id, v.document_id
FROM facts.events v
JOIN filled f USING (fact_id)
JOIN corpus.documents d USING (document_id)
LEFT JOIN facts.evidence s ON s.fact_id = v.fact_id AND s.place_no = 0
WHERE v.type IN ('join', 'leave', 'appoint', 'dismiss', 'reinstate') AND coalesce(object, agent) IS NOT NULL
    AND d.document_id NOT IN (SELECT document_id FROM corpus.families WHERE NOT is_original);

COMMENT ON VIEW marts.people_moves IS 'Who joined, left, was appointed or dismissed. Who left OpenAI? SELECT person, when_edtf, evidence FROM marts.people_moves WHERE left_org = ''OpenAI'' ORDER BY start_on';
COMMENT ON COLUMN marts.people_moves.person IS 'Who moves.';
COMMENT ON COLUMN marts.people_moves.move IS 'join, leave, appoint, dismiss or reinstate.';
COMMENT ON COLUMN marts.people_moves.left_org IS 'The organization that is left.';
COMMENT ON COLUMN marts.people_moves.joined_org IS 'The organization that is joined, or that appoints.';
COMMENT ON COLUMN marts.people_moves.when_edtf IS 'When, as an EDTF string.';
COMMENT ON COLUMN marts.people_moves.start_on IS 'First day on which it can have happened.';
COMMENT ON COLUMN marts.people_moves.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.people_moves.polarity IS 'negative for what is said not to have happened.';
COMMENT ON COLUMN marts.people_moves.evidence IS 'The words that state it, as they stand in the raw text.';
COMMENT ON COLUMN marts.people_moves.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.people_moves.title IS 'Title of the document.';
COMMENT ON COLUMN marts.people_moves.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.people_moves.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.people_moves.document_id IS 'The document that states it.';
