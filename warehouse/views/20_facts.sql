CREATE OR REPLACE VIEW marts.facts AS
SELECT * FROM marts.all_facts
WHERE confidence = 'high'
    AND document_id NOT IN (SELECT document_id FROM corpus.families WHERE NOT is_original)
    AND document_id NOT IN (SELECT supersedes FROM corpus.documents WHERE supersedes IS NOT NULL);

COMMENT ON VIEW marts.facts IS 'Facts to rely on: of high confidence, copies and former versions left out. What is known of Meta? SELECT kind, predicate, object, value, unit, evidence FROM marts.facts WHERE subject = ''Meta''';
COMMENT ON COLUMN marts.facts.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.facts.kind IS 'metric, event, quote or relation.';
COMMENT ON COLUMN marts.facts.subject IS 'Who or what it is about: what is measured, who acts, who speaks.';
COMMENT ON COLUMN marts.facts.predicate IS 'The metric, the type of event, the reporting verb or the relation.';
COMMENT ON COLUMN marts.facts.object IS 'Of a metric its label, of an event its object, of a quote the words, of a relation the other side.';
COMMENT ON COLUMN marts.facts.detail IS 'Other roles of an event, venue of a quote, qualifier of a relation.';
COMMENT ON COLUMN marts.facts.value IS 'Value of a metric, absolute.';
COMMENT ON COLUMN marts.facts.unit IS 'Unit of the value.';
COMMENT ON COLUMN marts.facts.bound IS 'Bound of the value: = ~ > < >= <=.';
COMMENT ON COLUMN marts.facts.when_edtf IS 'The time it holds for or happened at, as an EDTF string.';
COMMENT ON COLUMN marts.facts.start_on IS 'First day on which an event can have happened.';
COMMENT ON COLUMN marts.facts.end_on IS 'Last day on which an event can have happened.';
COMMENT ON COLUMN marts.facts.said_by IS 'Who the article credits: the source of a number, the speaker of a quote.';
COMMENT ON COLUMN marts.facts.modality IS 'actual, reported, planned, forecast or hypothetical.';
COMMENT ON COLUMN marts.facts.polarity IS 'negative for what is said not to have happened.';
COMMENT ON COLUMN marts.facts.evidence IS 'The words that state it, as they stand in the raw text.';
COMMENT ON COLUMN marts.facts.document_id IS 'The document that states it.';
COMMENT ON COLUMN marts.facts.title IS 'Title of the document.';
COMMENT ON COLUMN marts.facts.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.facts.published_edtf IS 'When the document was published, as an EDTF string.';
COMMENT ON COLUMN marts.facts.duplicate_of IS 'The document that this one is a copy of, or null.';
COMMENT ON COLUMN marts.facts.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.facts.frame IS 'The pattern that made it.';
COMMENT ON COLUMN marts.facts.family_id IS 'The family of copies that the document belongs to: one independent source.';
COMMENT ON COLUMN marts.facts.reasons IS 'What lowers or supports the confidence.';
