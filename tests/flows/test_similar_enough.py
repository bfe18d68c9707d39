"""What gets in from the web: pages like the articles that came from files."""

from __future__ import annotations

import pytest

from flows.similar_enough import similar_enough
from tests.transforms.similarity.other_texts import other_texts
from tests.warehouse.conftest import publish_example
from transforms.cleaning.clean import clean
from transforms.reading.read import read
from transforms.source import SourceItem
from warehouse.subjects import Subject, own_subjects
from warehouse.writer import open_writer

OWN = (
    "英伟达公布季度业绩，数据中心业务收入再创新高，芯片供不应求，客户排队购买加速卡。",
    "这家公司开源了大模型，开发者可以下载权重，训练用了一万张英伟达的芯片。",
    "晶圆代工厂扩大先进封装产能，英伟达和苹果公司的芯片订单占去大半。",
)
PAGE = "芯片制造商英伟达周三发布新一代加速卡，称训练大模型的速度提高一倍，晶圆代工厂的先进封装产能已被订满。"


def article(text: str):
    return clean(read(SourceItem("https://news.example/a", text.encode())))


@pytest.fixture(scope="module")
def own():
    return [Subject(f"d{n}", None, None, text, ("英伟达",)) for n, text in enumerate(OWN)]


def test_a_page_on_the_subject_gets_in_and_others_are_left_out_with_their_score(own):
    keep = similar_enough(own, 0.1)
    assert keep(article(PAGE * 3)) is None
    cooking = next(text for subject, text in other_texts() if subject == "cooking")
    why_not = keep(article(cooking))
    assert why_not.endswith("below the 0.10 asked for (of 3 articles from files)")
    assert "similarity 0.0" in why_not


@pytest.mark.parametrize(("articles", "least"), [([], 0.1), (OWN, 0.0)])
def test_nothing_is_left_out_without_an_article_from_a_file_or_with_a_threshold_of_0(articles, least):
    assert similar_enough([Subject("d", None, None, text, ()) for text in articles], least) is None


def test_articles_from_the_web_are_not_what_the_user_chose(tmp_path):
    with open_writer(publish_example(tmp_path / "kaoju.duckdb")) as writer:
        stored = own_subjects(writer.read)
        assert [one.document_id for one in stored] == ["d1", "d2"] and stored[0].names[0] == "Meta"
        sql = "SELECT * REPLACE ('https://a.example' AS source_uri) FROM corpus.documents"
        assert own_subjects(lambda query: writer.read(query.replace("corpus.documents", f"({sql})"))) == []
