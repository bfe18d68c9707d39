-- A value lies between its lowest and its highest.
SELECT 'facts.quantities' AS table_name, document_id || ' ' || raw_start AS id, value, value_low, value_high
FROM facts.quantities WHERE value < value_low OR value > value_high
UNION ALL SELECT 'facts.metrics', fact_id, value, value_low, value_high
FROM facts.metrics WHERE value < value_low OR value > value_high
