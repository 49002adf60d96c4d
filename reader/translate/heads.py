"""Aiming a model's attention at the layer and heads that its package says align best.

CTranslate2 returns the attention of one decoder layer, averaged over its first heads; which is written in `model.bin`
as two 16-bit numbers, by default the last layer's first head. They are changed in memory, the package stays as it is.
The file (`ctranslate2/specs/model_spec.py`, binary version 6): version, name of the model class, its revision, number
of variables; for each its name, number of dimensions, dimensions, type, bytes in all, bytes.
"""

from __future__ import annotations

import struct
from pathlib import Path

from reader.translate.package import Alignment

_LAYER, _HEADS = "decoder/alignment_layer", "decoder/alignment_heads"


def aimed(model: Path, alignment: Alignment) -> dict[str, bytes] | None:
    """The model's files with the numbers changed; None when it lacks them or has them already."""
    data = bytearray((model / "model.bin").read_bytes())
    changed = False
    for name, value in ((_LAYER, alignment.layer), (_HEADS, alignment.heads)):
        place = _place(data, name)
        if place is None:
            return None
        changed = changed or struct.unpack_from("<h", data, place)[0] != value
        struct.pack_into("<h", data, place, value)
    if not changed:
        return None
    rest = {file.name: file.read_bytes() for file in model.iterdir() if file.is_file() and file.name != "model.bin"}
    return {**rest, "model.bin": bytes(data)}


def _place(data: bytearray, wanted: str) -> int | None:
    """Where the bytes of a 16-bit variable stand; None when the file has no such variable or another shape."""
    try:
        version, at = struct.unpack_from("<I", data)[0], 4
        if not 4 <= version <= 6:  # before 4 the sizes were written otherwise
            return None
        at = _after_text(data, at)[1] + 4
        (count,) = struct.unpack_from("<I", data, at)
        at += 4
        for _ in range(min(count, 100_000)):
            name, at = _after_text(data, at)
            at += 1 + 4 * data[at] + 1  # dimensions, type
            (size,) = struct.unpack_from("<I", data, at)
            at += 4
            if name == wanted:
                return at if size == 2 else None
            at += size
    except (struct.error, IndexError, UnicodeDecodeError):
        return None
    return None


def _after_text(data: bytearray, at: int) -> tuple[str, int]:
    """A text with its length before it and a null byte at its end, and what comes after."""
    (length,) = struct.unpack_from("<H", data, at)
    return data[at + 2 : at + 1 + length].decode(), at + 2 + length


__all__ = ["aimed"]
