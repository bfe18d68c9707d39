"""What only many documents together can say, brought up to date: families, dates, claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flows.claims import make_claims
from flows.copies import choose_originals, forget_reconciled, group_copies
from flows.dating import date_documents
from flows.names import decide_names
from warehouse.writer import Writer


@dataclass(frozen=True)
class Reconciled:
    """How many documents got a family or another date, and how many topics their claims anew."""

    grouped: int
    redated: int
    topics: int


def reconcile(writer: Writer, run_id: str, now: datetime, everything: bool = False) -> Reconciled:
    """Bring up to date what new documents have to do with; with `everything` make all of it anew."""
    # A reconciling that was killed may have made families, but not the claims of their documents.
    was_killed = writer.recall("reconciling") == "yes"
    writer.remember("reconciling", "yes")
    if everything:
        forget_reconciled(writer, run_id)
    grouped = group_copies(writer, run_id)
    redated = date_documents(writer, grouped, run_id, now)
    choose_originals(writer, redated, run_id)
    changed = None if everything or was_killed else {*grouped, *redated}
    topics = make_claims(writer, run_id, changed, decide_names(writer))
    writer.replace({}, run_id)  # so that it is remembered as reconciled
    writer.remember("reconciling", "no")
    return Reconciled(len(grouped), len(redated), topics)
