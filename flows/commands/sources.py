"""`kaoju sources`: what discovery looks at, and whether it can."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.discover import folder_option


@click.command()
@click.argument("name", required=False, metavar="[SOURCE]")
@click.option("--test", "is_test", is_flag=True, help="Ask the source for its list, and show what it names.")
@folder_option
def sources(name: str | None, is_test: bool, folder: Path) -> None:
    """List the sources, or explain SOURCE: where it looks, what it may ask, how often.

    With --test the lists of SOURCE are read now, and no article: nothing is kept or loaded.

    \b
    Example:
      kaoju sources
      kaoju sources wire --test
    """
    from flows.web.source_words import explain, table, trial

    if name is None:
        if is_test:
            raise click.UsageError("Name the source to test. Example: kaoju sources wire --test")
        click.echo(table(folder))
    elif is_test:
        click.echo(trial(folder, name))
    else:
        click.echo(explain(folder, name))
