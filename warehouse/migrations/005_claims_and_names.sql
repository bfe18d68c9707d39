-- Claims say what they are about, why they agree or not, who said it first and last; decisions on entities are
-- rows: tables facts.entity_decisions, ops.decisions_made. The claims of before are made anew by the next run.
CREATE TABLE facts.claims_2 (
    claim_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    CHECK (kind IN ('event', 'metric', 'quote', 'relation')),
    topic VARCHAR NOT NULL,
    statement VARCHAR NOT NULL,
    way VARCHAR NOT NULL,
    CHECK (way IN ('fact', 'if', 'plan')),
    subject_id VARCHAR NOT NULL,
    documents BIGINT NOT NULL,
    CHECK (documents >= 1),
    sources BIGINT NOT NULL,
    CHECK (sources >= 1),
    agreement VARCHAR NOT NULL,
    CHECK (agreement IN ('agree', 'agree within bounds', 'conflict', 'differ in precision', 'single')),
    reason VARCHAR,
    attributed_to_id VARCHAR,
    first_document_id VARCHAR NOT NULL,
    latest_document_id VARCHAR NOT NULL,
    fact_ids VARCHAR[] NOT NULL,
    PRIMARY KEY (claim_id)
);
INSERT INTO facts.claims_2
SELECT claim_id, kind, 'of before', statement, 'fact', 'of before', documents, sources, agreement, NULL, NULL,
    'of before', 'of before', fact_ids
FROM facts.claims ORDER BY rowid;
DROP TABLE facts.claims;
ALTER TABLE facts.claims_2 RENAME TO claims;
INSERT OR REPLACE INTO ops.state VALUES ('reconciled', 'no');
