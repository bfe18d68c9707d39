"""Every quantity and time of a text, as typed spans with offsets of the text."""

from __future__ import annotations

from transforms.annotations import Quantity, TimeSpan
from transforms.article import DocumentDate
from transforms.expressions.masking import blank_spans, mask_names, mask_ordinals
from transforms.expressions.quantity_reader import read_quantities
from transforms.expressions.ranks import find_ranks
from transforms.expressions.ratios import find_ratios
from transforms.expressions.time_reader import read_times
from transforms.expressions.time_resolver import resolve_times
from transforms.expressions.view import fold
from transforms.expressions.whole_number import whole_number

_UNKNOWN = DocumentDate()


def find_expressions(text: str, published: DocumentDate = _UNKNOWN) -> tuple[Quantity | TimeSpan, ...]:
    """Quantities and times of `text`, Simplified or Traditional, in order and without overlap.

    Offsets are code points of `text`. Times are resolved against the explicit dates of the text first, then
    against `published`; what neither gives stays unknown. Raises nothing on any string.
    """
    view = fold(text)
    named = mask_names(view)
    forms = list(read_times(named))
    timeless = blank_spans(named, [(form.start, form.end) for form in forms])
    ranks = list(find_ranks(timeless, text))
    rankless = blank_spans(timeless, [(rank.start, rank.end) for rank in ranks])
    ratios = list(find_ratios(rankless, text))
    rest = mask_ordinals(blank_spans(rankless, [(ratio.start, ratio.end) for ratio in ratios]))
    times = resolve_times(forms, view, text, published)
    found: list[Quantity | TimeSpan] = [*times, *ranks, *ratios, *read_quantities(rest, view, text)]
    if not found:
        found = [*whole_number(rest, text)]
    return tuple(sorted(found, key=lambda expression: expression.start))
