-- Every document has its source bytes and its raw text, as long as it says, and the hash is that of the bytes.
SELECT d.document_id, d.raw_chars, length(s.raw_text) AS raw_text_chars, d.source_sha256
FROM corpus.documents d LEFT JOIN corpus.sources s USING (document_id)
WHERE s.document_id IS NULL
    OR length(s.raw_text) <> d.raw_chars
    OR s.source_sha256 <> d.source_sha256
    OR sha256(s.content) <> s.source_sha256
