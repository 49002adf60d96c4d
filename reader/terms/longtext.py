"""A book in pieces, since its tokens all at once would only be memory to walk through."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

LENGTH = 20_000
"""Characters worked on at a time."""
_BREAK = re.compile(r"[.?!:»”\"]\s*\n|\n\s*\n")
"""Where a text may be cut without cutting a sentence."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic garbage collector, which would walk through all matches again and again: over half of the time
    for a megabyte (measured), and there is no cycle to be found among frozen values."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def pieces(source: str) -> Iterator[tuple[int, str]]:
    """(offset, text) of pieces that begin with a sentence; one piece unless the text is long."""
    start = 0
    while len(source) - start > 2 * LENGTH:
        cut = _BREAK.search(source, start + LENGTH)
        if cut is None:
            break
        yield start, source[start : cut.end()]
        start = cut.end()
    yield start, source[start:] if start else source
