"""The exam table, written by another hand: at least 98 % right and no trap hit."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from transforms.annotations import Quantity, TimeSpan
from transforms.expressions import find_expressions
from transforms.expressions.calendar_span import read_edtf
from transforms.expressions.records import document_date

EXAM = Path(__file__).parents[1] / "expressions_exam.jsonl"
EXAM2 = Path(__file__).parents[1] / "expressions_exam2.jsonl"
# Units that must agree to the letter; nouns of countable things (phone, vehicle, order) are one class.
MEASURES = set(
    "percent times year month week day hour minute second token parameter nanometer kilometer"
    " character word".split()
)


def same_unit(one: str | None, other: str | None) -> bool:
    def strict(unit: str | None) -> bool:
        return unit in MEASURES or (unit is not None and len(unit) == 3 and unit.isupper())

    return one == other or not (strict(one) or strict(other))


def same_days(want: str | None, got: TimeSpan) -> bool:
    """The same EDTF, or the same days: 2024-10~/2024-12~ and 2024-10/2024-12, 199X and 1990/1999."""
    if want == got.edtf:
        return True
    span = read_edtf(want) if want else None
    return span is not None and span.first is not None and (span.first, span.last) == (got.first, got.last)


def agrees(want: dict[str, Any], got: Quantity | TimeSpan) -> bool:
    if isinstance(got, TimeSpan):
        return want["kind"] == "time" and same_days(want["edtf"], got)
    if want["kind"] != "quantity" or got.bound != want["bound"] or not same_unit(want["unit"], got.unit):
        return False
    wanted = {key: want[key] for key in ("value", "low", "high") if want.get(key) is not None}
    return all(getattr(got, key) == pytest.approx(number, rel=1e-6) for key, number in wanted.items())


@pytest.mark.parametrize("exam", [EXAM, EXAM2], ids=["first", "second"])
def test_exam(exam: Path):
    if not exam.exists():
        pytest.skip("the exam table is not here")
    asked: Counter[str] = Counter()
    wrong: list[str] = []
    hit: list[str] = []
    for line in exam.read_text("utf-8").splitlines():
        case = json.loads(line)
        text = case["text"]
        found = find_expressions(text, document_date(case.get("date")))
        if not case["expected"]:
            firm = [one for one in found if not (isinstance(one, TimeSpan) and one.vague)]
            if firm:
                hit.append(f"{text} → {[one.surface for one in firm]}")
            continue
        at = 0
        for want in case["expected"]:
            start = text.find(want["surface"], at)
            at = start + len(want["surface"])
            if want.get("optional") or want.get("doubt"):
                continue
            asked[case["class"]] += 1
            near = [one for one in found if one.start < at and start < one.end]
            if not any(agrees(want, one) for one in near):
                wrong.append(f"{text} {want} → {near}")
    assert not hit, "\n".join(hit)
    assert len(wrong) <= 0.02 * asked.total(), "\n".join(wrong)
