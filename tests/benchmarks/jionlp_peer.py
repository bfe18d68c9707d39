"""jionlp's time and money extraction, run by the Python of .venv-peers: never imported by anything of ours.

First line of the input: a JSON list of texts. For each further line it goes over all of them once and answers
with one line of JSON: processor seconds, clock seconds, what was found, texts on which it raised.
"""

import contextlib
import json
import sys
import time

with contextlib.redirect_stdout(sys.stderr):
    import jionlp  # type: ignore[import-not-found]


def main() -> None:
    texts: list[str] = json.loads(sys.stdin.readline())
    base = time.mktime((2024, 8, 29, 0, 0, 0, 0, 0, -1))
    for _ in sys.stdin:
        found = failed = 0
        cpu, wall = time.process_time(), time.perf_counter()
        with contextlib.redirect_stdout(sys.stderr):
            for text in texts:
                try:
                    found += len(jionlp.ner.extract_time(text, time_base=base))
                    found += len(jionlp.ner.extract_money(text))
                except Exception:
                    failed += 1
        spent = [time.process_time() - cpu, time.perf_counter() - wall, found, failed]
        print(json.dumps(spent), flush=True)


if __name__ == "__main__":
    main()
