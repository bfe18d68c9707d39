"""`kaoju serve`: ingest on a schedule."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--cron", default="0 * * * *", show_default=True, help="When to run, as a cron expression.")
@click.option("--timezone", default="UTC", show_default=True, help="Time zone of the cron expression.")
@click.option("--name", default="scheduled", show_default=True, help="Name of the deployment in Prefect.")
@warehouse_option
def serve(sources: tuple[str, ...], cron: str, timezone: str, name: str, warehouse: Path) -> None:
    """Ingest SOURCE... on a schedule, until Ctrl-C.

    Starts a Prefect server unless one is configured or running. The schedule is paused while nothing serves
    it, so that no late runs pile up. SOURCE defaults to seeds/articles.

    \b
    Example:
      kaoju serve ~/news --cron "0 * * * *"
      kaoju serve inbox --cron "30 6 * * *" --timezone Asia/Shanghai
    """
    from flows.serve import Schedule, serve_ingest

    schedule = Schedule(sources or ("seeds/articles",), warehouse, cron, timezone, name)
    serve_ingest(schedule, click.echo)
