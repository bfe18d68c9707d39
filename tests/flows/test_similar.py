"""`kaoju similar`: which documents are ranked, and what may be asked for."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from flows.cli import kaoju
from flows.errors import KaojuError
from flows.ranking import rank
from flows.wanted_subject import subject_of
from tests.warehouse.conftest import publish_example
from warehouse.query import connect_published
from warehouse.subjects import Subject, subjects


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    return publish_example(tmp_path_factory.mktemp("similar") / "kaoju.duckdb")


def of(document_id: str, text: str, *names: str) -> Subject:
    return Subject(document_id, None, None, text, names)


def test_the_most_alike_come_first_without_itself_and_without_what_shares_nothing():
    chips = of("a", "英伟达的芯片供不应求", "英伟达")
    more, less, none = (
        of("b", "英伟达发布新芯片", "英伟达"),
        of("c", "芯片价格"),
        of("d", "小米洗净后熬粥"),
    )
    ranked = rank(chips, [chips, less, none, more], most=5)
    assert [one.subject.document_id for one in ranked] == ["b", "c"]
    assert ranked[0].likeness.matched[:2] == ("英伟达", "芯片")
    assert len(rank(chips, [less, more], most=1)) == 1


def test_a_stored_document_comes_with_its_names_in_their_order(published):
    with connect_published(published) as con:
        first, second = subjects(con)
    assert (first.document_id, second.document_id) == ("d1", "d2")
    assert first.title == "Meta发布Llama 3.1" and first.names[:2] == ("Meta", "Llama 3.1")


def test_what_a_person_asks_for(published, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "芯片公司英伟达周三公布季度业绩，数据中心业务收入再创新高，超出分析师的预期。" * 3, "utf-8"
    )
    empty = tmp_path / "empty.txt"
    empty.write_text("", "utf-8")
    with connect_published(published) as con:
        assert subject_of("Llama 3.1", con).text == "Llama 3.1"
        assert "英伟达" in subject_of(str(page), con).names
        with pytest.raises(KaojuError, match=r"empty\.txt cannot be compared"):
            subject_of(str(empty), con)


def test_the_command_shows_scores_and_reasons(published):
    result = CliRunner().invoke(kaoju, ["similar", "Llama 3.1 参数", "--warehouse", str(published)])
    assert result.exit_code == 0, result.output
    head, first, second, count = result.output.splitlines()
    assert head.split() == ["similarity", "document_id", "published", "title", "matched"]
    assert "d1" in second and "d2" in first and "llama 3.1" in first.lower() and count == "(2 rows)"
