"""Words that a document itself shows to be substitutes: a common character that is found in one word only.

A spinner that writes `硕大` for every `大` leaves no other `大` in the text, and breaks the words around it
(`硕大家`, `巨硕大`). Nothing need be known of the spinner for that.
"""

from __future__ import annotations

from dataclasses import dataclass

from transforms.cleaning.spun.frequencies import row_likelihood, word_likelihood

# Characters that nearly every article has in several words, and for which spinners have substitutes.
_COMMON = (
    "大小多少好新旧快慢高低强弱真假深浅宽重轻软硬长短远近美老难满广热人用说看学想建找给走写钱关问听"
)
_LEAST, _SHARE, _CONTEXT = 2, 0.85, 4
# A word is broken where its neighbours make a word with the single character, by so many nats.
_BROKEN = 4.5
# What the first broken word counts in nats, each further one, and all of one character at most.
_FIRST, _FURTHER, _CAP = 3.2, 1.5, 6.0


@dataclass(frozen=True)
class Collapse:
    """A `character` that occurs (nearly) only inside of `word`; `broken` are the words that this breaks."""

    character: str
    word: str
    broken: tuple[str, ...]

    @property
    def nats(self) -> float:
        """What it says for the document's being spun."""
        return min(_CAP, _FIRST + _FURTHER * (len(self.broken) - 1)) if self.broken else 0.0


def collapses(text: str) -> list[Collapse]:
    """The common characters of a text that stand in one word only and break others there."""
    found = []
    for word, character in _companies(text):
        if text.count(word) < max(_LEAST, _SHARE * text.count(character)):
            continue
        if word_likelihood(word) is not None and (broken := _broken(text, word, character)):
            found.append(Collapse(character, word, broken))
    return found


def _companies(text: str) -> list[tuple[str, str]]:
    """The words of two characters that two occurrences of a common character, the next of each other, share.

    Only the first three occurrences are looked at: where there is a collapse, two of them show it.
    """
    shared = list[tuple[int, bool, str, str]]()
    for character in _COMMON:
        last = text.find(character)
        for _ in range(2 if last >= 0 else 0):
            at = text.find(character, last + 1)
            if at < 0:
                break
            if text[last + 1 : last + 2] == text[at + 1 : at + 2]:
                shared.append((at, False, text[at : at + 2], character))
            if last and text[last - 1] == text[at - 1]:
                shared.append((at, True, text[at - 1 : at + 1], character))
            last = at
    return list(dict.fromkeys((word, character) for _, _, word, character in sorted(shared)))


def _broken(text: str, word: str, character: str) -> tuple[str, ...]:
    """The broken words, no two of one word: those may be a name, said again."""
    found: dict[str, str] = {}
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        made = _made(text[at - 1 : at] + character, character + text[end : end + 1])
        if made not in found and bridging(text, at, end, character) >= _BROKEN:
            found[made] = text[max(0, at - 1) : end + 1]
        at = text.find(word, end)
    return tuple(found.values())


def _made(*words: str) -> str:
    """The likelier word of those that the single character makes with a neighbour."""
    return max(words, key=lambda word: word_likelihood(word) or -99.0)


def bridging(text: str, start: int, end: int, original: str) -> float:
    """How much better, in nats, `original` joins with what stands around text[start:end] than that word does.

    What is due to the one being the more frequent word is taken off.
    """
    a, b = start, end
    for _ in range(_CONTEXT):
        a -= a > 0 and "\u3400" <= text[a - 1] <= "\u9fff"
        b += b < len(text) and "\u3400" <= text[b] <= "\u9fff"
    joined = row_likelihood(text[a:start] + original + text[end:b]) - row_likelihood(text[a:b])
    return joined - row_likelihood(original) + row_likelihood(text[start:end])
