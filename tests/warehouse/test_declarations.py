"""DDL, comments, validation and dictionary come from one declaration, and hold what the contract asks for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from warehouse.dictionary import declared_dictionary, dictionary, dictionary_page
from warehouse.tables.catalogue import TABLES
from warehouse.tables.ddl import create_table

HERE = Path(__file__).parents[2]
CONTRACT = HERE.parent / "shared" / "warehouse-contract.md"
PROMISED = {
    "corpus.documents": (
        "document_id source_uri source_sha256 raw_chars encoding title author publisher translator "
        "url credited_source published_edtf published_from published_to published_basis script "
        "is_spun spun_score duplicate_of text supersedes "
    ),
    "corpus.repairs": "document_id rule raw_start raw_end before after",
    "corpus.sentences": "document_id sentence_no paragraph_no raw_start raw_end text",
    "facts.entities": "entity_id name kind wikidata_id basis",
    "facts.entity_aliases": "entity_id alias",
    "facts.mentions": "document_id entity_id raw_start raw_end surface",
    "facts.quantities": "document_id raw_start raw_end surface value value_low value_high unit bound",
    "facts.times": "document_id raw_start raw_end surface edtf start_on end_on",
    "facts.metrics": (
        "fact_id document_id subject_id subject_phrase metric label value value_low value_high unit "
        "bound period_edtf attributed_to_id modality raw_start raw_end confidence "
    ),
    "facts.events": (
        "fact_id document_id type trigger date_edtf start_on end_on modality polarity raw_start "
        "raw_end confidence "
    ),
    "facts.event_roles": "fact_id role entity_id phrase",
    "facts.quotes": (
        "fact_id document_id speaker_id speaker_phrase verb text direct venue said_edtf raw_start "
        "raw_end confidence "
    ),
    "facts.relations": (
        "fact_id document_id subject_id subject_phrase relation object_id object_phrase qualifier "
        "period_edtf raw_start raw_end confidence "
    ),
    "facts.evidence": "fact_id place_no raw_start raw_end",
    "corpus.locations": "document_id source_uri first_seen_at last_seen_at",
    "corpus.families": "document_id family_id method similarity is_original reason",
    "facts.claims": "claim_id kind statement documents sources agreement fact_ids",
    "ops.runs": "run_id flow_run_id started_at finished_at state",
    "ops.rejects": "run_id source_uri document_id table_name check_name reason row",
}
OF_FACTS = "confidence confidence_reasons frame rules_version".split()


@pytest.mark.parametrize("name", PROMISED)
def test_every_promised_column_is_there(name: str):
    assert set(PROMISED[name].split()) <= set(TABLES[name].columns)
    if "fact_id" in TABLES[name].columns and "confidence" in TABLES[name].columns:
        assert set(OF_FACTS) <= set(TABLES[name].columns)


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract's page is not beside the repository")
def test_the_promise_is_that_of_the_contract():
    found = {}
    for line in CONTRACT.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"\| `([a-z]+\.[a-z_]+)` \| (.*) \|$", line):
            # Words in brackets describe the column before them.
            outside = re.sub(r"\([^()]*\)", "", match[2].split(" – ")[0])
            found[match[1]] = set(re.findall(r"`([a-z_0-9]+)`", outside))
    assert set(found) == set(PROMISED)
    for name, columns in found.items():
        assert columns <= set(TABLES[name].columns), name


def test_every_table_view_and_column_says_what_it_holds(con):
    entries = dictionary(con)
    assert [entry for entry in entries if not entry.comment] == []
    tables = {entry.table for entry in entries}
    assert set(TABLES) < tables and {"marts.facts", "marts.all_facts", "marts.timeline"} < tables
    examples = [entry.comment or "" for entry in entries if entry.type == "view"]
    assert all("? SELECT" in comment for comment in examples)


def test_the_example_question_of_every_view_runs(con):
    for entry in dictionary(con):
        if entry.type == "view":
            con.execute((entry.comment or "").split("? ", 1)[1]).fetchall()


def test_the_written_dictionary_is_up_to_date():
    written = (HERE / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert written == dictionary_page(declared_dictionary()), (
        "run `python -m warehouse.dictionary docs/data-dictionary.md`"
    )


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_database_has_what_the_model_declares(con, table):
    schema, name = table.name.split(".")
    found = con.execute(
        "SELECT column_name, data_type, is_nullable, comment FROM duckdb_columns()"
        " WHERE schema_name = ? AND table_name = ? ORDER BY column_index",
        [schema, name],
    ).fetchall()
    declared = table.model.to_schema().columns
    assert [row[0] for row in found] == list(table.columns) == list(table.polars_schema())
    assert [row[3] for row in found] == [declared[row[0]].description for row in found]
    assert {row[0] for row in found if not row[2]} == {
        name for name in declared if not declared[name].nullable
    }


def test_a_vocabulary_is_a_check_of_the_database_too():
    with duckdb.connect() as con:
        con.execute("CREATE SCHEMA facts")
        con.execute(create_table(TABLES["facts.event_roles"]))
        con.execute("INSERT INTO facts.event_roles VALUES ('f', 'agent', NULL, 'somebody')")
        with pytest.raises(duckdb.ConstraintException):
            con.execute("INSERT INTO facts.event_roles VALUES ('f', 'hero', NULL, 'somebody')")


def loaded_by(imports: str) -> set[str]:
    program = f"import sys, {imports}; print(*{{'duckdb', 'polars', 'pandera'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_heavy():
    assert loaded_by("warehouse, warehouse.lock") == set()


def test_reading_a_warehouse_needs_no_frames():
    readers = ("query", "why_page", "dictionary", "samples")
    assert loaded_by(", ".join(f"warehouse.{name}" for name in readers)) == {"duckdb"}
