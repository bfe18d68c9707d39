"""Certain slips are mended, look-alikes stay."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning.slips import mend_slips


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("扎克伯克表示", "扎克伯格表示"),
        ("Abacu.AI的创始人", "Abacus.AI的创始人"),
        ("开元大模型", "开源大模型"),
        ("布署了", "部署了"),
    ],
)
def test_slips(dirty, clean):
    aligned = mend_slips(AlignedText(dirty))
    assert aligned.text == clean and aligned.edits[0].rule.startswith("slip.")


@pytest.mark.parametrize("text", ["开元盛世", "扎克伯格", "Abacus.AI", "首席执行管理层", "XOpenAlY"])
def test_what_is_right_stays(text):
    assert mend_slips(AlignedText(text)).text == text
