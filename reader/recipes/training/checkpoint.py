"""A trained model as a file: its shape, its weights and how it was made, in NumPy's own format.

No pickle and no torch: what was trained on a borrowed machine is converted and looked at anywhere, and loading a
stranger's checkpoint runs no code. Weights are kept in half precision, 48 MB for 24 million.
"""

from __future__ import annotations

import json
import math
import os
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reader.errors import InputError, OutputError

Array = npt.NDArray[Any]
POSITIONS = 512
"""Rows of the position table; CTranslate2 refuses longer inputs."""
_ABOUT = "about"
"""The entry of the file that holds shape and making as JSON; no weight is called so."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a Transformer. The default has 24 million weights, 25 MB in int8."""

    vocabulary: int
    width: int = 384
    heads: int = 6
    inner: int = 1536
    """Width of the feed-forward layers."""
    encoder: int = 6
    """Layers that read; cheap, since a sentence is read once."""
    decoder: int = 3
    """Layers that write; dear, since they run once for each piece written."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a training leaves behind."""

    shape: Shape
    weights: Mapping[str, Array]
    """By the names that `model.Transformer` gives them; float32, whatever the file has."""
    made: Mapping[str, Any] = field(default_factory=dict)
    """How: direction, minutes, steps, pairs of each group; JSON values that the model card prints."""


def save(path: Path, checkpoint: Checkpoint) -> None:
    """All or nothing: a kill leaves the file that was there. Raises OutputError."""
    about = json.dumps({"shape": asdict(checkpoint.shape), "made": dict(checkpoint.made)})
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            halves = {name: weight.astype(np.float16) for name, weight in checkpoint.weights.items()}
            arrays: dict[str, Any] = {_ABOUT: np.array(about), **halves}
            np.savez(stream, **arrays)
        os.replace(part, path)
    except OSError as problem:
        raise OutputError(f"{path} cannot be written: {problem.strerror}.") from problem


def load(path: Path) -> Checkpoint:
    """Raises InputError: missing, or not written by `save`."""
    try:
        with np.load(path, allow_pickle=False) as held:
            about = json.loads(str(held[_ABOUT]))
            weights = {name: held[name].astype(np.float32) for name in held.files if name != _ABOUT}
        return Checkpoint(Shape(**about["shape"]), weights, about["made"])
    except OSError as problem:
        raise InputError(f"{path} cannot be read: {problem.strerror or problem}.") from problem
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as problem:
        raise InputError(f"{path} is no checkpoint of this recipe.", hint="Give what `train` wrote.") from problem


def positions(rows: int, width: int) -> npt.NDArray[np.float32]:
    """Sines in the left half, cosines in the right (Vaswani et al. 2017, as tensor2tensor lays them out).

    The table goes into the converted model. Left to itself CTranslate2 makes one that starts at 1, not 0.
    """
    half = width // 2
    angles = np.arange(rows)[:, None] * np.exp(np.arange(half) * -(math.log(10000) / (half - 1)))
    return np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype(np.float32)


__all__ = ["POSITIONS", "Array", "Checkpoint", "Shape", "load", "positions", "save"]
