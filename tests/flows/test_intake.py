"""Every document that comes in is counted once, whatever becomes of it."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from flows.intake import Batch, BatchLimits, Intake
from flows.outcome import Ledger
from flows.processing import Refusal
from flows.sources import RefusedInput
from transforms.source import SourceItem

texts = st.sampled_from("abcdef")
inputs = st.lists(st.tuples(texts, st.sampled_from(["1", "2", "3"]), st.booleans()), max_size=30)


def sources(found) -> Iterator[SourceItem | RefusedInput]:
    for text, place, is_read in found:
        uri = f"{text}{place}"
        yield SourceItem(uri, text.encode()) if is_read else RefusedInput(uri, "empty", "nothing in it")


def name(item: SourceItem) -> str:
    return item.data.decode()


def settle(intake: Intake, batch: Batch, refused: set[str]) -> list:
    rejects = list(batch.rejects)
    for document, item in batch.new:
        if document in refused:
            rejects += intake.settle_refused(document, item.uri, Refusal("not_chinese", "no Chinese in it"))
        else:
            intake.settle_loaded(document, item.uri)
    return rejects


@given(inputs, st.sets(texts), st.dictionaries(texts, st.sampled_from(["now", "old"])), st.integers(1, 5))
def test_every_document_is_counted_once(found, refused, versions, size):
    known = {document: (version, {f"{document}1"}) for document, version in versions.items()}
    ledger = Ledger()
    # Small batches: what was settled in one is known in the next.
    intake = Intake(sources(found), known, "now", ledger, name, BatchLimits(seen=size))
    rejects, places, processed = [], [], []
    while True:
        batch = intake.next_batch()
        processed += [document for document, _ in batch.new]
        rejects += settle(intake, batch, refused)
        places += intake.take_places()
        if batch.last:
            break

    outcome = ledger.close("run", "completed", "w.duckdb")  # raises where the counts do not add up
    assert outcome.documents_in == len(found)
    assert outcome.rejected == len(rejects) == sum(outcome.reasons.values())
    assert len(processed) == len(set(processed)), "no document is processed twice in one run"
    read = [(text, f"{text}{place}") for text, place, is_read in found if is_read]
    assert outcome.unchanged == sum(versions.get(text) == "now" for text, _ in read)
    loaded = {text for text, _ in read if versions.get(text) != "now" and text not in refused}
    assert outcome.loaded == len(loaded)
    assert outcome.reloaded == len(loaded & set(versions))
    assert len(places) == len(set(places)), "a place is noted once"
    noted = {document: known[document][1] for document in known}
    for text, uri in read:
        if text in loaded or versions.get(text) == "now":
            assert uri in noted[text], "every place of a document that is in the warehouse is known"


def test_a_copy_of_a_refused_document_is_refused_for_the_same_reason():
    ledger = Ledger()
    found = [("a", "1", True), ("a", "2", True)]
    intake = Intake(sources(found), {}, "now", ledger, name)
    rejects = settle(intake, intake.next_batch(), {"a"})
    assert [(one.source_uri, one.check_name) for one in rejects] == [
        ("a1", "not_chinese"),
        ("a2", "not_chinese"),
    ]
    assert (ledger.rejected, ledger.duplicate) == (2, 0)


def test_what_the_same_rules_refused_at_the_same_place_is_refused_without_another_try():
    ledger = Ledger()
    found = [("a", "1", True), ("b", "1", True), ("b", "2", True), ("c", "1", True)]
    before = {("b", "b1"): ("not_chinese", "no Chinese in it"), ("c", "c1"): ("empty", "nothing in it")}
    known = {"c": ("now", {"c2"})}  # refused as c1, got in as c2
    intake = Intake(sources(found), known, "now", ledger, name, refused_before=before)
    batch = intake.next_batch()
    assert [document for document, _ in batch.new] == ["a", "b"], "b is another file at another place"
    assert [(one.source_uri, one.check_name) for one in batch.rejects] == [("b1", "not_chinese")]
    assert (ledger.rejected, ledger.unchanged) == (1, 1)
