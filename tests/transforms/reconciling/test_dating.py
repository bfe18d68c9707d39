"""A document is dated by events that another one dates; each reason in words, contradictions shown."""

from datetime import date

import pytest

from transforms.reconciling.dating import date_document
from transforms.reconciling.seen_from import days_of_writing
from transforms.reconciling.shared_events import shared_event


def day(text: str) -> date:
    return date.fromisoformat(text)


def own(first=None, last=None, basis="implied", words="今年"):
    known = {"known_by": basis if first else None, "words": words if first else None}
    first, last = first and day(first), last and day(last)
    edtf = f"{first}/{last}" if first else None
    return {
        **{"document_id": "d", "stance": "own", "event": None, "edtf": edtf},
        **{"first_on": first, "last_on": last},
        **known,
    }


def clue(stance, words=None, event="release · 星火3"):
    return {"document_id": "d", "stance": stance, "event": event, "words": words}


def event(first, last, agree=True, name="release · 星火3"):
    return {name: {"first_on": day(first), "last_on": day(last), "agree": agree, "dated_by": "other"}}


@pytest.mark.parametrize(
    ("words", "first", "last", "days"),
    [
        ("上周", "2024-05-14", "2024-05-14", ("2024-05-20", "2024-05-26")),
        ("昨日", "2024-05-14", "2024-05-14", ("2024-05-15", "2024-05-15")),
        ("4个月前", "2023-03-01", "2023-03-31", ("2023-07-01", "2023-07-31")),
        ("去年", "2023-03-14", "2023-03-14", ("2024-01-01", "2024-12-31")),
        ("2023年3月", "2023-03-14", "2023-03-14", None),  # is not seen from the day of writing
        ("此前", "2023-03-14", "2023-03-14", None),  # names no time
    ],
)
def test_the_days_on_which_a_time_can_mean_an_event(words, first, last, days):
    assert days_of_writing(words, day(first), day(last)) == (days and (day(days[0]), day(days[1])))


YEAR = ("2024-01-01", "2024-12-31")


@pytest.mark.parametrize(
    ("clues", "events", "edtf"),
    [
        ([own(*YEAR), clue("relative", "上周")], event("2024-05-14", "2024-05-14"), "2024-05-20/2024-05-26"),
        ([own(*YEAR), clue("ahead")], event("2024-05-14", "2024-05-14"), "2024-01-01/2024-05-14"),
        ([own(*YEAR), clue("past")], event("2024-05-14", "2024-05-14"), "2024-05-14/2024-12-31"),
        ([own(), clue("relative", "昨日")], event("2024-05-14", "2024-05-14"), "2024-05-15"),
        ([own(), clue("past")], event("2024-05-14", "2024-05-14"), None),  # open to one side: not known
        ([own(*YEAR), clue("past")], event("2024-05-14", "2024-05-14", agree=False), "2024-01-01/2024-12-31"),
        ([own(*YEAR), clue("past")], {}, "2024-01-01/2024-12-31"),
    ],
)
def test_the_interval_is_narrowed(clues, events, edtf):
    assert date_document(clues, events).published.edtf == edtf


def test_every_reason_is_told_and_a_contradiction_is_left_out():
    events = event("2024-05-14", "2024-05-14") | event("2021-03-01", "2021-03-31", name="release · 长河2")
    clues = [own(*YEAR), clue("past"), clue("ahead", event="release · 长河2")]
    found = date_document(clues, events)
    assert [(row["holds"], row["reason"]) for row in found.reasons] == [
        (True, "the document implies it by 今年"),
        (False, "release · 长河2 is still ahead, and other dates it 2021-03"),
        (True, "release · 星火3 has happened, and other dates it 2024-05-14"),
    ]
    assert found.published.known_by == (
        "shared-event: release · 星火3 has happened, and other dates it 2024-05-14; implied: 今年"
    )


def test_a_stated_day_is_never_changed():
    clues = [own("2020-02-02", "2020-02-02", basis="stated", words="2020-02-02"), clue("past")]
    found = date_document(clues, event("2024-05-14", "2024-05-14"))
    assert found.published.first == found.published.last == day("2020-02-02")


def dated(document, family, first, last):
    return {"document_id": document, "family_id": family, "first_on": day(first), "last_on": day(last)}


def test_an_event_is_dated_by_most_of_the_families_that_date_it():
    month, exact = ("2024-05-01", "2024-05-31"), ("2024-05-14", "2024-05-14")
    wrong = ("2022-05-14", "2022-05-14")
    found = shared_event("release · 星火3", [dated("a", "a", *month), dated("b", "b", *exact)])
    assert (found["first_on"], found["last_on"], found["dated_by"]) == (day("2024-05-14"),) * 2 + ("b",)
    slip = [dated("a", "a", *month), dated("b", "b", *exact), dated("c", "c", *wrong)]
    found = shared_event("release · 星火3", slip)
    assert (found["agree"], found["sources"], found["first_on"]) == (True, 3, day("2024-05-14"))
    # Two copies of one text are one voice: here it is one against one.
    copies = [dated("a", "a", *exact), dated("b", "a", *exact), dated("c", "c", *wrong)]
    found = shared_event("release · 星火3", copies)
    assert (found["agree"], found["documents"], found["sources"], found["first_on"]) == (False, 3, 2, None)
