-- Every document has been found somewhere, and where it was first found is one of these places.
SELECT document_id, source_uri
FROM corpus.documents ANTI JOIN corpus.locations USING (document_id, source_uri)
