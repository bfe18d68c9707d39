-- Rejects that come again in run after run are one row with the runs that it spans; steps of runs get a table.
CREATE TABLE ops.rejects_2 (
    run_id VARCHAR NOT NULL,
    source_uri VARCHAR,
    document_id VARCHAR,
    table_name VARCHAR,
    check_name VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    "row" JSON,
    last_run_id VARCHAR NOT NULL,
    "times" BIGINT NOT NULL,
    CHECK ("times" >= 1)
);
INSERT INTO ops.rejects_2 SELECT *, run_id, 1 FROM ops.rejects ORDER BY rowid;
DROP TABLE ops.rejects;
ALTER TABLE ops.rejects_2 RENAME TO rejects;
