"""Python's search for garbage in cycles, moved to moments in which nobody waits.

Nearly everything here is a frozen value and goes away without it. Left to itself, the search looked through all that is
held whenever enough English had come: 80 to 260 ms in the middle of turning a page.
"""

from __future__ import annotations

import gc

_YOUNG = (20_000, 50, 1_000)
"""Thresholds while reading: a few milliseconds at most, should nobody ever stop turning pages."""


def begin() -> tuple[int, int, int]:
    """What is there now (program, glossary, text) stays until the end and is not looked through again."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_YOUNG)
    return before


def rest() -> None:
    """Nobody is waiting: look through what came since the last time."""
    gc.collect()
    gc.freeze()


def end(before: tuple[int, int, int]) -> None:
    """As it was: for a program that goes on after the reader."""
    gc.set_threshold(*before)
    gc.unfreeze()
