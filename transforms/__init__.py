"""Pure functions from bytes to facts: no Prefect, no DuckDB, no network, no clock."""
