CREATE OR REPLACE MACRO marts.as_of(day) AS TABLE
SELECT * FROM marts.facts
WHERE document_id IN (SELECT document_id FROM corpus.documents WHERE published_to <= day);

COMMENT ON MACRO TABLE marts.as_of IS 'What was known on a day: the facts to rely on of documents that were out by then for certain. What was known by the end of January 2025? SELECT subject, predicate, object, value FROM marts.as_of(DATE ''2025-01-31'')';
