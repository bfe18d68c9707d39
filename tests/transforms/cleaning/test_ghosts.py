"""Runs that a byte-wise tool pushed one GBK byte out of step."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning.ghosts import lay_ghosts


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("策略轉變?yōu)檎稀?/strong> 其次", "策略轉變为整合。 其次"),
        ("詢?nèi)绾纬蔀榇河鹱髡哒埪?lián)系", "詢如何成为春羽作者请联系"),
    ],
)
def test_a_run_with_a_known_end_is_read_in_step(dirty, clean):
    aligned = lay_ghosts(AlignedText(dirty))
    assert aligned.text == clean
    assert [e.rule for e in aligned.edits] == ["encoding.gbk_slip"]


@pytest.mark.parametrize("text", ["真的?yes)", "報告?！笆奈濉币?guī)劃", "是嗎?(笑)", "变?de)檎稀?/p>"])
def test_what_is_not_certain_stays(text):
    assert lay_ghosts(AlignedText(text)).text == text
