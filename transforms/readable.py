"""Numbers as people write them."""

from __future__ import annotations

from decimal import Decimal


def readable(value: float) -> str:
    """A number in full, its thousands apart: 3600000.0 is 3,600,000, and 6e11 is 600,000,000,000."""
    return f"{value:,.0f}" if value == value // 1 else f"{Decimal(f'{value:.15g}'):,f}"
