"""The steps that are timed: functions of the pipeline, named by where they are called from."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple


class Step(NamedTuple):
    """A function to time: its name in the page, the module that calls it, its name there, how deep it is."""

    label: str
    module: str
    name: str
    depth: int = 0

    @property
    def owner(self) -> object:
        """The object that holds the function: a module, or a class `module:Class`."""
        module, _, inner = self.module.partition(":")
        found: object = import_module(module)
        return getattr(found, inner) if inner else found


def _inside(module: str, depth: int, **labels: str) -> tuple[Step, ...]:
    return tuple(Step(label, module, name, depth) for name, label in labels.items())


STEPS: tuple[Step, ...] = (
    Step("files → items", "tests.benchmarks.whole", "find_all"),
    Step("reading", "transforms.pipeline", "read"),
    Step("cleaning", "transforms.pipeline", "clean"),
    *_inside(
        "transforms.cleaning.clean",
        1,
        take_front_matter="front matter",
        lay_ghosts="ghosts",
        plain_characters="invisible characters",
        drop_residue="pinyin residue",
        drop_tags="tags",
        drop_markdown="Markdown",
        fold_width="width",
        tidy_spaces="spaces",
        join_soft_breaks="soft breaks",
        sweep="boilerplate",
        convert="script (OpenCC in it)",
        mend_slips="slips",
        restore="spun words",
        gather="metadata",
        detect_script="which script",
        document_id="document id",
        source_sha256="hash of the source",
    ),
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
    *_inside("transforms.reconciling.reconcile", 1, find_families="families", find_claims="claims"),
    Step("publish", "warehouse.writer:Writer", "publish"),
)
