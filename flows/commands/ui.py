"""`kaoju ui`: look at past runs in Prefect's UI."""

from __future__ import annotations

import click


@click.command()
def ui() -> None:
    """Start the Prefect server that holds the records of past runs, and say where its UI is.

    It runs until Ctrl-C. Where a server is configured or running already, its address is all you get.

    \b
    Example:
      kaoju ui
    """
    from flows.foreground import until_told_to_stop
    from flows.prefect_api import prefect_api

    with prefect_api() as api:
        if api.server is None:
            click.echo(f"The Prefect UI is at {api.ui}")
            return
        click.echo("Starting the Prefect server …", err=True)
        from flows.automations import install_killed

        api.wait_until_ready()
        install_killed()
        click.echo(f"The Prefect UI is at {api.ui} (Ctrl-C stops it)")
        until_told_to_stop(api)
