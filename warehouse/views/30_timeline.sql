CREATE OR REPLACE VIEW marts.timeline AS
SELECT start_on, end_on, when_edtf, subject, predicate, object, detail, modality, polarity, evidence,
    publisher, title, fact_id, document_id
FROM marts.facts
WHERE kind = 'event' AND start_on IS NOT NULL
ORDER BY start_on, end_on, fact_id;

COMMENT ON VIEW marts.timeline IS 'What happened when, oldest first. What happened in 2024? SELECT start_on, subject, predicate, object FROM marts.timeline WHERE start_on BETWEEN DATE ''2024-01-01'' AND DATE ''2024-12-31''';
COMMENT ON COLUMN marts.timeline.start_on IS 'First day on which it can have happened.';
COMMENT ON COLUMN marts.timeline.end_on IS 'Last day on which it can have happened.';
COMMENT ON COLUMN marts.timeline.when_edtf IS 'The time it holds for or happened at, as an EDTF string.';
COMMENT ON COLUMN marts.timeline.subject IS 'Who acts.';
COMMENT ON COLUMN marts.timeline.predicate IS 'Type of event.';
COMMENT ON COLUMN marts.timeline.object IS 'What it is done to.';
COMMENT ON COLUMN marts.timeline.detail IS 'Other roles.';
COMMENT ON COLUMN marts.timeline.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.timeline.polarity IS 'negative for what is said not to have happened.';
COMMENT ON COLUMN marts.timeline.evidence IS 'The words that state it, as they stand in the raw text.';
COMMENT ON COLUMN marts.timeline.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.timeline.title IS 'Title of the document.';
COMMENT ON COLUMN marts.timeline.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.timeline.document_id IS 'The document that states it.';
