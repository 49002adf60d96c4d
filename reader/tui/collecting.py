"""Python's search for garbage in cycles, kept out of the reader's way.

Nearly everything here is a frozen value and goes away without that search. Left to itself, it looked through all that
is held whenever enough English had come: 80 to 260 ms in the middle of turning a page. So what is there to stay is set
aside (`gc.freeze`), and only what is new is looked through, often and little: half a millisecond at a time.
"""

from __future__ import annotations

import gc

_YOUNG = (1_500, 600, 1_000)


def begin() -> tuple[int, int, int]:
    """The program, its glossary and the text are there to stay. Returns what `end` needs."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_YOUNG)
    return before


def settle() -> None:
    """English has come: set aside too. It has no cycles, so it is freed as ever when it is let go."""
    gc.collect(0)  # what has cycles is short-lived, and would stay: strips of the screen, tasks that are done
    gc.freeze()


def renew() -> None:
    """Another text: what belonged to the one before is looked through once. The reader is waiting anyway."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def end(before: tuple[int, int, int]) -> None:
    """As it was: for a program that goes on after the reader."""
    gc.set_threshold(*before)
    gc.unfreeze()
