"""Every quantity and time of a text, as typed spans with offsets of the text."""

from __future__ import annotations

from transforms.annotating.expressions.masking import mask_names, mask_ordinals
from transforms.annotating.expressions.quantity_reader import read_quantities
from transforms.annotating.expressions.view import fold
from transforms.annotations import Quantity, TimeSpan
from transforms.article import DocumentDate


def find_expressions(
    text: str,
    published: DocumentDate = DocumentDate(),  # noqa: B008  frozen
) -> tuple[Quantity | TimeSpan, ...]:
    """Quantities and times of `text`, Simplified or Traditional, in order and without overlap."""
    view = fold(text)
    masked = mask_ordinals(mask_names(view))
    return tuple(read_quantities(masked, view, text))
