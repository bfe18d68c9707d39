-- Every step that is recorded belongs to a run that is.
SELECT run_id, step FROM ops.steps ANTI JOIN ops.runs USING (run_id)
