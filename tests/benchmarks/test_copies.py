"""Every kind of copy joins its family, and no two articles do."""

import pytest

from tests.benchmarks.copies import Score, grouped, pairs_of, sample_copies, score


def test_pairs_are_counted():
    assert score({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "y", "c": "y"}) == Score(1, 1, 0)


@pytest.mark.soak
def test_five_kinds_of_copies_of_every_sample_article():
    families, truth, kinds = grouped(sample_copies())
    assert len(kinds) >= 60
    wrong = [[(truth[one], kinds[one]) for one in pair] for pair in pairs_of(families) ^ pairs_of(truth)]
    assert wrong == []
