"""`kaoju discover`: look for new articles in sources of the web."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import warehouse_option

folder_option = click.option(
    "--from",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("seeds/sources"),
    show_default=True,
    metavar="FOLDER",
    help="The folder with a .toml file for each source.",
)


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@folder_option
@click.option(
    "--similar",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    help="How like the warehouse's articles from files a page must be; 0 lets all in.",
)
@warehouse_option
def discover(sources: tuple[str, ...], folder: Path, similar: float, warehouse: Path) -> None:
    """Fetch what is new in SOURCE..., or in all enabled sources, and load it.

    Sites are asked politely: by the rules of their robots.txt, slowly, and only for what may have changed.
    What came is kept in WARC files in the folder `web` beside the warehouse. What is refused is in
    `ops.rejects`, with the reason. What is unlike the articles that came from files is left out, with how
    unlike it is. `kaoju sources` lists the sources.

    \b
    Example:
      kaoju discover
      kaoju discover wire inbox --from my-sources --warehouse news.duckdb
    """
    from flows.web.source_file import chosen_sources

    chosen_sources(folder, sources)
    from flows.local_run import run_discover
    from flows.summary import show_summary

    result = run_discover(
        list(sources), folder, warehouse, similar, lambda words: click.echo(words, err=True)
    )
    show_summary(result)
