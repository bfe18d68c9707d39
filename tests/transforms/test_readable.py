"""Numbers and dates as people write them."""

import pytest

from transforms.readable import readable, readable_date


@pytest.mark.parametrize(
    ("value", "said"),
    [(3.6e6, "3,600,000"), (6e11, "600,000,000,000"), (0.25, "0.25"), (-2e11, "-200,000,000,000")],
)
def test_numbers(value, said):
    assert readable(value) == said


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2024-07-23", "2024-07-23"),
        ("2024-12", "2024-12"),
        ("2024-33", "2024 Q1"),
        ("2024-36~", "about 2024 Q4"),
        ("2023-21", "2023 spring"),
        ("2025-40", "2025 first half"),
        ("XXXX-22", "XXXX summer"),
        ("2024-10~/2024-12~", "about 2024-10 to about 2024-12"),
        ("2024-35/2025-34", "2024 Q3 to 2025 Q2"),
    ],
)
def test_dates(edtf, said):
    assert readable_date(edtf) == said
