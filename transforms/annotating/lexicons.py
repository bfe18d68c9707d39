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
    """Endings that by themselves make a name an organization's (公司, 大学, 委员会), the longest first."""
    rows = (r["suffix"] for r in _suffixes() if _is_strong(r))
    return tuple(sorted(rows, key=lambda s: (-len(s), s)))


@cache
def trade_suffixes() -> tuple[str, ...]:
    """Words of a trade that end a firm's name after a trade name (科技, 汽车, 资本), the longest first."""
    weak = {
        r["suffix"]
        for r in _suffixes()
        if not _is_strong(r) and (len(r["suffix"]) > 1 or r["suffix"] == "云")
    }
    return tuple(sorted(weak | set(words("trade_suffixes.txt")), key=lambda s: (-len(s), s)))


def _suffixes() -> list[dict[str, str]]:
    return read_table("registry", "suffixes.csv")


def _is_strong(row: dict[str, str]) -> bool:
    trade = row["kind"] in ("company", "finance") and not row["suffix"].endswith(("公司", "集团"))
    return not row["note"] and not trade


@cache
def kind_cues() -> tuple[tuple[str, str, str], ...]:
    """(cue, side, kind): words beside a name that tell what kind of thing it names, the longest first."""
    rows = read_table("rules", "annotating", "kind_cues.csv")
    found = [(r["cue"], r["side"], checked(r["kind"], ENTITY_KINDS, "entity kind")) for r in rows]
    return tuple(sorted(found, key=lambda c: -len(c[0])))
