-- A publication date says how it is known, and without one there is neither a basis nor a span of days.
SELECT document_id, published_edtf, published_from, published_to, published_basis
FROM corpus.documents
WHERE (published_edtf IS NULL) <> (published_basis IS NULL)
    OR (published_edtf IS NULL AND (published_from IS NOT NULL OR published_to IS NOT NULL))
