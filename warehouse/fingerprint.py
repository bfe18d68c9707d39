"""What the warehouse says, as one hash for each table: to compare two runs or two files."""

from __future__ import annotations

import duckdb

from warehouse.tables.catalogue import TABLES


def fingerprint(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """`rows:hash` of each table of corpus and facts, whatever the order of its rows.

    The columns that a table declares as `load_time` are left out: they tell when, not what.
    """
    prints = {}
    for name, table in TABLES.items():
        if name.split(".")[0] not in ("corpus", "facts"):
            continue
        columns = ", ".join(f'"{one}" := "{one}"' for one in table.columns if one not in table.load_time)
        # JSON keeps null apart from the word and a cell apart from its neighbour.
        found = con.execute(
            f"SELECT count(*), md5(coalesce(string_agg(h, '' ORDER BY h), '')) FROM"
            f" (SELECT md5(to_json(struct_pack({columns}))::VARCHAR) AS h FROM {name})"
        ).fetchall()
        prints[name] = f"{found[0][0]}:{found[0][1]}"
    return prints
