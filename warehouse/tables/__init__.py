"""One declaration a table: DDL, comments, validation, polars schema and dictionary come from it."""
