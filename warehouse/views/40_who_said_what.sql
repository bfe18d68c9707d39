CREATE OR REPLACE VIEW marts.who_said_what AS
SELECT coalesce(s.name, q.speaker_phrase) AS speaker, s.kind AS speaker_kind, q.verb, q.text AS words, q.direct,
    q.venue, q.said_edtf, d.publisher, d.title, d.published_edtf, q.confidence, q.fact_id, q.document_id
FROM facts.quotes q
JOIN corpus.documents d USING (document_id)
LEFT JOIN marts.entities s ON s.entity_id = q.speaker_id
WHERE d.document_id NOT IN (SELECT document_id FROM corpus.families WHERE NOT is_original);

COMMENT ON VIEW marts.who_said_what IS 'Quotes with their speaker. What did Sam Altman say? SELECT words, said_edtf, title FROM marts.who_said_what WHERE speaker = ''萨姆·奥尔特曼''';
COMMENT ON COLUMN marts.who_said_what.speaker IS 'Who says it.';
COMMENT ON COLUMN marts.who_said_what.speaker_kind IS 'Kind of entity that the speaker is; null for a phrase.';
COMMENT ON COLUMN marts.who_said_what.verb IS 'The reporting verb.';
COMMENT ON COLUMN marts.who_said_what.words IS 'The quoted words, cleaned.';
COMMENT ON COLUMN marts.who_said_what.direct IS 'True for words inside quotation marks.';
COMMENT ON COLUMN marts.who_said_what.venue IS 'Where it was said.';
COMMENT ON COLUMN marts.who_said_what.said_edtf IS 'When it was said, as an EDTF string.';
COMMENT ON COLUMN marts.who_said_what.publisher IS 'Publisher of the document.';
COMMENT ON COLUMN marts.who_said_what.title IS 'Title of the document.';
COMMENT ON COLUMN marts.who_said_what.published_edtf IS 'When the document was published, as an EDTF string.';
COMMENT ON COLUMN marts.who_said_what.confidence IS 'high or candidate.';
COMMENT ON COLUMN marts.who_said_what.fact_id IS 'The fact; `kaoju why` shows where it comes from.';
COMMENT ON COLUMN marts.who_said_what.document_id IS 'The document that states it.';
