-- What every page asks for some of, made once a site; temporary, the published file stays as it is.
CREATE OR REPLACE TEMP TABLE site_fact AS
SELECT fact_id, document_id, 'metric' AS kind, metric AS predicate, label AS object, NULL AS detail, value,
    value_low, value_high, unit, bound, period_edtf AS when_edtf, NULL::DATE AS start_on, modality,
    'positive' AS polarity, confidence, confidence_reasons, frame FROM facts.metrics
UNION ALL SELECT fact_id, document_id, 'event', type, NULL, trigger, NULL, NULL, NULL, NULL, NULL, date_edtf,
    start_on, modality, polarity, confidence, confidence_reasons, frame FROM facts.events
UNION ALL SELECT fact_id, document_id, 'quote', coalesce(verb, '说'), text, venue, NULL, NULL, NULL, NULL, NULL,
    said_edtf, NULL, 'actual', 'positive', confidence, confidence_reasons, frame FROM facts.quotes
UNION ALL SELECT fact_id, document_id, 'relation', relation, NULL, qualifier, NULL, NULL, NULL, NULL, NULL,
    period_edtf, NULL, 'actual', 'positive', confidence, confidence_reasons, frame FROM facts.relations;
CREATE OR REPLACE TEMP TABLE site_party AS
SELECT p.fact_id, p.role, p.entity_id, coalesce(e.name, p.phrase) AS name, p.rank FROM (
    SELECT fact_id, 'subject' AS role, subject_id AS entity_id, subject_phrase AS phrase, 0 AS rank FROM facts.metrics
    UNION ALL SELECT fact_id, 'according to', attributed_to_id, NULL, 2 FROM facts.metrics
    UNION ALL SELECT fact_id, role, entity_id, phrase, CASE role WHEN 'agent' THEN 0 WHEN 'object' THEN 1 ELSE 2 END
        FROM facts.event_roles
    UNION ALL SELECT fact_id, 'speaker', speaker_id, speaker_phrase, 0 FROM facts.quotes
    UNION ALL SELECT fact_id, 'subject', subject_id, subject_phrase, 0 FROM facts.relations
    UNION ALL SELECT fact_id, 'object', object_id, object_phrase, 1 FROM facts.relations
) p LEFT JOIN facts.entities e USING (entity_id) WHERE p.entity_id IS NOT NULL OR p.phrase IS NOT NULL;
CREATE OR REPLACE TEMP TABLE site_claim AS
SELECT unnest(fact_ids) AS fact_id, claim_id, documents, sources, agreement FROM facts.claims
WHERE documents > 1 OR agreement = 'conflict';
CREATE OR REPLACE TEMP TABLE site_sentence AS
SELECT DISTINCT m.document_id, s.sentence_no, m.entity_id FROM facts.mentions m
ASOF JOIN corpus.sentences s ON m.document_id = s.document_id AND m.raw_start >= s.raw_start;
