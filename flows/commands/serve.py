"""`kaoju serve`: everything on its schedule."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import warehouse_option


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--cron", default="0 * * * *", show_default=True, help="When to ingest, as a cron expression.")
@click.option("--report", default="0 7 * * *", show_default=True, help="When to report; `none` for never.")
@click.option(
    "--upkeep", default="30 3 * * 0", show_default=True, help="When to back up and compact; `none` for never."
)
@click.option(
    "--discover", default="none", show_default=True, help="When to look for new articles on the web."
)
@click.option("--timezone", default="UTC", show_default=True, help="Time zone of the cron expressions.")
@click.option(
    "--backups",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Where backups are kept.  [default: `backups` beside the warehouse]",
)
@click.option("--name", default="scheduled", show_default=True, help="Name of the deployments in Prefect.")
@warehouse_option
def serve(
    sources: tuple[str, ...],
    cron: str,
    report: str,
    upkeep: str,
    discover: str,
    timezone: str,
    backups: Path | None,
    name: str,
    warehouse: Path,
) -> None:
    """Ingest SOURCE... on a schedule, report each morning, back up each week, until Ctrl-C.

    Starts a Prefect server unless one is configured or running. The schedules are paused while nothing serves
    them, so that no late runs pile up. SOURCE defaults to seeds/articles. KAOJU_NOTIFY in the environment
    says whom to tell of trouble: the address of a webhook, or a block of Prefect.

    \b
    Example:
      kaoju serve ~/news --cron "0 * * * *"
      kaoju serve inbox --cron "30 6 * * *" --report "0 8 * * 1-5" --timezone Asia/Shanghai
    """
    from flows.deployments import Schedule
    from flows.serve import serve_flows

    schedule = Schedule(
        sources or ("seeds/articles",),
        warehouse,
        cron,
        timezone,
        name,
        report=None if report == "none" else report,
        upkeep=None if upkeep == "none" else upkeep,
        backups=backups,
        discover=None if discover == "none" else discover,
    )
    serve_flows(schedule, click.echo)
