"""What is looked at as numbers must be what the characters say."""

from hypothesis import given
from hypothesis import strategies as st

from transforms.cleaning.kinds import IS_HAN, IS_ODD, IS_SPACE, IS_TONED, kinds_of
from transforms.codes import PairIndex, codes_of, count_each, differing

FEW = st.text("大家公司ab\n\U00020000", max_size=30)
WORDS = st.lists(st.text("大家公司ab\U00020000", min_size=1, max_size=4), max_size=8)


@given(FEW, WORDS)
def test_words_are_found_wherever_they_stand(text: str, words: list[str]) -> None:
    longer = {word for word in words if len(word) > 1}
    naive = {(at, word) for word in longer for at in range(len(text)) if text.startswith(word, at)}
    found = PairIndex(words).find(text)
    assert sorted(found) == sorted(naive) and [at for at, _ in found] == sorted(at for at, _ in naive)


def test_apart_the_leftmost_and_the_longest_count() -> None:
    index = PairIndex(["大家", "大家公", "家公司", "公司"])
    assert index.find_apart("大家公司") == [(0, "大家公")]
    assert index.find_apart("家公司公司大家") == [(0, "家公司"), (3, "公司"), (5, "大家")]


@given(FEW, st.lists(st.text("大家公司ab", min_size=2, max_size=3), min_size=1, max_size=5))
def test_parts_are_counted_as_strings_count_them(text: str, parts: list[str]) -> None:
    assert count_each(text, parts) == {part: text.count(part) for part in parts}


@given(st.lists(st.tuples(*[st.sampled_from("大家a\U00020000\U00020001\uffff")] * 2), max_size=12))
def test_texts_differ_where_their_characters_do(pairs: list[tuple[str, str]]) -> None:
    one, other = ("".join(side) for side in (zip(*pairs, strict=True) if pairs else ("", "")))
    assert differing(one, other).tolist() == [k for k, (a, b) in enumerate(pairs) if a != b]


def test_kinds_of_characters() -> None:
    text = "大家 (shù)\u200b\U000e0001"
    kinds = kinds_of(text)
    assert kinds.spots(IS_HAN).tolist() == [0, 1] and kinds.spots(IS_SPACE).tolist() == [2]
    assert kinds.spots(IS_TONED).tolist() == [6]
    assert kinds.spots(IS_ODD).tolist() == [8, 9], "what is beyond the first plane is looked at again"
    assert kinds_of("").all == 0 and len(codes_of(text)) == len(text)
