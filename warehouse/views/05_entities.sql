CREATE OR REPLACE VIEW marts.entities AS
SELECT e.entity_id, coalesce(d.other_id, e.entity_id) AS goes_by, coalesce(o.name, e.name) AS name,
    coalesce(o.kind, e.kind) AS kind, coalesce(o.family, e.family) AS family,
    coalesce(o.wikidata_id, e.wikidata_id) AS wikidata_id, coalesce(o.basis, e.basis) AS basis, e.name AS own_name,
    d.reason AS merged_because
FROM facts.entities e
LEFT JOIN facts.entity_decisions d ON d.entity_id = e.entity_id AND d.verdict = 'same'
LEFT JOIN facts.entities o ON o.entity_id = d.other_id;

COMMENT ON VIEW marts.entities IS 'Every entity under the name that it goes by, once names are merged; delete its row of facts.entity_decisions to undo that. Which names are merged, and why? SELECT own_name, name, merged_because FROM marts.entities WHERE merged_because IS NOT NULL';
COMMENT ON COLUMN marts.entities.entity_id IS 'The entity, as in the tables of facts.';
COMMENT ON COLUMN marts.entities.goes_by IS 'The entity that it goes by: itself, or the one that it is merged with.';
COMMENT ON COLUMN marts.entities.name IS 'The name that it goes by.';
COMMENT ON COLUMN marts.entities.kind IS 'What it is.';
COMMENT ON COLUMN marts.entities.family IS 'Name of the family of models or products that it is a version of.';
COMMENT ON COLUMN marts.entities.wikidata_id IS 'Wikidata item, where certain.';
COMMENT ON COLUMN marts.entities.basis IS 'registry: known beforehand; discovered: found by its context.';
COMMENT ON COLUMN marts.entities.own_name IS 'Its own name.';
COMMENT ON COLUMN marts.entities.merged_because IS 'Why it is merged with another, in words; null where it is not.';
