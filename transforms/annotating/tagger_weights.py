"""The weights of cutword's name tagger, read without torch.

cutword 0.1.1 (Apache-2.0, github.com/liwenju0/cutword) ships a BiLSTM-CRF of 1.7 million parameters as a file
of torch. Its pickle is read by an unpickler that knows tensors and nothing else: no code of the file can run.
"""

from __future__ import annotations

import io
import json
import pickle
import zipfile
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """Vocabulary, labels, and arrays by their names in the file (without `module.`)."""

    vocabulary: dict[str, int]
    labels: tuple[str, ...]
    arrays: dict[str, Matrix]


@cache
def load_weights() -> Weights:
    """Read once a process. RuntimeError where the package is not installed."""
    spec = find_spec("cutword")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("the package cutword is missing: install kaoju from its lock file (make setup)")
    folder = Path(spec.submodule_search_locations[0])
    names = json.loads((folder / "ner_vocab_tags.json").read_text("utf-8"))
    labels = tuple(sorted(names["label2id"], key=lambda label: names["label2id"][label]))
    with zipfile.ZipFile(folder / "model_params.pth") as archive:
        state = _TensorUnpickler(archive).load()["model_state_dict"]
    arrays = {name.removeprefix("module."): array for name, array in state.items()}
    return Weights(names["char2id"], labels, arrays)


class _TensorUnpickler(pickle.Unpickler):
    def __init__(self, archive: zipfile.ZipFile) -> None:
        names = archive.namelist()
        root = next(n for n in names if n.endswith("/data.pkl")).removesuffix("data.pkl")
        super().__init__(io.BytesIO(archive.read(root + "data.pkl")))
        self._archive, self._root = archive, root

    def find_class(self, module: str, name: str) -> Any:
        """Only what rebuilds a tensor; pickle.UnpicklingError for anything else."""
        allowed = {
            ("collections", "OrderedDict"): OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2"): _tensor,
            ("torch", "FloatStorage"): "float32",
        }
        if (module, name) not in allowed:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in a file of weights")
        return allowed[module, name]

    def persistent_load(self, pid: Any) -> Matrix:
        """The numbers of one storage."""
        return np.frombuffer(self._archive.read(f"{self._root}data/{pid[2]}"), np.float32)


def _tensor(storage: Matrix, offset: int, size: tuple[int, ...], *_: object) -> Matrix:
    """A C-contiguous view; the strides of the file are those of such an array."""
    count = int(np.prod(size, dtype=np.int64))
    return storage[offset : offset + count].reshape(size)
