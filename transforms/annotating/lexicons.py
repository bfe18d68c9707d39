"""Word lists of the annotating stage, read from `seeds/`."""

from __future__ import annotations

from functools import cache

from transforms.seed_data import read_lines, read_table
from transforms.vocabulary import ENTITY_KINDS, checked


@cache
def words(name: str) -> tuple[str, ...]:
    """The lines of `seeds/rules/annotating/<name>`."""
    return read_lines("rules", "annotating", name)


@cache
def titles() -> dict[str, str]:
    """Positions and roles to their kind (executive, founder, staff, …), the longest first."""
    rows = read_table("registry", "titles.csv")
    return {r["title"]: r["kind"] for r in sorted(rows, key=lambda r: -len(r["title"]))}


@cache
def organization_suffixes() -> tuple[str, ...]:
    """Endings that make a name an organization's, the longest first; those noted as generic left out."""
    rows = [r for r in read_table("registry", "suffixes.csv") if "generic" not in r["note"]]
    return tuple(sorted((r["suffix"] for r in rows), key=lambda s: (-len(s), s)))


@cache
def kind_cues() -> tuple[tuple[str, str, str], ...]:
    """(cue, side, kind): words beside a name that tell what kind of thing it names, the longest first."""
    rows = read_table("rules", "annotating", "kind_cues.csv")
    found = [(r["cue"], r["side"], checked(r["kind"], ENTITY_KINDS, "entity kind")) for r in rows]
    return tuple(sorted(found, key=lambda c: -len(c[0])))
