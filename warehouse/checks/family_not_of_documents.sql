-- Once families are found every document has one, each family has one original, and single means alone.
WITH families AS (
    SELECT family_id, count(*) AS members, count(*) FILTER (WHERE is_original) AS originals,
        bool_or(method = 'single') AS has_single
    FROM corpus.families GROUP BY family_id
)
SELECT family_id, 'needs one original, and no single among several' AS fault
FROM families WHERE originals <> 1 OR (has_single AND members > 1)
UNION ALL
SELECT document_id, 'document without a family'
FROM corpus.documents ANTI JOIN corpus.families USING (document_id)
WHERE EXISTS (SELECT 1 FROM corpus.families)
