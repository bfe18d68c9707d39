"""Texts on other subjects than the samples': sport, cooking, weather … made of `other_subjects.toml`."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

RULES = tomllib.loads(Path(__file__).with_name("other_subjects.toml").read_text("utf-8"))


def other_texts(each: int = 16, seed: int = 20261122) -> list[tuple[str, str]]:
    """(subject, text), `each` times for every subject: 6 to 9 of its sentences in random order."""
    chance = random.Random(seed)
    slots: dict[str, list[str]] = RULES["slots"]
    texts = []
    for subject, rules in RULES.items():
        if subject == "slots":
            continue
        for _ in range(each):
            said = chance.sample(rules["sentences"], chance.randint(6, 9))
            filled = [line.format(**{k: chance.choice(v) for k, v in slots.items()}) for line in said]
            texts.append((subject, "".join(filled)))
    return texts
