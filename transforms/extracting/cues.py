"""Cue words of the extracting stage, read from `seeds/rules/extracting/`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

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
    return re.compile(
        rf"(?<![名简号被俗统职昵尊堪可所之小据来])(?:{verbs})(?![为作赞呼号法明服辞是]|了(?!一)|的(?!是)|出(?!来)|过(?!的)|量|价|上去|不定|到底)"
    )


@dataclass(frozen=True, slots=True)
class MetricCue:
    """A noun or verb that says which metric a number with one of `units` is."""

    metric: str
    cue: re.Pattern[str]
    units: frozenset[str]


@cache
def metric_cues() -> tuple[MetricCue, ...]:
    """Metric cues in order of precedence."""
    rows = read_table("rules", "extracting", "metric_cues.csv")
    return tuple(
        MetricCue(
            checked(r["metric"], METRICS, "metric"), re.compile(r["cue"]), frozenset(r["units"].split("|"))
        )
        for r in rows
    )


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
