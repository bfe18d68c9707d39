"""`facts.entities`, `facts.entity_aliases`, `facts.mentions`: who and what is named."""

from __future__ import annotations

from transforms.vocabulary import ENTITY_KINDS
from warehouse.tables import columns as c
from warehouse.tables.table import Model, Spanned, Table

VERDICTS = ("same", "not the same")


class Entities(Model):
    """A person, organization, product or other named thing; one row however many names it has."""

    entity_id: str = c.text("Derived from kind and name.")
    name: str = c.text("Canonical name: the form in which the field writes it.")
    kind: str = c.text("What it is.", words=ENTITY_KINDS)
    wikidata_id: str = c.text("Wikidata item, where certain.", null=True, like=r"^Q[1-9][0-9]*$")
    basis: str = c.text(
        "registry: known beforehand; discovered: found by its context.", words=("registry", "discovered")
    )
    family: str = c.text(
        "Canonical name of the family of models or products that it is a version of.", null=True
    )


class EntityAliases(Model):
    """A name by which an entity is known."""

    entity_id: str = c.text("The entity.")
    alias: str = c.text("The name.")


class Mentions(Spanned):
    """A place in a document where an entity is named or referred to."""

    document_id: str = c.text("The document.")
    entity_id: str = c.text("The entity.")
    raw_start: int = c.raw_start("the name")
    raw_end: int = c.raw_end("the name")
    surface: str = c.text("The raw characters at these offsets.")
    how: str = c.text("How it was recognized: alias, version, bracket, title, suffix, short …", null=True)


class EntityDecisions(Model):
    """That two names are one entity, or are not. Delete a row to undo it: it is not made again.

    A row that you insert yourself, with the rule `by hand`, stands above the rules.
    """

    entity_id: str = c.text("The entity that is decided on.")
    other_id: str = c.text("The one that it is: its facts count as of this one. Or the one that it is not.")
    document_id: str = c.free_text("The document that it holds in; empty: in all.")
    verdict: str = c.text("same, or not the same.", words=VERDICTS)
    rule: str = c.text("What decided it: the name of a rule, or by hand.")
    reason: str = c.text("Why, in words.")


class DecisionsMade(Model):
    """Every decision on entities that a rule ever made; one that facts.entity_decisions lacks is undone."""

    entity_id: str = c.text("The entity that was decided on.")
    other_id: str = c.text("The other one.")
    document_id: str = c.free_text("The document that it held in; empty: in all.")
    verdict: str = c.text("same, or not the same.", words=VERDICTS)


ENTITIES = Table("facts.entities", Entities, ("entity_id",), "shared")
ENTITY_ALIASES = Table("facts.entity_aliases", EntityAliases, ("entity_id", "alias"), "shared")
MENTIONS = Table("facts.mentions", Mentions, ("document_id", "raw_start", "raw_end", "entity_id"), "document")
_PAIR = ("entity_id", "other_id", "document_id")
ENTITY_DECISIONS = Table("facts.entity_decisions", EntityDecisions, _PAIR, "writer")
DECISIONS_MADE = Table("ops.decisions_made", DecisionsMade, _PAIR, "writer")
