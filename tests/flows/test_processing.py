"""One bad document never stops the others."""

import os

from flows.processing import Refusal, Workers, process_one
from transforms.rejection import Rejected
from transforms.source import SourceItem


def item(text: str) -> SourceItem:
    return SourceItem(text, text.encode())


def process(found: SourceItem):
    if found.uri == "refused":
        raise Rejected("not_chinese", "no Chinese in it")
    if found.uri == "broken":
        raise KeyError("a bug of ours")
    return {"corpus.documents": [{"document_id": found.uri}]}


def test_a_refused_document_has_its_check_and_reason():
    assert process_one(process, item("refused")) == Refusal("not_chinese", "no Chinese in it")


def test_a_bug_of_ours_refuses_one_document_and_keeps_the_traceback():
    results = list(Workers(process).run([item("good"), item("broken"), item("good too")]))
    assert [isinstance(one, Refusal) for one in results] == [False, True, False]
    assert results[1].check == "internal_error"
    assert "KeyError" in results[1].reason
    assert "a bug of ours" in results[1].details and "Traceback" in results[1].details


def test_a_pool_gives_the_same_in_the_same_order():
    numbers = [3, -1, 4, -1, 5, -9]
    with Workers(abs, pool_from=2) as workers:  # type: ignore[arg-type]
        assert list(workers.run(numbers)) == [abs(one) for one in numbers]  # type: ignore[arg-type]


def test_a_document_that_kills_its_worker_is_refused():
    with Workers(os._exit, pool_from=1) as workers:  # type: ignore[arg-type]
        results = list(workers.run([1, 1]))  # type: ignore[list-item]
    assert [one.check for one in results] == ["internal_error", "internal_error"]
