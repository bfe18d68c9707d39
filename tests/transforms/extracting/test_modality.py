"""How what stands before a trigger decides its modality and polarity."""

from __future__ import annotations

import pytest

from transforms.extracting.modality import is_idle, modality, polarity


@pytest.mark.parametrize(
    ("before", "sentence", "expected"),
    [
        ("甲公司昨日", "", "actual"),
        ("甲公司将", "", "planned"),
        ("甲公司计划在年底前", "", "planned"),
        ("甲公司有望在年内", "", "forecast"),
        ("市场可能会", "", "forecast"),
        ("甲公司", "如果甲公司", "hypothetical"),
        ("甲公司已", "据媒体报道，甲公司已", "reported"),
        ("甲公司", "消息传出后，甲公司", "actual"),
        ("该公司董事会", "", "actual"),
    ],
)
def test_modality(before: str, sentence: str, expected: str) -> None:
    assert modality(before, sentence or before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("甲公司并未", "negative"),
        ("甲公司否认", "negative"),
        ("甲公司不断", "positive"),
        ("甲公司", "positive"),
    ],
)
def test_polarity(before: str, expected: str) -> None:
    assert polarity(before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [("用户可以", True), ("为了", True), ("甲公司推迟", True), ("甲公司职能部门", False)],
)
def test_abilities_wishes_and_purposes_are_no_events(before: str, expected: bool) -> None:
    assert is_idle(before) is expected
