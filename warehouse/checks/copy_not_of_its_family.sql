-- An exact or near copy is a duplicate of its family's original, and no other document is a duplicate.
SELECT d.document_id, d.duplicate_of, o.document_id AS original
FROM corpus.documents d
JOIN corpus.families f USING (document_id)
LEFT JOIN corpus.families o
    ON o.family_id = f.family_id AND o.is_original AND NOT f.is_original AND f.method IN ('exact', 'near')
WHERE d.duplicate_of IS DISTINCT FROM o.document_id
