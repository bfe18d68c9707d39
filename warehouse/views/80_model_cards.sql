CREATE OR REPLACE VIEW marts.model_cards AS
WITH stated AS (
    SELECT s.goes_by, m.metric, m.value, m.bound, m.unit, m.label, m.document_id,
        row_number() OVER (PARTITION BY s.goes_by, m.metric ORDER BY m.confidence = 'high' DESC, m.bound = '=' DESC,
            d.published_to NULLS LAST, m.value DESC, m.fact_id) AS place
    FROM facts.metrics m
    JOIN marts.entities s ON s.entity_id = m.subject_id AND s.kind = 'model'
    JOIN corpus.documents d USING (document_id)
    WHERE m.modality IN ('actual', 'reported') AND (m.metric <> 'training_data_size' OR m.unit <> 'times')
),
numbers AS (
    SELECT goes_by,
        max(if(bound = '=', '', bound) || value::VARCHAR) FILTER (WHERE metric = 'parameters' AND place = 1) AS parameters,
        max(if(bound = '=', '', bound) || value::VARCHAR) FILTER (WHERE metric = 'training_tokens' AND place = 1) AS training_tokens,
        max(if(bound = '=', '', bound) || value::VARCHAR || ' ' || coalesce(label, '')) FILTER (WHERE metric = 'training_gpus' AND place = 1) AS training_gpus,
        max(if(bound = '=', '', bound) || value::VARCHAR) FILTER (WHERE metric = 'context_length' AND place = 1) AS context_length,
        max(if(bound = '=', '', bound) || value::VARCHAR) FILTER (WHERE metric = 'downloads' AND place = 1) AS downloads
    FROM stated GROUP BY goes_by
),
said AS (
    SELECT s.goes_by, m.document_id FROM facts.metrics m JOIN marts.entities s ON s.entity_id = m.subject_id AND s.kind = 'model'
    UNION
    SELECT s.goes_by, v.document_id FROM facts.events v JOIN facts.event_roles r USING (fact_id)
    JOIN marts.entities s ON s.entity_id = r.entity_id AND s.kind = 'model' WHERE r.role = 'object'
    UNION
    SELECT s.goes_by, r.document_id FROM facts.relations r
    JOIN marts.entities s ON s.kind = 'model' AND s.entity_id IN (r.subject_id, r.object_id)
),
sources AS (
    SELECT goes_by, count(DISTINCT coalesce(f.family_id, said.document_id)) AS sources
    FROM said LEFT JOIN corpus.families f USING (document_id) GROUP BY goes_by
),
made AS (
    SELECT o.goes_by, string_agg(DISTINCT s.name, '、' ORDER BY s.name) AS developer
    FROM facts.relations r JOIN marts.entities o ON o.entity_id = r.object_id
    JOIN marts.entities s ON s.entity_id = r.subject_id
    WHERE r.relation = 'developer_of' AND o.kind = 'model' GROUP BY o.goes_by
),
licensed AS (
    SELECT s.goes_by, string_agg(DISTINCT coalesce(o.name, r.object_phrase), '、') AS licence
    FROM facts.relations r JOIN marts.entities s ON s.entity_id = r.subject_id
    LEFT JOIN marts.entities o ON o.entity_id = r.object_id
    WHERE r.relation = 'licensed_under' GROUP BY s.goes_by
),
released AS (
    SELECT o.goes_by, arg_min(v.date_edtf, v.end_on - v.start_on) AS released
    FROM facts.events v JOIN facts.event_roles r USING (fact_id) JOIN marts.entities o ON o.entity_id = r.entity_id
    WHERE r.role = 'object' AND v.type IN ('release', 'open_source') AND v.polarity = 'positive'
        AND v.modality IN ('actual', 'reported') AND v.start_on IS NOT NULL
    GROUP BY o.goes_by
)
SELECT e.name AS model, e.family, developer, released, parameters, training_tokens, training_gpus, context_length,
    licence, downloads, sources, e.entity_id
FROM sources s
JOIN marts.entities e ON e.entity_id = s.goes_by
LEFT JOIN made m ON m.goes_by = s.goes_by
LEFT JOIN released r ON r.goes_by = s.goes_by
LEFT JOIN numbers n ON n.goes_by = s.goes_by
LEFT JOIN licensed l ON l.goes_by = s.goes_by;

COMMENT ON VIEW marts.model_cards IS 'One row for each AI model that something is stated of. Which models were trained on most tokens, and who made them? SELECT model, developer, training_tokens, training_gpus FROM marts.model_cards WHERE training_tokens IS NOT NULL ORDER BY model';
COMMENT ON COLUMN marts.model_cards.model IS 'The model or family of models.';
COMMENT ON COLUMN marts.model_cards.family IS 'The family that it is a version of.';
COMMENT ON COLUMN marts.model_cards.developer IS 'Who developed it.';
COMMENT ON COLUMN marts.model_cards.released IS 'When it came out, by the most exact date that is stated, as an EDTF string.';
COMMENT ON COLUMN marts.model_cards.parameters IS 'Number of parameters, with its bound before it.';
COMMENT ON COLUMN marts.model_cards.training_tokens IS 'Tokens that it was trained on, with the bound before it.';
COMMENT ON COLUMN marts.model_cards.training_gpus IS 'GPUs that it was trained on, with the bound before it and the article''s word for them.';
COMMENT ON COLUMN marts.model_cards.context_length IS 'Length of its context in tokens.';
COMMENT ON COLUMN marts.model_cards.licence IS 'The licence that it is under.';
COMMENT ON COLUMN marts.model_cards.downloads IS 'Downloads, with the bound before it.';
COMMENT ON COLUMN marts.model_cards.sources IS 'How many independent sources state something of it.';
COMMENT ON COLUMN marts.model_cards.entity_id IS 'The model.';
