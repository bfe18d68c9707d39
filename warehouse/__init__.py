"""All DuckDB: tables, gate, loading, publishing, views."""
