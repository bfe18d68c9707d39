CREATE OR REPLACE VIEW marts.rejects AS
SELECT run.run_id, run.started_at, j.source_uri, j.document_id, j.table_name, j.check_name, j.reason, j."row",
    j.run_id AS first_run_id
FROM ops.rejects j
JOIN ops.runs first ON first.run_id = j.run_id
JOIN ops.runs last ON last.run_id = j.last_run_id
JOIN ops.runs run ON run.run_id = j.run_id OR run.run_id = j.last_run_id OR (
    run.sources = first.sources AND run.started_at > first.started_at AND run.started_at < last.started_at
)
ORDER BY run.started_at DESC, j.source_uri, j.table_name, j.check_name;

COMMENT ON VIEW marts.rejects IS 'Every input and row that a run refused, one line for each run that refused it. What did the latest run refuse, and since when? SELECT source_uri, reason, first_run_id FROM marts.rejects WHERE run_id = (SELECT max_by(run_id, started_at) FROM ops.runs)';
COMMENT ON COLUMN marts.rejects.run_id IS 'The run.';
COMMENT ON COLUMN marts.rejects.started_at IS 'When the run started, UTC.';
COMMENT ON COLUMN marts.rejects.source_uri IS 'Where the input was found.';
COMMENT ON COLUMN marts.rejects.document_id IS 'The document, where it got as far as having an id.';
COMMENT ON COLUMN marts.rejects.table_name IS 'Table that the row was meant for; null where the whole document was refused.';
COMMENT ON COLUMN marts.rejects.check_name IS 'The check that refused it.';
COMMENT ON COLUMN marts.rejects.reason IS 'What is wrong, in words.';
COMMENT ON COLUMN marts.rejects."row" IS 'The refused row, as JSON.';
COMMENT ON COLUMN marts.rejects.first_run_id IS 'The run that refused it first; it was refused by every run of the same sources since then.';
