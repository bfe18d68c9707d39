"""Numbers as statements: when two of them are of one thing, and how they compare."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from transforms.reconciling.seed_words import plain_words
from transforms.reconciling.spans import Span, compare_spans, read_span
from transforms.reconciling.statements import FACT, WAYS, Likeness, Stated, Statement, Who
from transforms.reconciling.values import Number, compare_numbers, stated_number
from transforms.rows import Row
from transforms.seed_data import read_table
from transforms.vocabulary import METRICS, checked

_MONTH = 31
# So many digits do not come out equal by chance, whatever the article calls the number.
_TELLING_DIGITS = 3


@cache
def _natures() -> dict[str, tuple[str, bool]]:
    rows = read_table("rules", "reconciling", "metric_natures.csv")
    return {checked(r["metric"], METRICS, "metric"): (r["nature"], r["label"] == "yes") for r in rows}


@dataclass(frozen=True)
class StatedNumber:
    """What a metric says. `sure` is false for a candidate, which may second others but contradicts nobody."""

    metric: str
    label: str
    number: Number
    unit: str
    period: Span | None
    way: str
    sure: bool

    @property
    def partition(self) -> tuple[str, ...]:
        """See `Stated`."""
        return (self.unit, self.way)

    @property
    def anchored(self) -> bool:
        """See `Stated`."""
        return self.period is not None or _natures()[self.metric][0] == "fixed"

    @property
    def rank(self) -> tuple[object, ...]:
        """See `Stated`."""
        period = self.period.edtf if self.period else ""
        return (not self.sure, not self.number.is_plain, -self.number.digits, self.number.text, period)

    def likeness(self, other: Stated) -> Likeness:
        """A conflict only where both are sure facts of one label and one time (see metric_natures.csv)."""
        assert isinstance(other, StatedNumber)
        nature, by_label = _natures()[self.metric]
        same_label = self.label == other.label
        when = Likeness.AGREE if nature == "fixed" else compare_spans(self.period, other.period)
        if when is Likeness.CONFLICT or (nature == "flow" and when is Likeness.PRECISION):
            return Likeness.APART
        found = compare_numbers(self.number, other.number, self.unit)
        if found >= Likeness.CONFLICT:
            comparable = same_label and self.sure and other.sure and self.way == FACT
            return found if comparable and self._one_time(other, nature) else Likeness.APART
        digits = min(self.number.digits, other.number.digits)
        if not same_label and (by_label or digits < _TELLING_DIGITS):
            return Likeness.APART
        if nature != "fixed" and (self.period is None or other.period is None):
            # Without a time only the very number is the same, and 1亿 beside a time may be another 1亿.
            one_timed = self.period is not None or other.period is not None
            return Likeness.APART if found is not Likeness.AGREE or (one_timed and digits < 2) else found
        return found

    def _one_time(self, other: StatedNumber, nature: str) -> bool:
        if nature == "fixed":
            return True
        if self.period is None or other.period is None:
            return False
        same = (self.period.first, self.period.last) == (other.period.first, other.period.last)
        return same and (nature == "flow" or self.period.days <= _MONTH)


def metric_statements(rows: list[Row], family: Mapping[str, str], who: Who) -> Iterator[Statement]:
    """Statements of rows of `facts.metrics`; those without an entity are left out.

    A phrase means something in its own article only.
    """
    for row in rows:
        if row["subject_id"]:
            document, origin = row["document_id"], row["attributed_to_id"]
            subject = who(document, row["subject_id"])
            said = StatedNumber(
                row["metric"],
                plain_words(row["label"] or row["metric"], "label_words.csv"),
                stated_number(row),
                row["unit"],
                read_span(row["period_edtf"]),
                WAYS[row["modality"]],
                row["confidence"] == "high",
            )
            yield Statement(
                *(row["fact_id"], document, family.get(document, document), "metric"),
                *(f"metric|{row['metric']}|{subject}", subject, origin and who(document, origin), said),
            )
