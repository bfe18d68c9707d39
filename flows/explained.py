"""An article as lines for the terminal: its sentences, what is marked in them, and the facts they state."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from transforms.annotating.annotate import annotate
from transforms.annotating.registry import load_registry
from transforms.annotations import Annotated, Quantity, Sentence, TimeSpan
from transforms.cleaning.clean import clean
from transforms.extracting.confidence import confidence
from transforms.extracting.extract import extract
from transforms.facts import Event, Fact, Filler, Metric, Quote, Relation
from transforms.readable import readable
from transforms.reading.read import read
from transforms.source import SourceItem
from warehouse.printable import printable

_STYLES = {
    "person": "underline magenta",
    "organization": "underline cyan",
    "product": "underline green",
    "model": "underline green",
    "hardware": "underline green",
}


def explained(item: SourceItem) -> Iterator[Text]:
    """Lines for one article; `Rejected` where it cannot be read."""
    article = clean(read(item))
    annotated = annotate(article, load_registry())
    facts = sorted(extract(article, annotated), key=lambda f: f.trace.start)
    known = article.metadata
    yield Text(f"{known.title or item.uri}  ({known.published.edtf or 'no date'})", style="bold")
    for sentence in annotated.sentences:
        yield _marked(annotated, sentence)
        for fact in facts:
            if sentence.start <= fact.trace.start < sentence.end:
                sure = confidence(fact.trace.reasons) == "high"
                reasons = f"  [{'; '.join(fact.trace.reasons)}]" if fact.trace.reasons else ""
                words = f"    {'·' if sure else '?'} {_said(fact)}  — {fact.trace.frame}{reasons}"
                yield Text(printable(words), style="" if sure else "dim")


def _marked(annotated: Annotated, sentence: Sentence) -> Text:
    shown = annotated.text[sentence.start : sentence.end]
    line = Text("".join(c if printable(c) == c else "�" for c in shown))  # one for one: the offsets stay
    for mention in annotated.mentions:
        if sentence.start <= mention.start and mention.end <= sentence.end:
            style = _STYLES.get(mention.entity.kind, "underline yellow")
            line.stylize(style, mention.start - sentence.start, mention.end - sentence.start)
    spans: list[Quantity | TimeSpan] = [*annotated.quantities, *annotated.times]
    for span in spans:
        if sentence.start <= span.start and span.end <= sentence.end:
            line.stylize("bold red", span.start - sentence.start, span.end - sentence.start)
    return line


def _who(filler: Filler) -> str:
    return filler.entity.name if filler.entity else f"“{filler.phrase}”"


def _said(fact: Fact) -> str:
    """The fact in one line."""
    match fact:
        case Metric():
            when = f" ({fact.period.edtf})" if fact.period else ""
            number = f"{fact.bound if fact.bound != '=' else ''}{readable(fact.value)} {fact.unit}"
            return f"{_who(fact.subject)} · {fact.metric}: {number}{when}, {fact.modality}"
        case Event():
            roles = ", ".join(f"{role} {' & '.join(map(_who, found))}" for role, found in fact.roles.items())
            when = f" ({fact.date.edtf})" if fact.date else ""
            denied = "not " if fact.polarity == "negative" else ""
            return f"{denied}{fact.type} [{fact.trigger}] {roles}{when}, {fact.modality}"
        case Quote():
            return f"{_who(fact.speaker)} {fact.verb}: {fact.text}"
        case Relation():
            title = f" ({fact.qualifier})" if fact.qualifier else ""
            return f"{_who(fact.subject)} · {fact.relation} · {_who(fact.object)}{title}"
