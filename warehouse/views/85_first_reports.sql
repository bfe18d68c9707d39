CREATE OR REPLACE VIEW marts.first_reports AS
SELECT c.statement, c.kind, c.sources, c.documents, d.publisher AS first_publisher, d.title AS first_title,
    d.published_edtf AS first_published, d.published_from, d.published_to, l.publisher AS latest_publisher,
    l.published_edtf AS latest_published, c.claim_id, c.first_document_id, c.latest_document_id
FROM facts.claims c
JOIN corpus.documents d ON d.document_id = c.first_document_id
JOIN corpus.documents l ON l.document_id = c.latest_document_id
WHERE c.documents >= 2;

COMMENT ON VIEW marts.first_reports IS 'Who stated first what several documents state, copies too. Who was first, and when? SELECT statement, first_publisher, first_published FROM marts.first_reports WHERE published_to IS NOT NULL ORDER BY published_to';
COMMENT ON COLUMN marts.first_reports.statement IS 'The claim in one readable line.';
COMMENT ON COLUMN marts.first_reports.kind IS 'metric, event or relation.';
COMMENT ON COLUMN marts.first_reports.sources IS 'How many independent sources: copies count once.';
COMMENT ON COLUMN marts.first_reports.documents IS 'How many documents state it.';
COMMENT ON COLUMN marts.first_reports.first_publisher IS 'Publisher of the document that was out first for certain.';
COMMENT ON COLUMN marts.first_reports.first_title IS 'Title of that document.';
COMMENT ON COLUMN marts.first_reports.first_published IS 'When that document was published, as an EDTF string.';
COMMENT ON COLUMN marts.first_reports.published_from IS 'First day on which it can have been published.';
COMMENT ON COLUMN marts.first_reports.published_to IS 'Last day on which it can have been published.';
COMMENT ON COLUMN marts.first_reports.latest_publisher IS 'Publisher of the document that stated it last.';
COMMENT ON COLUMN marts.first_reports.latest_published IS 'When that was published, as an EDTF string.';
COMMENT ON COLUMN marts.first_reports.claim_id IS 'The claim.';
COMMENT ON COLUMN marts.first_reports.first_document_id IS 'The document that was first.';
COMMENT ON COLUMN marts.first_reports.latest_document_id IS 'The document that was last.';
