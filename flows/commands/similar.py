"""`kaoju similar`: what else the warehouse holds on the subject of an article."""

from __future__ import annotations

from pathlib import Path

import click

from flows.commands.options import existing, warehouse_option


@click.command()
@click.argument("wanted", metavar="DOCUMENT_ID|FILE|TEXT")
@click.option(
    "--most", type=click.IntRange(1), default=10, show_default=True, help="How many documents to show."
)
@warehouse_option
def similar(wanted: str, most: int, warehouse: Path) -> None:
    """Rank the warehouse's documents by how like an article, a file or a few words they are.

    The beginning of a document's id is enough. Likeness is that of names and rare words, from 0 to 1; copies
    of one text are near 1, articles on one subject mostly above 0.1.

    \b
    Example:
      kaoju similar 584239e5
      kaoju similar "Llama 3 开源 许可"
    """
    existing(warehouse)
    from flows.ranking import rank
    from flows.result_table import show_table
    from flows.wanted_subject import subject_of
    from warehouse.query import connect_published
    from warehouse.subjects import subjects

    with connect_published(warehouse) as con:
        ranked = rank(subject_of(wanted, con), subjects(con), most)
    rows = [
        (
            round(one.likeness.score, 3),
            one.subject.document_id,
            one.subject.published,
            one.subject.title,
            ", ".join(one.likeness.matched),
        )
        for one in ranked
    ]
    show_table(("similarity", "document_id", "published", "title", "matched"), rows, most)
