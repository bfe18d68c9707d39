CREATE OR REPLACE VIEW marts.product_launches AS
WITH filled AS (
    SELECT r.fact_id,
        max(coalesce(e.name, r.phrase)) FILTER (WHERE r.role = 'agent') AS launched_by,
        max(e.name) FILTER (WHERE r.role = 'object') AS product,
        max(e.kind) FILTER (WHERE r.role = 'object') AS kind
    FROM facts.event_roles r LEFT JOIN marts.entities e USING (entity_id) GROUP BY r.fact_id
)
SELECT product, kind, launched_by, v.type AS how, v.date_edtf AS when_edtf, v.start_on, v.end_on, v.modality, v.polarity,
    p.price, p.currency, s.surface AS evidence, d.publisher, d.title, v.confidence, v.fact_id, v.document_id
FROM facts.events v
JOIN filled f USING (fact_id)
JOIN corpus.documents d USING (document_id)
LEFT JOIN facts.evidence s ON s.fact_id = v.fact_id AND s.place_no = 0
LEFT JOIN (
    SELECT m.document_id, e.name AS product, min(m.value) AS price, min(m.unit) AS currency
    FROM facts.metrics m JOIN marts.entities e ON e.entity_id = m.subject_id
    WHERE m.metric = 'price' GROUP BY m.document_id, e.name
) p USING (document_id, product)
WHERE v.type IN ('release', 'open_source') AND f.kind IN ('product', 'model', 'hardware') AND d.document_id NOT IN (SELECT document_id FROM corpus.families WHERE NOT is_original);

COMMENT ON VIEW marts.product_launches IS 'Products, devices and models that came out or are to. What did Huawei bring out, and at what price? SELECT product, when_edtf, price, currency FROM marts.product_launches WHERE launched_by = ''华为'' ORDER BY start_on';
COMMENT ON COLUMN marts.product_launches.product IS 'What comes out.';
COMMENT ON COLUMN marts.product_launches.kind IS 'product, model or hardware.';
COMMENT ON COLUMN marts.product_launches.launched_by IS 'Who brings it out.';
COMMENT ON COLUMN marts.product_launches.how IS 'release, or open_source where the code or the weights are opened.';
COMMENT ON COLUMN marts.product_launches.when_edtf IS 'When, as an EDTF string.';
COMMENT ON COLUMN marts.product_launches.start_on IS 'First day on which it can have come out.';
COMMENT ON COLUMN marts.product_launches.end_on IS 'Last day on which it can have come out.';
COMMENT ON COLUMN marts.product_launches.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.product_launches.polarity IS 'negative for what is said not to have come out.';
COMMENT ON COLUMN marts.product_launches.price IS 'The lowest price of it that the same document states.';
COMMENT ON COLUMN marts.product_launches.currency IS 'Currency of the price.';
COMMENT ON COLUMN marts.product_launches.evidence IS 'The words that state it, as they stand in the raw text.';
COMMENT ON COLUMN marts.product_launches.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.product_launches.title IS 'Title of the document.';
COMMENT ON COLUMN marts.product_launches.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.product_launches.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.product_launches.document_id IS 'The document that states it.';
