-- A claim of one independent source is single; one of several agrees or conflicts.
SELECT claim_id, sources, agreement FROM facts.claims WHERE (agreement = 'single') <> (sources = 1)
