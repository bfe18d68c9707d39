"""Cue words of the extracting stage, read from `seeds/rules/extracting/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from transforms.extracting.masking import QUOTE
from transforms.seed_data import read_table
from transforms.vocabulary import EVENT_TYPES, METRICS, checked


@cache
def say_verbs() -> dict[str, str]:
    """Verbs of saying to their kind (speech, belief, source, stance), the longest first."""
    rows = read_table("rules", "extracting", "say_verbs.csv")
    return {r["verb"]: r["kind"] for r in sorted(rows, key=lambda r: -len(r["verb"]))}


@cache
def say_pattern() -> re.Pattern[str]:
    """Any verb of saying, where it can be one and not part of another word."""
    verbs = "|".join(map(re.escape, say_verbs()))
    for noun in ("补充", "解释"):  # also something else that one does: only before a pause or a quotation
        verbs = verbs.replace(f"|{noun}|", rf"|{noun}(?=[，,：:]|\s?{QUOTE}|$)|")
    verbs = verbs.replace("|称|", "|(?<![下人外])称|").replace("|说|", "|(?<!话)说|")
    return re.compile(
        rf"(?<![名简号被俗统职昵尊堪可所之小据来听再虽以法])(?<!意义上)(?<!程度上)(?<!本质上)(?<!严格)(?<!简单)(?<!角度)(?:{verbs})"
        rf"(?![为作赞呼号法明服辞是的量价]|了(?!一|[^，,。；;]{{0,18}}[：:]\s*{QUOTE})|出(?!来)|过(?!的)|上去|不定|到底|实话|起来)"
    )


@dataclass(frozen=True, slots=True)
class MetricCue:
    """A noun or verb that says which metric a number with one of `units` is.

    `sides` holds `before`, `after` or both: where the cue stands. `lead`, where there is one, must end the
    words before the number for a cue after it. `owner` is whose it is by its wording, '' where by its metric.
    """

    metric: str
    cue: re.Pattern[str]
    units: frozenset[str]
    sides: frozenset[str]
    lead: re.Pattern[str] | None
    owner: str = ""


@cache
def metric_cues() -> tuple[MetricCue, ...]:
    """Metric cues in order of precedence."""
    both = frozenset(("before", "after"))
    return tuple(
        MetricCue(
            checked(r["metric"], METRICS, "metric"),
            re.compile(r["cue"]),
            frozenset(r["units"].split("|")),
            both if r["side"] == "both" else frozenset((r["side"],)),
            re.compile(f"(?:{r['lead']})$") if r["lead"] else None,
            r["owner"],
        )
        for r in read_table("rules", "extracting", "metric_cues.csv")
    )


@cache
def metric_cues_at(side: str) -> tuple[tuple[MetricCue, ...], re.Pattern[str]]:
    """(cues that stand `before` or `after` a number, one pattern of all: where it fails none can match)."""
    cues = tuple(c for c in metric_cues() if side in c.sides)
    return cues, re.compile("|".join(f"(?:{c.cue.pattern})" for c in cues))


@dataclass(frozen=True, slots=True)
class Frame:
    """How a trigger states an event: which kinds its agent and object may have, and how they stand to it."""

    trigger: str
    type: str
    agent: frozenset[str]
    object: frozenset[str]
    shape: str
    note: str


@cache
def event_frames() -> dict[str, Frame]:
    """Frames by trigger, the longest trigger first."""
    out = {}
    for r in sorted(read_table("rules", "extracting", "event_frames.csv"), key=lambda r: -len(r["trigger"])):
        out[r["trigger"]] = Frame(
            r["trigger"],
            checked(r["type"], EVENT_TYPES, "event type"),
            frozenset(r["agent"]),
            frozenset(r["object"]),
            r["shape"],
            r["note"],
        )
    return out


@cache
def trigger_pattern() -> re.Pattern[str]:
    """Any trigger of an event frame, the longest first."""
    return re.compile("|".join(re.escape(t) for t in event_frames()))
