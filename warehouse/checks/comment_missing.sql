-- Every table, view and column says what it holds.
SELECT schema_name || '.' || table_name AS name, '' AS column_name FROM duckdb_tables()
WHERE schema_name IN ('corpus', 'facts', 'ops', 'marts') AND coalesce(comment, '') = ''
UNION ALL
SELECT schema_name || '.' || view_name, '' FROM duckdb_views()
WHERE schema_name IN ('corpus', 'facts', 'ops', 'marts') AND coalesce(comment, '') = ''
UNION ALL
SELECT schema_name || '.' || table_name, column_name FROM duckdb_columns()
WHERE schema_name IN ('corpus', 'facts', 'ops', 'marts') AND coalesce(comment, '') = ''
