"""`ops.runs`, `ops.steps`, `ops.rejects`, `ops.state`: what the pipeline did, and what it refused."""

from __future__ import annotations

from datetime import datetime

from warehouse.tables import columns as c
from warehouse.tables.table import Model, Table


class Runs(Model):
    """One run of the ingest flow; documents_in = loaded + unchanged + duplicate + rejected.

    The totals without a prefix are the rows in the warehouse when the run finished.
    """

    run_id: str = c.text("The run.")
    flow_run_id: str = c.text("Prefect's id of the flow run.", null=True)
    started_at: datetime = c.plain("When it started, UTC.")
    finished_at: datetime = c.plain(
        "When it finished, UTC; null while it runs or where it was killed.", null=True
    )
    state: str = c.text("running, completed, failed, or Prefect's name of the state.")
    sources: str = c.text("What it was asked to read.", null=True)
    rules_version: str = c.text("Version of the rules that it used.", null=True)
    message: str = c.text("What went wrong, or what a person should know.", null=True)
    documents_in: int = c.count("Documents that came in.", null=True)
    documents_loaded: int = c.count("Documents loaded or loaded again.", null=True)
    documents_unchanged: int = c.count("Documents already there, same bytes and rules.", null=True)
    documents_duplicate: int = c.count("Documents whose bytes came more than once in this run.", null=True)
    documents_rejected: int = c.count("Documents that did not get in; see ops.rejects.", null=True)
    rows_rejected: int = c.count("Rows of loaded documents that did not get in; see ops.rejects.", null=True)
    documents: int = c.count("Rows of corpus.documents when it finished.", null=True)
    sentences: int = c.count("Rows of corpus.sentences when it finished.", null=True)
    entities: int = c.count("Rows of facts.entities when it finished.", null=True)
    mentions: int = c.count("Rows of facts.mentions when it finished.", null=True)
    quantities: int = c.count("Rows of facts.quantities when it finished.", null=True)
    times: int = c.count("Rows of facts.times when it finished.", null=True)
    metrics: int = c.count("Rows of facts.metrics when it finished.", null=True)
    events: int = c.count("Rows of facts.events when it finished.", null=True)
    quotes: int = c.count("Rows of facts.quotes when it finished.", null=True)
    relations: int = c.count("Rows of facts.relations when it finished.", null=True)
    claims: int = c.count("Rows of facts.claims when it finished.", null=True)


class Steps(Model):
    """A step of a run: what it took. The publication comes after this is written, so it is not among them."""

    run_id: str = c.text("The run.")
    step: str = c.text("read, process, load, reconcile …")
    times: int = c.count("How often the run did it: once a batch.", least=1)
    seconds: float = c.number("Seconds that it took in all.", low=0)
    state: str = c.text("completed, or failed where the run ended in it.", words=("completed", "failed"))
    rules_version: str = c.text("Version of the rules that it used.")


class Measures(Model):
    """What the documents were like that a run published: counts by document, shares, fill rates."""

    run_id: str = c.text("The run.")
    measure: str = c.text("What is measured; warehouse/quality says why it is watched.")
    value: float = c.number("The mean or share; for documents their number.")


class Rejects(Model):
    """An input or a row that did not get in, and why; one row however many runs in a row refused it.

    The runs that a row spans are those of the same sources from `run_id` to `last_run_id`; `marts.rejects`
    has a row for each of them.
    """

    run_id: str = c.text("The run that refused it first.")
    source_uri: str = c.text("Where the input was found.", null=True)
    document_id: str = c.text("The document, where it got as far as having an id.", null=True)
    table_name: str = c.text(
        "Table that the row was meant for; null where the whole document was refused.", null=True
    )
    check_name: str = c.text("The check that refused it.")
    reason: str = c.text("What is wrong, in words.")
    row: str = c.json_text("The refused row; bytes are left out.")
    last_run_id: str = c.text("The last of the runs in a row that refused it for this reason.")
    times: int = c.count("How many runs of the same sources in a row refused it.", least=1)


class State(Model):
    """What the writer must remember between runs."""

    name: str = c.text("schema_version, reconciled …")
    value: str = c.text("Its value.")


RUNS = Table("ops.runs", Runs, ("run_id",), "writer")
STEPS = Table("ops.steps", Steps, ("run_id", "step"), "writer")
MEASURES = Table("ops.measures", Measures, ("run_id", "measure"), "writer")
REJECTS = Table("ops.rejects", Rejects, (), "writer")
STATE = Table("ops.state", State, ("name",), "writer")
