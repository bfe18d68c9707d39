import pickle
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotating.mentions import find_mentions
from transforms.annotating.tagged_names import find_tagged
from transforms.annotating.tagger import tag_names, tagger_is_on
from transforms.annotating.tagger_weights import _TensorUnpickler, load_weights
from transforms.version import rules_version


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("铰链则由安费诺与新日兴共同提供。", [("安费诺", "ORG"), ("新日兴", "ORG")]),
        ("来杰指出，本轮资金将用于模型训练。", [("来杰", "PERSON")]),
        ("Altera新任CEO由前高管拉格布·侯赛因担任。", [("拉格布·侯赛因", "PERSON")]),
        ("OpenAI said so.", []),
    ],
)
def test_the_tagger_sees(text, names):
    assert [(text[t.start : t.end], t.kind) for t in tag_names(text) if t.kind in ("ORG", "PERSON")] == names


def test_weights_have_the_shapes_of_the_network():
    weights = load_weights()
    assert weights.arrays["embedding.weight"].shape == (len(weights.vocabulary), 256)
    assert weights.arrays["crf.transitions"].shape == (len(weights.labels), len(weights.labels))
    assert weights.labels[0] == "O"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("诉讼由宋拓提起，宋拓未作答。", [("宋拓", "tagged"), ("宋拓", "tagged")]),
        ("股民与大佬都是关键人物。", []),  # words, whatever the tagger thinks
        ("传统车企与初创企业、巨头结盟。", []),  # kinds of firms
    ],
)
def test_names_are_no_words_of_the_language(text, found, small_registry):
    assert [(text[c.start : c.end], c.how) for c in find_tagged(text, [], small_registry)] == found


def test_the_rules_come_first(small_registry):
    text = "卡莉娅·卡朱莉亚出席，卡朱里亚发言。"
    assert {m.entity.name for m in find_mentions(text, small_registry)} == {"卡莉娅·卡朱莉亚"}


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="来杰指出陈A9 。\nİ·，（", max_size=300))
def test_no_string_raises_and_spans_lie_in_the_text(text):
    assert all(0 <= t.start < t.end <= len(text) for t in tag_names(text))


def test_a_file_that_asks_for_more_than_tensors_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "w.pth", "w") as archive:
        archive.writestr("m/data.pkl", pickle.dumps(print))
    with zipfile.ZipFile(tmp_path / "w.pth") as archive, pytest.raises(pickle.UnpicklingError, match="print"):
        _TensorUnpickler(archive).load()


def test_it_can_be_switched_off(monkeypatch):
    tagger_is_on.cache_clear()
    monkeypatch.setenv("KAOJU_TAGGER", "off")
    assert tag_names("来杰指出，本轮资金将用于模型训练。") == []
    off = rules_version.__wrapped__()
    tagger_is_on.cache_clear()
    monkeypatch.setenv("KAOJU_TAGGER", "no")
    with pytest.raises(ValueError, match="set it to on or off"):
        tag_names("来杰指出。")
    monkeypatch.delenv("KAOJU_TAGGER")
    tagger_is_on.cache_clear()
    assert (
        rules_version.__wrapped__() != off
    )  # what was found without it is never taken for what is found with it


def test_what_is_found_does_not_hang_on_the_other_sentences():
    one, other = "来杰指出，本轮资金将用于模型训练。", "铰链则由安费诺与新日兴共同提供。" * 7
    alone = [(t.start, t.end, t.kind) for t in tag_names(one)]
    assert [(t.start, t.end, t.kind) for t in tag_names(one + "\n" + other)][: len(alone)] == alone
