"""Metadata from what an article and its source say."""

import pytest

from transforms.article import Said
from transforms.cleaning.metadata import gather


@pytest.mark.parametrize(
    ("told", "publisher"),
    [
        (
            [Said("published", "2024年3月5日", "text"), Said("credited_source", "某某晚报", "text")],
            "某某晚报",
        ),
        ([Said("credited_source", "某某晚报", "text")], None),
        (
            [
                Said("publisher", "某某号", "text"),
                Said("published", "2024年3月5日", "text"),
                Said("credited_source", "某某晚报", "text"),
            ],
            "某某号",
        ),
    ],
)
def test_the_source_beside_the_date_published_where_nothing_else_is_said(told, publisher):
    assert gather(told, "正文。").publisher == publisher
