CREATE OR REPLACE VIEW marts.source_profiles AS
WITH support AS (
    SELECT d.document_id, count(DISTINCT f.fact_id) AS facts,
        count(DISTINCT f.fact_id) FILTER (WHERE f.sources >= 2) AS supported,
        count(DISTINCT f.fact_id) FILTER (WHERE f.agreement = 'conflict') AS contradicted
    FROM corpus.documents d
    JOIN (SELECT fact_id, document_id FROM facts.metrics UNION ALL SELECT fact_id, document_id FROM facts.events
          UNION ALL SELECT fact_id, document_id FROM facts.relations) s USING (document_id)
    JOIN (SELECT unnest(fact_ids) AS fact_id, sources, agreement FROM facts.claims) f USING (fact_id)
    GROUP BY d.document_id
)
SELECT coalesce(d.publisher, 'unknown') AS source, count(*) AS documents,
    round(avg(d.is_spun::INTEGER), 3) AS spun_share,
    round(avg((m.is_original = false)::INTEGER), 3) AS reprinted_share,
    coalesce(sum(s.facts), 0)::BIGINT AS comparable_facts,
    round(1 - sum(s.supported) / sum(s.facts), 3) AS unsupported_share,
    round(sum(s.contradicted) / sum(s.facts), 3) AS contradicted_share,
    round(avg((d.published_from IS NOT NULL AND d.published_from = d.published_to)::INTEGER), 3) AS dated_share
FROM corpus.documents d
LEFT JOIN corpus.families m USING (document_id)
LEFT JOIN support s USING (document_id)
GROUP BY ALL;

COMMENT ON VIEW marts.source_profiles IS 'How far a source can be trusted: how much of it is spun, reprinted, or said by nobody else. Which sources reprint or spin? SELECT source, documents, spun_share, reprinted_share FROM marts.source_profiles WHERE spun_share + reprinted_share > 0';
COMMENT ON COLUMN marts.source_profiles.source IS 'Publisher; unknown where none is known.';
COMMENT ON COLUMN marts.source_profiles.documents IS 'How many documents of it there are.';
COMMENT ON COLUMN marts.source_profiles.spun_share IS 'Share of them whose words were replaced to disguise a copy, 0 to 1.';
COMMENT ON COLUMN marts.source_profiles.reprinted_share IS 'Share of them that are copies of another document, 0 to 1.';
COMMENT ON COLUMN marts.source_profiles.comparable_facts IS 'Facts of it that others could state too: those that are in claims.';
COMMENT ON COLUMN marts.source_profiles.unsupported_share IS 'Share of these that no other independent source states, 0 to 1.';
COMMENT ON COLUMN marts.source_profiles.contradicted_share IS 'Share of these that another source contradicts, 0 to 1.';
COMMENT ON COLUMN marts.source_profiles.dated_share IS 'Share of the documents whose day of publication is known, 0 to 1.';
