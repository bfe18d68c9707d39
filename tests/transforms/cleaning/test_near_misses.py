"""Names misspelt once in a text that spells them right elsewhere; what may be another name stays."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning.near_misses import mend_near_misses


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("扎克伯格出席了发布会。扎克伯克说,模型会开放。", "扎克伯格出席了发布会。扎克伯格说,模型会开放。"),
        ("奥尔特曼回到公司。奥尔特蔓没有回应。", "奥尔特曼回到公司。奥尔特曼没有回应。"),
        ("Anthropic发布模型,Anthorpic称其更安全。", "Anthropic发布模型,Anthropic称其更安全。"),
        ("Microsoft与Mircosoft是同一家公司。", "Microsoft与Microsoft是同一家公司。"),
    ],
)
def test_a_near_miss_of_a_name_in_the_text(dirty, clean):
    aligned = mend_near_misses(AlignedText(dirty))
    assert aligned.text == clean
    assert {e.rule for e in aligned.edits} == {"slip.near_miss"}


@pytest.mark.parametrize(
    "text",
    [
        "扎克伯克说,模型会开放。",  # the right form is not there: it may be somebody else
        "扎克伯格与扎克贝尔见面。",  # another sound
        "马斯克与马斯可。",  # short
        "OpenAI的用户与OpenAIs。",  # a suffix
        "Gemini 1.5与Gemini 1.0",  # a version
        "Mistral与Mistrals,Claude与Claudes",
        "Micron的工厂与法国总统Macron,Ericsson与Ericson",
        "Google与Googlers一起,Facebook与facebook",
    ],
)
def test_what_may_be_right_stays(text):
    assert mend_near_misses(AlignedText(text)).edits == ()
