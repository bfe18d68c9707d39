"""The end of a run, for the person at the terminal: what came in, what is known now, what to do next."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import DEFAULT
from flows.local_run import LocalRun
from warehouse.printable import printable
from warehouse.query import connect_published
from warehouse.samples import Sample, summary

if TYPE_CHECKING:
    from rich.console import Console

KINDS = ("metrics", "events", "quotes", "relations", "claims", "mentions", "quantities", "times")


def show_summary(result: LocalRun) -> None:
    """Print the summary of a run."""
    from rich.console import Console

    outcome = result.outcome
    path = Path(outcome.warehouse)
    with connect_published(path) as con:
        found = summary(con, outcome.run_id)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120, markup=False)
    console.print()
    console.print(headline(result), style="bold")
    _reasons(console, result)
    facts = ", ".join(f"{found.totals[kind]:,} {kind}" for kind in KINDS if kind in found.totals)
    console.print(f"In the warehouse: {found.totals['documents']:,} documents; {facts}")
    if found.samples:
        console.print("\nSome facts, and the words that state them:")
    for sample in found.samples:
        _sample(console, sample)
    _what_next(console, result, path, found.samples)


def headline(result: LocalRun) -> str:
    """What the run did, in one line."""
    outcome = result.outcome
    nothing = not (outcome.loaded or outcome.rejected or outcome.duplicate)
    return f"Nothing changed. {outcome.sentence}." if nothing else f"Done. {outcome.sentence}."


def _reasons(console: Console, result: LocalRun) -> None:
    outcome = result.outcome
    if outcome.reasons:
        reasons = ", ".join(f"{count} × {check}" for check, count in outcome.reasons.items())
        console.print(f"Rejected because: {reasons} (table ops.rejects)")
    if outcome.rows_rejected:
        console.print(f"{outcome.rows_rejected} single rows did not pass the gate (table ops.rejects)")
    for words in outcome.warnings:
        console.print(f"Not as expected: {printable(words)}", style="yellow")


def _sample(console: Console, sample: Sample) -> None:
    where = " · ".join(printable(part) for part in (sample.title, sample.publisher) if part)
    console.print(f"  {printable(sample.statement)}", style="cyan", soft_wrap=True)
    console.print(f"    「{printable(sample.evidence)}」 {where}", soft_wrap=True)


def _what_next(console: Console, result: LocalRun, path: Path, samples: tuple[Sample, ...]) -> None:
    option = "" if path == DEFAULT else f" --warehouse {shlex.quote(str(path))}"
    seconds = ", ".join(f"{phase} {time:.1f}" for phase, time in result.seconds.items())
    own = sum(result.outcome.seconds.values())
    console.print(f"\nSeconds: {seconds}; of the flow the pipeline's own steps {own:.1f}", style="dim")
    record = "kaoju ui" if result.own_server else f"{result.ui}/runs/flow-run/{result.flow_run_id}"
    lines = [
        ("Database", str(path)),
        ("Query it", f'kaoju sql "from marts.facts limit 10"{option}'),
        *([("Why a fact", f"kaoju why {samples[0].fact_id}{option}")] if samples else []),
        ("What there is", f"kaoju tables{option}"),
        ("The run's record", record),
        ("On a schedule", f'kaoju serve SOURCE --cron "0 * * * *"{option}'),
    ]
    for what, how in lines:
        console.print(f"{what:<17} {how}", soft_wrap=True)
