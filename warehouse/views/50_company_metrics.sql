CREATE OR REPLACE VIEW marts.company_metrics AS
SELECT s.name AS company, s.kind AS subject_kind, m.metric, m.label, m.value, m.value_low, m.value_high, m.unit,
    m.bound, m.period_edtf, m.modality, a.name AS said_by, d.publisher, d.title, d.published_edtf, m.confidence,
    m.fact_id, m.document_id
FROM facts.metrics m
JOIN marts.entities s ON s.entity_id = m.subject_id
JOIN corpus.documents d USING (document_id)
LEFT JOIN marts.entities a ON a.entity_id = m.attributed_to_id
WHERE s.kind IN ('organization', 'product', 'model', 'hardware') AND d.document_id NOT IN (SELECT document_id FROM corpus.families WHERE NOT is_original);

COMMENT ON VIEW marts.company_metrics IS 'Figures of organizations and their products. What revenue figures are there? SELECT company, value, unit, bound, period_edtf FROM marts.company_metrics WHERE metric = ''revenue'' ORDER BY company';
COMMENT ON COLUMN marts.company_metrics.company IS 'The organization, product or model that is measured.';
COMMENT ON COLUMN marts.company_metrics.subject_kind IS 'Which of these it is.';
COMMENT ON COLUMN marts.company_metrics.metric IS 'What is measured.';
COMMENT ON COLUMN marts.company_metrics.label IS 'The noun that the article uses.';
COMMENT ON COLUMN marts.company_metrics.value IS 'The number, absolute.';
COMMENT ON COLUMN marts.company_metrics.value_low IS 'Low end, null where open.';
COMMENT ON COLUMN marts.company_metrics.value_high IS 'High end, null where open.';
COMMENT ON COLUMN marts.company_metrics.unit IS 'Unit of the value.';
COMMENT ON COLUMN marts.company_metrics.bound IS 'Bound of the value: = ~ > < >= <=.';
COMMENT ON COLUMN marts.company_metrics.period_edtf IS 'The time that it holds for, as an EDTF string.';
COMMENT ON COLUMN marts.company_metrics.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.company_metrics.said_by IS 'Who the article credits with the number.';
COMMENT ON COLUMN marts.company_metrics.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.company_metrics.title IS 'Title of the document.';
COMMENT ON COLUMN marts.company_metrics.published_edtf IS 'When the document was published, as an EDTF string.';
COMMENT ON COLUMN marts.company_metrics.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.company_metrics.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.company_metrics.document_id IS 'The document that states it.';
