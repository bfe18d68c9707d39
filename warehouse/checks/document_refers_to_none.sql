-- What a document is a copy of, or supersedes, is another document that is there.
SELECT d.document_id, d.duplicate_of, d.supersedes
FROM corpus.documents d
LEFT JOIN corpus.documents c ON c.document_id = d.duplicate_of AND c.document_id <> d.document_id
LEFT JOIN corpus.documents s ON s.document_id = d.supersedes AND s.document_id <> d.document_id
WHERE (d.duplicate_of IS NOT NULL AND c.document_id IS NULL) OR (d.supersedes IS NOT NULL AND s.document_id IS NULL)
