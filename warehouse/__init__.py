"""DuckDB: tables declared once, rows in through a gate, a published file out. Imports nothing heavy."""
