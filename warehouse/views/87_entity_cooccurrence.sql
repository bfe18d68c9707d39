CREATE OR REPLACE VIEW marts.entity_cooccurrence AS
WITH named AS (
    SELECT DISTINCT coalesce(d.other_id, m.entity_id) AS entity_id, coalesce(f.family_id, m.document_id) AS family_id
    FROM facts.mentions m
    LEFT JOIN corpus.families f USING (document_id)
    LEFT JOIN facts.entity_decisions d ON d.entity_id = m.entity_id AND d.verdict = 'same'
),
frequent AS (SELECT entity_id, family_id FROM named QUALIFY count(*) OVER (PARTITION BY entity_id) >= 2),
pairs AS (
    SELECT a.entity_id AS entity_id, b.entity_id AS other_id, count(*) AS sources
    FROM frequent a JOIN frequent b ON a.family_id = b.family_id AND a.entity_id < b.entity_id
    GROUP BY ALL HAVING count(*) >= 2
)
SELECT e.name AS entity, e.kind, o.name AS other, o.kind AS other_kind, sources, p.entity_id, p.other_id
FROM pairs p
JOIN facts.entities e ON e.entity_id = p.entity_id
JOIN facts.entities o ON o.entity_id = p.other_id;

COMMENT ON VIEW marts.entity_cooccurrence IS 'Which entities are named together, in at least two independent sources. Who is named together most? SELECT entity, other, sources FROM marts.entity_cooccurrence ORDER BY sources DESC, entity, other';
COMMENT ON COLUMN marts.entity_cooccurrence.entity IS 'One of the two.';
COMMENT ON COLUMN marts.entity_cooccurrence.kind IS 'What it is.';
COMMENT ON COLUMN marts.entity_cooccurrence.other IS 'The other.';
COMMENT ON COLUMN marts.entity_cooccurrence.other_kind IS 'What that is.';
COMMENT ON COLUMN marts.entity_cooccurrence.sources IS 'In how many independent sources both are named: copies count once.';
COMMENT ON COLUMN marts.entity_cooccurrence.entity_id IS 'The one.';
COMMENT ON COLUMN marts.entity_cooccurrence.other_id IS 'The other.';
