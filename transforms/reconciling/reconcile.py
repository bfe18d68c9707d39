"""What only many documents together can say."""

from __future__ import annotations

from transforms.reconciling.claims import find_claims
from transforms.reconciling.families import find_families
from transforms.rows import Rows


def reconcile(corpus: Rows) -> Rows:
    """The whole content of `corpus.families` and `facts.claims`, from the rows of the documents and facts.

    Needs `corpus.documents`, `facts.entities`, `facts.metrics`, `facts.events`, `facts.event_roles` and
    `facts.relations`.
    """
    families = find_families(corpus["corpus.documents"])
    return {"corpus.families": families, "facts.claims": find_claims(corpus, families)}
