"""What an export must never write over: the text that is being read, and the files its English and terms come from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.errors import InputError


def spared(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Raises InputError when an output is one of the inputs, by whatever name or link, or is named twice."""
    seen: list[Path] = []
    for output in outputs:
        if any(_same(output, one) for one in inputs):
            raise InputError(f"{output} is being read from, and is not written over.", hint="Give another name.")
        if any(_same(output, one) for one in seen):
            raise InputError(f"{output} is named twice.", hint="Give each document a name of its own.")
        seen.append(output)


def _same(one: Path, other: Path) -> bool:
    """Whether two paths are one file: by their links resolved, or, both being there, by the file itself."""
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except (OSError, RuntimeError, ValueError):  # one is not there yet, or is no path: writing it says so
        return False
