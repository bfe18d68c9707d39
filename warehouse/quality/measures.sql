-- One row of measures over the view `fresh` of document_id: loaded, and not published yet.
WITH facts AS (
    SELECT document_id, confidence, subject_id IS NOT NULL AS known FROM facts.metrics SEMI JOIN fresh USING (document_id)
    UNION ALL SELECT document_id, confidence, NULL FROM facts.events SEMI JOIN fresh USING (document_id)
    UNION ALL
    SELECT document_id, confidence, speaker_id IS NOT NULL FROM facts.quotes SEMI JOIN fresh USING (document_id)
    UNION ALL
    SELECT document_id, confidence, subject_id IS NOT NULL FROM facts.relations SEMI JOIN fresh USING (document_id)
),
of_facts AS (
    SELECT count(*) AS n, avg((confidence = 'high')::INT) AS of_high_confidence, avg(known::INT) AS with_known_subject
    FROM facts
),
of_documents AS (
    SELECT count(*) AS documents, avg(length(text)) AS characters_per_document, avg((title IS NOT NULL)::INT) AS with_title,
        avg((published_edtf IS NOT NULL)::INT) AS with_date, avg((publisher IS NOT NULL)::INT) AS with_publisher,
        sum(coalesce(replaced_chars, 0)) / sum(raw_chars) AS characters_lost
    FROM corpus.documents SEMI JOIN fresh USING (document_id)
)
SELECT documents, n / documents AS facts_per_document, of_high_confidence, with_known_subject,
    characters_per_document, with_title, with_date, with_publisher, characters_lost,
    (SELECT count(*) FROM corpus.sentences SEMI JOIN fresh USING (document_id)) / documents AS sentences_per_document,
    (SELECT count(*) FROM facts.mentions SEMI JOIN fresh USING (document_id)) / documents AS mentions_per_document,
    (SELECT count(*) FROM facts.metrics SEMI JOIN fresh USING (document_id)) / documents AS metrics_per_document,
    (SELECT count(*) FROM facts.events SEMI JOIN fresh USING (document_id)) / documents AS events_per_document,
    (SELECT count(*) FROM facts.quotes SEMI JOIN fresh USING (document_id)) / documents AS quotes_per_document,
    (SELECT count(*) FROM facts.relations SEMI JOIN fresh USING (document_id)) / documents AS relations_per_document
FROM of_documents, of_facts
WHERE documents > 0
