-- A document that supersedes another was found at a place where that one was found too.
SELECT d.document_id, d.supersedes
FROM corpus.documents d
WHERE supersedes IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM corpus.locations a JOIN corpus.locations b USING (source_uri)
    WHERE a.document_id = d.document_id AND b.document_id = d.supersedes
)
