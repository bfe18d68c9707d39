CREATE OR REPLACE VIEW marts.all_facts AS
WITH roles AS (
    -- list_sort and not ORDER BY inside the aggregate, which takes several times as long.
    SELECT r.fact_id,
        array_to_string(list_sort(list(coalesce(e.name, r.phrase)) FILTER (WHERE r.role = 'agent')), '、') AS agent,
        array_to_string(list_sort(list(coalesce(e.name, r.phrase)) FILTER (WHERE r.role = 'object')), '、') AS object,
        array_to_string(list_sort(list(r.role || ': ' || coalesce(e.name, r.phrase))
            FILTER (WHERE r.role NOT IN ('agent', 'object'))), '; ') AS rest
    FROM facts.event_roles r LEFT JOIN marts.entities e USING (entity_id)
    GROUP BY r.fact_id
),
stated AS (
    SELECT m.fact_id, 'metric' AS kind, coalesce(s.name, m.subject_phrase) AS subject, m.metric AS predicate,
        m.label AS object, NULL AS detail, m.value, m.unit, m.bound, m.period_edtf AS when_edtf,
        NULL::DATE AS start_on, NULL::DATE AS end_on, a.name AS said_by, m.modality, 'positive' AS polarity,
        m.confidence, m.confidence_reasons, m.frame, m.document_id
    FROM facts.metrics m
    LEFT JOIN marts.entities s ON s.entity_id = m.subject_id
    LEFT JOIN marts.entities a ON a.entity_id = m.attributed_to_id
    UNION ALL
    SELECT v.fact_id, 'event', r.agent, v.type, r.object, r.rest, NULL, NULL, NULL, v.date_edtf,
        v.start_on, v.end_on, NULL, v.modality, v.polarity, v.confidence, v.confidence_reasons, v.frame, v.document_id
    FROM facts.events v LEFT JOIN roles r USING (fact_id)
    UNION ALL
    SELECT q.fact_id, 'quote', coalesce(s.name, q.speaker_phrase), coalesce(q.verb, '说'), q.text, q.venue,
        NULL, NULL, NULL, q.said_edtf, NULL, NULL, coalesce(s.name, q.speaker_phrase), 'actual', 'positive',
        q.confidence, q.confidence_reasons, q.frame, q.document_id
    FROM facts.quotes q LEFT JOIN marts.entities s ON s.entity_id = q.speaker_id
    UNION ALL
    SELECT r.fact_id, 'relation', coalesce(s.name, r.subject_phrase), r.relation, coalesce(o.name, r.object_phrase),
        r.qualifier, NULL, NULL, NULL, r.period_edtf, NULL, NULL, NULL, 'actual', 'positive',
        r.confidence, r.confidence_reasons, r.frame, r.document_id
    FROM facts.relations r
    LEFT JOIN marts.entities s ON s.entity_id = r.subject_id
    LEFT JOIN marts.entities o ON o.entity_id = r.object_id
)
SELECT t.fact_id, t.kind, t.subject, t.predicate, t.object, t.detail, t.value, t.unit, t.bound, t.when_edtf,
    t.start_on, t.end_on, t.said_by, t.modality, t.polarity,
    e.surface AS evidence,
    t.document_id, d.title, d.publisher, d.published_edtf, d.duplicate_of, t.confidence, t.frame,
    coalesce(f.family_id, t.document_id) AS family_id, t.confidence_reasons AS reasons
FROM stated t
JOIN corpus.documents d USING (document_id)
LEFT JOIN corpus.families f USING (document_id)
LEFT JOIN facts.evidence e ON e.fact_id = t.fact_id AND e.place_no = 0;

COMMENT ON VIEW marts.all_facts IS 'Every fact of every kind in one shape, doubtful ones too. Which facts need a look? SELECT * FROM marts.all_facts WHERE confidence = ''candidate''';
COMMENT ON COLUMN marts.all_facts.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.all_facts.kind IS 'metric, event, quote or relation.';
COMMENT ON COLUMN marts.all_facts.subject IS 'Who or what it is about: what is measured, who acts, who speaks.';
COMMENT ON COLUMN marts.all_facts.predicate IS 'The metric, the type of event, the reporting verb or the relation.';
COMMENT ON COLUMN marts.all_facts.object IS 'Of a metric its label, of an event its object, of a quote the words, of a relation the other side.';
COMMENT ON COLUMN marts.all_facts.detail IS 'Other roles of an event, venue of a quote, qualifier of a relation.';
COMMENT ON COLUMN marts.all_facts.value IS 'Value of a metric, absolute.';
COMMENT ON COLUMN marts.all_facts.unit IS 'Unit of the value.';
COMMENT ON COLUMN marts.all_facts.bound IS 'Bound of the value: = ~ > < >= <=.';
COMMENT ON COLUMN marts.all_facts.when_edtf IS 'The time it holds for or happened at, as an EDTF string.';
COMMENT ON COLUMN marts.all_facts.start_on IS 'First day on which an event can have happened.';
COMMENT ON COLUMN marts.all_facts.end_on IS 'Last day on which an event can have happened.';
COMMENT ON COLUMN marts.all_facts.said_by IS 'Who the article credits: the source of a number, the speaker of a quote.';
COMMENT ON COLUMN marts.all_facts.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.all_facts.polarity IS 'negative for what is said not to have happened.';
COMMENT ON COLUMN marts.all_facts.evidence IS 'The words that state it, as they stand in the raw text.';
COMMENT ON COLUMN marts.all_facts.document_id IS 'The document that states it.';
COMMENT ON COLUMN marts.all_facts.title IS 'Title of the document.';
COMMENT ON COLUMN marts.all_facts.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.all_facts.published_edtf IS 'When the document was published, as an EDTF string.';
COMMENT ON COLUMN marts.all_facts.duplicate_of IS 'The document that this one is a copy of, or null.';
COMMENT ON COLUMN marts.all_facts.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.all_facts.frame IS 'The pattern that made it.';
COMMENT ON COLUMN marts.all_facts.family_id IS 'The family of copies that the document belongs to: one independent source.';
COMMENT ON COLUMN marts.all_facts.reasons IS 'What lowers or supports the confidence.';
