-- No share of a market, of a firm or of a margin is above 100 percent.
SELECT fact_id, metric, value, document_id
FROM facts.metrics SEMI JOIN fresh USING (document_id)
WHERE metric IN ('market_share', 'ownership_share', 'share_of', 'margin') AND unit = 'percent' AND value > 100
