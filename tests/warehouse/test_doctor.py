"""Every invariant, broken by hand and seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest

from warehouse.checks import check_files
from warehouse.doctor import SIMPLIFIED, all_checks, diagnose
from warehouse.tables.catalogue import TABLES
from warehouse.text_checks import CHECKS

# What is done to the file, and the check that must see it.
BREAKS = {
    "row_without_document": "DELETE FROM corpus.documents WHERE document_id = 'd2'",
    "document_without_source": "UPDATE corpus.sources SET content = 'other'::BLOB",
    "document_without_location": "DELETE FROM corpus.locations WHERE document_id = 'd1'",
    "span_outside_text": "UPDATE facts.evidence SET raw_end = 99999 WHERE place_no = 1",
    "surface_not_in_raw_text": "UPDATE facts.mentions SET surface = 'Mata' WHERE surface = 'Meta'",
    "repair_not_in_raw_text": "UPDATE corpus.repairs SET before = '发' WHERE raw_start = 4",
    "characters_not_accounted_for": "UPDATE corpus.repairs SET before = '發發' WHERE raw_start = 4",
    "clean_text_not_rebuilt": "UPDATE corpus.documents SET text = text || '。'",
    "sentence_not_in_text": "UPDATE corpus.sentences SET text = '没有这句。' WHERE sentence_no = 1",
    "evidence_not_of_fact": "UPDATE facts.evidence SET raw_start = raw_start + 1 WHERE place_no = 0",
    "quote_not_its_words": "UPDATE facts.quotes SET raw_start = 38, text = '闭源是好事。'",
    "fact_id_of_two_facts": "UPDATE facts.quotes SET fact_id = 'd1-metric' WHERE document_id = 'd1'",
    "role_without_event": "DELETE FROM facts.events WHERE fact_id = 'd1-event'",
    "entity_unknown": "DELETE FROM facts.entities WHERE name = 'Meta'",
    "entity_unused": "INSERT INTO facts.entities VALUES ('e', 'nobody', 'person', NULL, 'registry', NULL)",
    "fact_of_nobody": "UPDATE facts.metrics SET subject_id = NULL",
    "interval_reversed": "UPDATE facts.times SET end_on = DATE '2020-01-01'",
    "document_refers_to_none": "UPDATE corpus.documents SET supersedes = 'd99' WHERE document_id = 'd1'",
    "family_not_of_documents": "UPDATE corpus.families SET is_original = false",
    "claim_miscounted": "UPDATE facts.claims SET sources = 2",
    "run_does_not_add_up": "UPDATE ops.runs SET documents_in = 3",
    "run_summary_differs": "UPDATE ops.runs SET mentions = 1",
    "rejects_not_kept": "UPDATE ops.runs SET documents_loaded = 1, documents_rejected = 1",
    "superseded_elsewhere": "UPDATE corpus.documents SET supersedes = 'd2' WHERE document_id = 'd1'",
    "copy_not_of_its_family": "UPDATE corpus.documents SET duplicate_of = NULL",
    "agreement_of_one_source": "UPDATE facts.claims SET agreement = 'agree'",
    "date_without_basis": "UPDATE corpus.documents SET published_basis = NULL",
    "value_outside_its_interval": "UPDATE facts.quantities SET value_low = value + 1",
    "fact_of_other_rules": "UPDATE facts.quotes SET rules_version = 'r0'",
    "run_changed_what_it_did_not_load": (
        "INSERT INTO ops.runs BY NAME SELECT * REPLACE ('run2' AS run_id, started_at + INTERVAL 1 DAY AS"
        " started_at, 0 AS documents_loaded, mentions + 1 AS mentions) FROM ops.runs"
    ),
    "document_id_not_of_content": (
        "UPDATE corpus.documents SET document_id = 'd' || repeat('0', 16) WHERE document_id = 'd1'"
    ),
    "text_not_simplified": "UPDATE facts.claims SET statement = 'Meta 發布 Llama 3.1'",
    "step_of_no_run": "INSERT INTO ops.steps VALUES ('run9', 'load', 1, 0.5, 'completed', 'r1')",
    "schema_of_another_version": "UPDATE ops.state SET value = '99' WHERE name = 'schema_version'",
    "comment_missing": "COMMENT ON COLUMN facts.metrics.value IS NULL",
    "facts_metrics_columns": "ALTER TABLE facts.metrics DROP COLUMN label",
}
# These have to be broken in a copy of the table that has no constraints.
UNGUARDED = {
    "facts_metrics_values": "UPDATE facts.metrics SET metric = 'luck'",
    "facts_mentions_values": "UPDATE facts.mentions SET surface = NULL",
    "corpus_documents_values": "UPDATE corpus.documents SET published_basis = 'guessed'",
    "facts_quotes_key": "INSERT INTO facts.quotes SELECT * FROM facts.quotes",
}


def is_found(check: str, example_file: Path, tmp_path: Path, *statements: str) -> bool:
    broken = tmp_path / "broken.duckdb"
    shutil.copyfile(example_file, broken)
    with duckdb.connect(str(broken)) as con:
        for statement in statements:
            con.execute(statement)
        return [finding.check for finding in diagnose(con, {check})] == [check]


def test_a_sound_warehouse_has_no_findings(con):
    assert diagnose(con) == []
    of_keys = sum(bool(table.key) for table in TABLES.values())
    assert len(all_checks()) == len(check_files()) + len(CHECKS) + 2 * len(TABLES) + of_keys + 2


@pytest.mark.parametrize("check", BREAKS)
def test_a_broken_invariant_is_found(example_file: Path, tmp_path: Path, check: str):
    assert is_found(check, example_file, tmp_path, BREAKS[check])


@pytest.mark.parametrize("check", UNGUARDED)
def test_what_constraints_prevent_is_found_without_them(example_file: Path, tmp_path: Path, check: str):
    table = next(name for name in TABLES if check.startswith(name.replace(".", "_")))
    unguarded = f"CREATE OR REPLACE TABLE {table} AS FROM {table}"
    assert is_found(check, example_file, tmp_path, unguarded, UNGUARDED[check])


def test_every_check_has_been_broken():
    assert set(check_files()) | {check.__name__ for check in CHECKS} | {SIMPLIFIED} <= set(BREAKS)


def test_a_finding_says_what_and_shows_examples(example_file: Path, tmp_path: Path):
    broken = tmp_path / "broken.duckdb"
    shutil.copyfile(example_file, broken)
    with duckdb.connect(str(broken)) as con:
        con.execute("UPDATE facts.claims SET sources = 2, agreement = 'agree'")
        (finding,) = diagnose(con)
    assert finding.what.startswith("A claim's facts exist") and finding.rows == 1
    assert "sources = 2, sources_counted = 1" in finding.examples[0]


def test_a_file_that_is_no_warehouse_is_a_list_of_findings():
    with duckdb.connect() as con:
        found = diagnose(con)
    assert {finding.check for finding in found} > {"facts_metrics_columns", "clean_text_not_rebuilt"}
