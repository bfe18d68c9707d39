"""What an article is about, how like it is to others, and what is said of it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.find import find_items
from tests.transforms.similarity.other_texts import other_texts
from transforms.pipeline import process
from transforms.rejection import Rejected
from transforms.similarity.likeness import SIMILAR, Profile, likeness, profile
from transforms.similarity.terms import terms
from transforms.source import SourceItem

CHIPS = terms("英伟达的芯片供不应求，数据中心客户排队购买。", ["英伟达"])
MODELS = terms("这家公司开源了大模型，开发者可以下载权重，训练用了英伟达的芯片。", ["英伟达"])
PORRIDGE = terms("小米洗净浸泡，与南瓜一起慢熬，粥才浓稠。")


def test_names_and_rare_words_weigh_more_than_common_ones():
    weights = terms("英伟达今年发布芯片", ["英伟达"])
    assert sorted(weights, key=weights.get, reverse=True)[0] == "英伟达"
    assert weights["芯片"] > weights["今年"]


def test_what_matches_is_said_weightiest_first():
    found = likeness(MODELS, CHIPS)
    assert found.matched[:2] == ("英伟达", "芯片")
    assert found.reason == f"matched: {', '.join(found.matched)}; similarity {found.score:.2f}"
    assert likeness(PORRIDGE, CHIPS).reason == "no term in common; similarity 0.00"


def test_a_profile_keeps_what_several_articles_share():
    shared = profile([CHIPS, MODELS])
    assert {"英伟达", "芯片"} <= shared.weights.keys() and "供不应求" not in shared.weights
    assert shared.articles == 2
    assert profile([CHIPS]).weights.keys() == CHIPS.keys()


def test_nothing_is_like_an_empty_profile():
    assert likeness(CHIPS, profile([]).weights).score == 0
    assert likeness(terms("。，"), CHIPS).score == 0


@given(
    st.text(alphabet="芯片开源今年小米英伟达 GPT-4，。", max_size=40),
    st.text(alphabet="芯片南瓜GPT ", max_size=20),
)
def test_likeness_is_symmetric_and_between_0_and_1(one, other):
    a, b = terms(one), terms(other)
    assert 0 <= likeness(a, b).score <= 1
    assert likeness(a, b).score == pytest.approx(likeness(b, a).score)
    assert not a or likeness(a, a).score == pytest.approx(1)


def about(item: SourceItem) -> dict[str, float]:
    rows = process(item)
    names = {row["entity_id"]: row["name"] for row in rows["facts.entities"]}
    return terms(
        rows["corpus.documents"][0]["text"], [names[row["entity_id"]] for row in rows["facts.mentions"]]
    )


def against(kind_of_profile: Profile, texts: list[tuple[str, str]]) -> dict[str, float]:
    return {
        f"{subject} {number}": likeness(
            about(SourceItem(subject, text.encode())), kind_of_profile.weights
        ).score
        for number, (subject, text) in enumerate(texts)
    }


@pytest.fixture(scope="module")
def samples() -> dict[str, dict[str, float]]:
    """The samples by their uri; records too short to be about anything are left out."""
    found = {}
    for item in find_items(["seeds/articles"]):
        if isinstance(item, SourceItem) and "#line" not in item.uri:
            try:
                found[item.uri] = about(item)
            except Rejected:
                continue
    assert len(found) > 8
    return found


def test_other_subjects_are_not_like_the_samples(samples):
    scores = against(profile(samples.values()), other_texts(each=1))
    assert {what for what, score in scores.items() if score >= SIMILAR} == set()


@pytest.mark.soak
def test_at_the_default_threshold_samples_are_kept_and_other_subjects_left_out(samples):
    own = {
        uri: likeness(found, profile(v for u, v in samples.items() if u != uri).weights).score
        for uri, found in samples.items()
    }
    other = against(profile(samples.values()), other_texts())
    kept, wrong = sum(s >= SIMILAR for s in own.values()), sum(s >= SIMILAR for s in other.values())
    print(f"samples kept {kept} of {len(own)}; other subjects kept {wrong} of {len(other)}")
    for line in (
        *sorted(own.items(), key=lambda x: x[1])[:5],
        *sorted(other.items(), key=lambda x: -x[1])[:5],
    ):
        print(line)
    assert len(other) >= 200
    assert kept / len(own) >= 0.95 and kept / (kept + wrong) >= 0.95


def test_texts_on_other_subjects_are_many_and_different():
    texts = [text for _, text in other_texts()]
    assert len(texts) >= 200 and len(set(texts)) == len(texts)
    assert all(a != b for a, b in pairwise(texts))
