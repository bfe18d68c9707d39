"""The steps that are timed: functions of the pipeline, named by where they are called from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import isfunction
from typing import Any, NamedTuple


class Step(NamedTuple):
    """A function to time: its name in the page, the module that calls it, its name there, how deep it is.

    `place` is the function's place where that name is a tuple of functions.
    """

    label: str
    module: str
    name: str
    depth: int = 0
    place: int | None = None

    @property
    def owner(self) -> object:
        """The object that holds the function: a module, or a class `module:Class`."""
        module, _, inner = self.module.partition(":")
        found: object = import_module(module)
        return getattr(found, inner) if inner else found

    @property
    def function(self) -> Callable[..., Any]:
        """What is called there now; AttributeError where it is not there any more."""
        held = getattr(self.owner, self.name)
        found: Callable[..., Any] = held if self.place is None else held[self.place]
        return found

    def put(self, function: Callable[..., Any]) -> None:
        """Let this be called there from now on."""
        held: Any = function
        if self.place is not None:
            held = list(getattr(self.owner, self.name))
            held[self.place] = function
            held = tuple(held)
        setattr(self.owner, self.name, held)


def _inside(module: str, depth: int, **labels: str) -> tuple[Step, ...]:
    return tuple(Step(label, module, name, depth) for name, label in labels.items())


def called_by(module: str, function: str, depth: int) -> Iterator[Step]:
    """The functions of ours that one function of a module calls, read off its code, so none is forgotten.

    Where it goes through a tuple of functions, each of them; where it calls one of its own module that is
    private, those that that one calls in turn stand after it, set in.
    """
    held = vars(import_module(module))
    for name in dict.fromkeys(held[function].__code__.co_names):
        found = held.get(name)
        if isinstance(found, tuple) and found and all(map(isfunction, found)):
            for place, one in enumerate(found):
                yield Step(_label(one.__name__), module, name, depth, place)
        elif isfunction(found) and found.__module__.startswith("transforms."):
            yield Step(_label(name), module, name, depth)
            if found.__module__ == module:
                yield from called_by(module, name, depth + 1)


def _label(name: str) -> str:
    return name.strip("_").replace("_", " ")


CLEANING: tuple[Step, ...] = tuple(called_by("transforms.cleaning.clean", "clean", 1))
STEPS: tuple[Step, ...] = (
    Step("files → items", "tests.benchmarks.whole", "find_all"),
    Step("reading", "transforms.pipeline", "read"),
    Step("cleaning", "transforms.pipeline", "clean"),
    *CLEANING,
    Step("annotating", "transforms.pipeline", "annotate"),
    *_inside(
        "transforms.annotating.annotate",
        1,
        find_quotations="quotations",
        find_mentions="names",
        find_expressions="expressions",
        split_sentences="sentences",
    ),
    Step("extracting", "transforms.pipeline", "extract"),
    *_inside(
        "transforms.extracting.extract",
        1,
        split_clauses="clauses",
        find_events="events",
        find_relations="relations",
        find_metrics="metrics",
        find_quotes="quotes",
    ),
    *_inside(
        "transforms.pipeline",
        0,
        document_row="row of the document",
        source_row="row of the source",
        annotation_rows="rows of annotations",
        fact_rows="rows of facts",
        rules_version="version of the rules",
    ),
    Step("gate + load", "warehouse.writer:Writer", "load"),
    *_inside("warehouse.writer", 1, admit="gate", delete_documents="deleting", insert="inserting"),
    Step("reconcile", "tests.benchmarks.whole", "reconcile_all"),
    *_inside("tests.benchmarks.whole", 1, group_copies="families", make_claims="claims"),
    Step("publish", "warehouse.writer:Writer", "publish"),
)
