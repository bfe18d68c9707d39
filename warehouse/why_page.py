"""An explanation as a person reads it on a terminal."""

from __future__ import annotations

from typing import Any

from transforms.readable import readable
from transforms.rows import Row
from warehouse.printable import printable
from warehouse.stated import Place
from warehouse.why import DocumentExplanation, Explanation, FactExplanation

MADE_BY = (
    "fact_id",
    "document_id",
    "raw_start",
    "raw_end",
    "confidence",
    "confidence_reasons",
    "frame",
    "rules_version",
)
EDITS_SHOWN = 20


def render(explanation: Explanation) -> str:
    """The explanation as text; what an article brought in control characters is shown escaped."""
    if isinstance(explanation, DocumentExplanation):
        return "\n".join(_document_lines(explanation)) + "\n"
    return "\n".join(_fact_lines(explanation)) + "\n"


def _fact_lines(one: FactExplanation) -> list[str]:
    row, document = one.row, one.document
    lines = [f"{one.kind} {row['fact_id']}", *_fields(row, one.names)]
    lines += [f"  {role}: {printable(filler)}" for role, filler in one.roles]
    for number, place in enumerate(one.places):
        lines += ["", "Stated" if number == 0 else f"Stated again ({number})", *_place_lines(place)]
    about = (
        document["title"] or "untitled",
        document["publisher"] or "unknown publisher",
        document["published_edtf"] or "unknown date",
    )
    lines += [
        "",
        f"Document {document['document_id']}",
        f"  {' · '.join(map(_shown, about))}",
        f"  {_shown(document['source_uri'])}",
        "",
        f"Made by frame {_shown(row['frame'])}, rules {_shown(row['rules_version'])}",
        f"Confidence {row['confidence']}" + _reasons(row["confidence_reasons"]),
    ]
    for claim in one.claims:
        lines += [
            "",
            f"Claim: {printable(claim.statement)}",
            f"  documents {claim.documents}, independent sources {claim.sources}: {claim.agreement}",
        ]
        lines += [
            f"  also {fact} · {_shown(title or 'untitled')} · {_shown(publisher or 'unknown publisher')}"
            for fact, _, title, publisher in claim.others
        ]
    return lines


def _place_lines(place: Place) -> list[str]:
    lines = [
        f"  {printable(place.before)}⟦{printable(place.words)}⟧{printable(place.after)}",
        f"  raw [{place.raw_start}, {place.raw_end}): {printable(place.raw)}",
    ]
    for edit in place.edits[:EDITS_SHOWN]:
        after = f"→ {printable(edit.after)}" if edit.after else "deleted"
        lines.append(
            f"    [{edit.start}, {edit.end}) {printable(edit.before)} {after} ({printable(edit.rule)})"
        )
    if len(place.edits) > EDITS_SHOWN:
        lines.append(f"    … and {len(place.edits) - EDITS_SHOWN} more edits")
    if not place.edits:
        lines.append("    unchanged between the raw and the clean text")
    return lines


def _document_lines(one: DocumentExplanation) -> list[str]:
    row = one.row
    lines = [f"document {row['document_id']}"]
    lines += [
        f"  {name}: {_shown(value)}"
        for name, value in row.items()
        if value is not None and name != "document_id"
    ]
    lines += [
        "",
        "Published",
        f"  {_shown(row['published_edtf'] or 'unknown')}",
        f"  known by: {_shown(row['published_basis'] or 'nothing says when')}",
    ]
    for reason in one.datings:
        lines += _dating_lines(reason)
    lines += ["", "Found at", *(f"  {printable(uri)}" for uri in one.locations)]
    lines += ["", "Rows", *(f"  {name}: {number}" for name, number in one.counts.items())]
    lines += ["", "Repairs", *(f"  {printable(rule)}: {number}" for rule, number in one.repairs.items())]
    if one.family:
        lines += [
            "",
            "Family",
            *(f"  {name}: {_shown(value)}" for name, value in one.family.items() if name != "document_id"),
        ]
    return lines


def _dating_lines(reason: Row) -> list[str]:
    """A reason for the date, the days that it allows, and who dates the event."""
    first, last = reason["first_on"] or "…", reason["last_on"] or "…"
    days = first if first == last else f"{first} to {last}"
    sign = "·" if reason["holds"] else "✗ contradicts the others, left out:"
    lines = [f"  {sign} {_shown(reason['reason'])}" + (f" → {days}" if reason["known_by"] else "")]
    if reason["dated_by"]:
        lines.append(f"      {reason['dated_by']}: {_shown(reason['title'] or reason['source_uri'])}")
    return lines


def _fields(row: Row, names: dict[str, str]) -> list[str]:
    lines = []
    for name, value in row.items():
        if name in MADE_BY or value is None:
            continue
        named = f"{names[value]} [{value}]" if isinstance(value, str) and value in names else value
        lines.append(f"  {name.removesuffix('_id')}: {_shown(named)}")
    return lines


def _reasons(reasons: list[str] | None) -> str:
    return f": {printable('; '.join(reasons))}" if reasons else ""


def _shown(value: Any) -> str:
    if isinstance(value, float):
        return readable(value)
    return printable(str(value))
