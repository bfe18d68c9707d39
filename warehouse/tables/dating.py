"""How documents are dated: what each says itself, what others say of the same events, what came of it."""

from __future__ import annotations

from datetime import date

from transforms.vocabulary import STANCES
from warehouse.tables import columns as c
from warehouse.tables.table import Model, Table

EVENT = "Name of the event: its type and its parties, as name or id."


class DateClues(Model):
    """What a document says itself of when it was written: its own date, and events that others may date.

    `own`: the date of publication that it states or implies. `dated`: an event with its date. `relative`: an
    event by a time seen from the day of writing (上周). `past`, `ahead`: an event that has happened or not.
    """

    document_id: str = c.text("The document.")
    clue_no: int = c.count("Number of the clue in the document; 0 is its own date.")
    stance: str = c.text("own, dated, relative, past or ahead.", words=STANCES)
    event: str = c.text(EVENT, null=True)
    words: str = c.text("The words that say so.", null=True)
    first_on: date = c.plain("First day of publication (own) or of the event (dated).", null=True)
    last_on: date = c.plain("Last day of publication (own) or of the event (dated).", null=True)
    known_by: str = c.text("How its own date is known: stated, url, html, feed or implied.", null=True)
    edtf: str = c.text("Its own date as an EDTF string.", null=True)


class SharedEvents(Model):
    """An event that can happen but once, with the day or days that the documents that date it agree on."""

    event: str = c.text(EVENT)
    first_on: date = c.plain("First day that all agree on; null where they contradict each other.", null=True)
    last_on: date = c.plain("Last day that all agree on.", null=True)
    documents: int = c.count("How many documents date it.", least=1)
    sources: int = c.count("How many independent ones: copies count once.", least=1)
    dated_by: str = c.text("The document that dates it most exactly.")
    agree: bool = c.plain("Whether they agree.")


class Datings(Model):
    """A reason for the publication date of a document: its own words, or an event that another dates."""

    document_id: str = c.text("The document.")
    dating_no: int = c.count("Number of the reason; 0 is what the document says itself.")
    known_by: str = c.text("stated, url, html, feed, implied, shared-event; null: nothing.", null=True)
    event: str = c.text("The event that it shares with others.", null=True)
    dated_by: str = c.text("The document that dates the event.", null=True)
    first_on: date = c.plain("First day of publication by this reason alone.", null=True)
    last_on: date = c.plain("Last day of publication by this reason alone.", null=True)
    holds: bool = c.plain("Whether it is part of the result; false where it contradicts the others.")
    reason: str = c.text("Why, in words.")


DATE_CLUES = Table("corpus.date_clues", DateClues, ("document_id", "clue_no"), "document")
SHARED_EVENTS = Table("corpus.shared_events", SharedEvents, ("event",), "whole")
DATINGS = Table("corpus.datings", Datings, ("document_id", "dating_no"), "whole")
