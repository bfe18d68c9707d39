"""`kaoju explain`: one file, sentence by sentence, with what is found in it."""

from __future__ import annotations

import click


@click.command()
@click.argument("source", metavar="FILE")
@click.option("--color/--no-color", default=None, help="Colours, or none; by default only on a terminal.")
def explain(source: str, color: bool | None) -> None:
    """Show each sentence of one article with its names, numbers, times and facts. Nothing is stored.

    Names are underlined, numbers and times in brackets; below stand the facts that begin in the sentence,
    those of low confidence with a question mark, each with the frame that made it.

    \b
    Example:
      kaoju explain seeds/articles/wireruling.txt
    """
    from rich.console import Console

    from flows.errors import KaojuError
    from flows.explained import explained
    from flows.sources import find_items
    from transforms.rejection import Rejected
    from transforms.source import SourceItem

    console = Console(no_color=color is False, force_terminal=True if color else None, highlight=False)
    for item in find_items([source]):
        if not isinstance(item, SourceItem):
            raise KaojuError(f"{item.uri}: {item.reason}")
        try:
            for line in explained(item):
                console.print(line, soft_wrap=True)
        except Rejected as error:
            raise KaojuError(
                f"{item.uri} is no article that can be read ({error.check}): {error.reason}"
            ) from error
