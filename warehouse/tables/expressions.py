"""`facts.quantities` and `facts.times`: every number with its unit, every time."""

from __future__ import annotations

from datetime import date

from transforms.vocabulary import BOUNDS
from warehouse.tables import columns as c
from warehouse.tables.table import Spanned, Table

UNIT = r"^([A-Z]{3}|[a-z][a-z0-9 _/-]*)$"
UNIT_WORDS = "count, person, percent, times, an ISO 4217 currency, or another English noun in the singular."
BOUND_WORDS = "= exact, ~ about, > more than, < less than, >= at least, <= at most."


class Quantities(Spanned):
    """A number in a document, with its unit and bound."""

    document_id: str = c.text("The document.")
    raw_start: int = c.raw_start("the expression")
    raw_end: int = c.raw_end("the expression")
    surface: str = c.text("The raw characters at these offsets.")
    value: float = c.number("The number, absolute: 360万 is 3600000, 61% is 61; of a range its low end.")
    value_low: float = c.number("Low end, null where open.", null=True)
    value_high: float = c.number("High end, null where open.", null=True)
    unit: str = c.text(f"Unit: {UNIT_WORDS}", like=UNIT)
    bound: str = c.text(f"Bound: {BOUND_WORDS}", words=BOUNDS)
    noun: str = c.text("The counted noun or unit as written.", null=True)
    per: str = c.text("Period of a rate: day, month, year …", null=True)


class Times(Spanned):
    """A time named in a document."""

    document_id: str = c.text("The document.")
    raw_start: int = c.raw_start("the expression")
    raw_end: int = c.raw_end("the expression")
    surface: str = c.text("The raw characters at these offsets.")
    edtf: str = c.text("The time as an EDTF string, null where it cannot be resolved.", null=True)
    start_on: date = c.plain("First day that it can cover.", null=True)
    end_on: date = c.plain("Last day that it can cover.", null=True)
    is_relative: bool = c.plain("Whether the date of publication was needed to resolve it.", null=True)
    is_vague: bool = c.plain("Whether it names no certain time (此前, 近日).", null=True)


QUANTITIES = Table("facts.quantities", Quantities, ("document_id", "raw_start", "raw_end"), "document")
TIMES = Table("facts.times", Times, ("document_id", "raw_start", "raw_end"), "document")
