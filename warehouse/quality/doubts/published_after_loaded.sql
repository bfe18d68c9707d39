-- No document is published more than a day after it was loaded.
SELECT document_id, published_edtf, published_basis
FROM corpus.documents SEMI JOIN fresh USING (document_id)
WHERE published_from > loaded_at::DATE + 1
