-- The id of a document is derived from its bytes, so that it is the same in every run.
SELECT document_id, source_sha256
FROM corpus.documents
WHERE regexp_matches(document_id, '^d[0-9a-f]{16}$') AND document_id <> 'd' || left(source_sha256, 16)
