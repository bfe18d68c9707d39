-- Every sentence stands in the clean text, and sentences are numbered from 0 in the order of the text.
SELECT document_id, sentence_no, s.text
FROM (
    SELECT *, row_number() OVER (PARTITION BY document_id ORDER BY raw_start) - 1 AS place FROM corpus.sentences
) s
JOIN corpus.documents d USING (document_id)
WHERE NOT contains(d.text, s.text) OR sentence_no <> place
