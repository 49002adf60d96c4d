"""Cutting a sentence that is too long for the model, at the clause boundary nearest its middle."""

from __future__ import annotations

import re
from collections.abc import Callable

_BOUNDARIES = (
    # What ends a clause surely, then likely, then perhaps; a later row wins when it is this much nearer the middle.
    (re.compile(r"[;:.!?][»”\")]*\s+|\s+[–—]\s+"), 0.0),
    (re.compile(r",\s+(?=(?:og|men|eller|for|så|som|at|fordi|mens|når|da|hvis|der|hvor|selv|slik|noe|før)\b)"), 0.05),
    (re.compile(r",\s+"), 0.10),
    (re.compile(r"\s+(?=(?:og|men|eller|som|at|fordi|mens|når|hvis)\b)"), 0.15),
    (re.compile(r"\s+"), 0.30),
)


def halves(text: str) -> tuple[str, str] | None:
    """Two parts of a text that, joined by a space, are the text again (white space folded); None for a single word."""
    best: tuple[float, int] | None = None
    for pattern, handicap in _BOUNDARIES:
        for match in pattern.finditer(text):
            place = match.end()
            off = abs(place / len(text) - 0.5) + handicap
            if 0 < place < len(text) and text[:place].strip() and (best is None or off < best[0]):
                best = (off, place)
    if best is None:
        return None
    return text[: best[1]].rstrip(), text[best[1] :].lstrip()


def cut(text: str, fits: Callable[[str], bool]) -> list[str]:
    """The text in as few clauses as it takes for each to fit; one word that does not fit is cut by letters."""
    if fits(text) or len(text) == 1:
        return [text]
    pair = halves(text) or (text[: len(text) // 2], text[len(text) // 2 :])
    return [*cut(pair[0], fits), *cut(pair[1], fits)]


__all__ = ["cut", "halves"]
