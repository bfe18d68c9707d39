"""Publication dates, said and implied."""

from datetime import date

import pytest

from transforms.article import Said
from transforms.cleaning.dating import imply_date
from transforms.cleaning.said_dates import dateline, read_date, said_date, url_date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("公司在2023年7月发布首款产品。第二款或在今年6月推出。", date(2024, 1, 1), date(2024, 5, 31)),
        (
            "在今年4月的2024年第一季度财报会上,公司公布了数据。8月20日,公司宣布裁员。",
            date(2024, 8, 20),
            date(2024, 12, 31),
        ),
        ("2023年11月,公司换了总裁。预计2024年发布新品。", date(2023, 11, 1), date(2024, 12, 31)),
        # Who looks back on the end of a year writes in its last month at the earliest.
        ("2021年底,矿业公司关闭了两座矿井。2022年,新矿就要来了。", date(2021, 12, 1), date(2022, 12, 31)),
        ("2019年末,剧院换了院长。新一季演出预计2020年开始。", date(2019, 12, 1), date(2020, 12, 31)),
    ],
)
def test_implied(text, first, last):
    found = imply_date(text)
    assert (found.first, found.last, found.basis) == (first, last, "implied")
    assert found.edtf == f"{first}/{last}" and found.words


@pytest.mark.parametrize("text", ["", "公司发布了新品。", "公司成立于2003年。", "今年公司发布了新品。"])
def test_nothing_is_implied(text):
    assert imply_date(text).first is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2024-07-23T10:00:00+08:00", "2024-07-23"),
        ("2024年7月23日 10:00", "2024-07-23"),
        ("20240723", "2024-07-23"),
        ("Tue, 23 Jul 2024 10:00:00 GMT", "2024-07-23"),
        ("1721700000", "2024-07-23"),
        ("2024-07", "2024-07"),
    ],
)
def test_read(words, edtf):
    found = read_date(words, "html")
    assert found and found.edtf == edtf and found.basis == "html"


def test_no_date_is_read_from_other_words():
    assert read_date("昨天", "html") is None
    assert read_date("2024-13-45", "html") is None


def test_the_first_said_counts():
    said = (Said("published", "不详", "record"), Said("published", "2024-01-02", "feed"))
    found = said_date(said)
    assert found and (found.edtf, found.basis) == ("2024-01-02", "feed")


def test_dateline_and_address():
    line = dateline("某某社2024年7月23日电 公司发布新品。")
    assert line and line.edtf == "2024-07-23"
    url = url_date("https://a.example/news/2024/07/23/x.html")
    assert url and (url.edtf, url.basis) == ("2024-07-23", "url")
    assert url_date("https://a.example/250183.html") is None
