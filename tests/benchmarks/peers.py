"""`make bench-peers`: our expressions beside jionlp's, the peer in an environment of its own."""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks import whole
from tests.benchmarks.__main__ import PAGE
from tests.benchmarks.documents import ROOT, SHARED, Documents, made_up, repeated, samples
from tests.benchmarks.meter import stopwatch
from tests.benchmarks.page import figure, spread, table, versions, write_section
from transforms.cleaning.clean import clean
from transforms.expressions import find_expressions
from transforms.pipeline import process
from transforms.reading.read import read

PEERS = ROOT / ".venv-peers" / "bin" / "python"
HEAD = ("texts", "characters", "what", "found", "chars/s", "rate ÷ jionlp's, by processor", "by the clock")
WORDS = """## Peers

{ours} jionlp {peer} in an environment of its own.

The same paragraphs of clean Simplified text for both: `jionlp.ner.extract_time` + `extract_money`, with
parsing, and our `find_expressions`, which finds and resolves every other quantity too. One process each, one
after the other in each of {rounds} rounds, after one that does not count; imports not counted. The whole
pipeline is `process`: bytes to rows, cleaning, names and facts included, no warehouse."""


class Round(NamedTuple):
    """Seconds of processor and clock, and how much was found."""

    cpu: float
    wall: float
    found: int
    failed: int = 0


class Texts(NamedTuple):
    """Paragraphs, and the documents that they are of."""

    documents: Documents
    paragraphs: list[str]


def texts_of(documents: Documents) -> Texts:
    articles = [clean(read(item)).text.text for item in whole.find_all(documents.folder)]
    return Texts(documents, [line for text in articles for line in text.split("\n") if line.strip()])


def expressions(texts: Texts) -> Round:
    with stopwatch() as clock:
        found = sum(len(find_expressions(one)) for one in texts.paragraphs)
        return Round(*clock(), found)


def pipeline(texts: Texts) -> Round:
    items = whole.find_all(texts.documents.folder)
    with stopwatch() as clock:
        rows = [process(item) for item in items]
        return Round(*clock(), sum(len(one["facts.quantities"]) + len(one["facts.times"]) for one in rows))


def compare(texts: Texts, rounds: int) -> list[list[str]]:
    command = [str(PEERS), str(Path(__file__).with_name("jionlp_peer.py"))]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as peer:
        assert peer.stdin and peer.stdout
        print(json.dumps(texts.paragraphs), file=peer.stdin, flush=True)
        took: list[tuple[Round, Round, Round]] = []
        for _ in range(rounds + 1):
            print("again", file=peer.stdin, flush=True)
            took.append((Round(*json.loads(peer.stdout.readline())), expressions(texts), pipeline(texts)))
        peer.stdin.close()
    size, lines = sum(map(len, texts.paragraphs)), []
    for place, what in enumerate(("jionlp time + money", "our expressions", "our whole pipeline")):
        cpu = [one[0].cpu / one[place].cpu for one in took[1:]]
        wall = [one[0].wall / one[place].wall for one in took[1:]]
        last, rate = took[-1][place], size / median(one[place].cpu for one in took[1:])
        found = f"{last.found}, {last.failed} texts failed" if last.failed else f"{last.found}"
        lines.append(
            [texts.documents.name, f"{size:,}", what, found, figure(rate), spread(cpu), spread(wall)]
        )
    return lines


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers", description=__doc__)
    asked.add_argument("--rounds", type=int, default=7)
    asked.add_argument("--articles", type=int, default=30, help="of the made-up corpus")
    asked.add_argument("--page", type=Path, default=PAGE)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as made:
        corpus = made_up(Path(made, "corpus"), args.articles)
        name = "the four real articles" if samples().parent == SHARED else "seeds/articles"
        sets = [replace(repeated(Path(made, "samples"), 1), name=name), *([corpus] if corpus else [])]
        lines = [line for one in sets for line in compare(texts_of(one), args.rounds)]
    command = [str(PEERS), "-c", "from importlib.metadata import version; print(version('jionlp'))"]
    peer = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    words = WORDS.format(ours=versions(), peer=peer, rounds=args.rounds)
    write_section(args.page, "peers", f"{words}\n\n{table(HEAD, lines)}\n")
    print(f"Written to {args.page.name}.")


if __name__ == "__main__":
    main()
