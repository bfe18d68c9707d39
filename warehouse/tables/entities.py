"""`facts.entities`, `facts.entity_aliases`, `facts.mentions`: who and what is named."""

from __future__ import annotations

from transforms.vocabulary import ENTITY_KINDS
from warehouse.tables import columns as c
from warehouse.tables.table import Model, Spanned, Table


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


ENTITIES = Table("facts.entities", Entities, ("entity_id",), "shared")
ENTITY_ALIASES = Table("facts.entity_aliases", EntityAliases, ("entity_id", "alias"), "shared")
MENTIONS = Table("facts.mentions", Mentions, ("document_id", "raw_start", "raw_end", "entity_id"), "document")
