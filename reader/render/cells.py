"""Characters as terminal cells: what is drawn for each, and how wide it is.

Text from outside is hostile: a control character is drawn as a picture of itself (U+2400–2421) or as U+FFFD, and a
bidirectional control, which could make a line lie about its order, is dropped. White space of every kind is one space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_PLAIN = re.compile("[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u27e8\u27e9]*")
"""Text of which every character is a grapheme, one cell wide where it is drawn: most Norwegian and English.

For the rest there is wcwidth, which takes 10 ms to be imported.
"""
_ZERO_WIDTH = frozenset(
    "\u00ad\u200b\u2060\ufeff"  # soft hyphen, zero-width space, word joiner, byte order mark
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # bidirectional controls
)

EVENLY = "!-~\u00a1-\u00ac\u00ae-\u02ff\u2013\u2014\u2018-\u201d\u2026\u27e8\u27e9"
"""For a regular expression's class: characters that are drawn as they are, in one cell."""
EVEN = re.compile(f"[ {EVENLY}]*")
"""Text of nothing but those and spaces: nearly all there is."""


class Cell(NamedTuple):
    """A grapheme: what is drawn, how many cells it takes, and how many characters of the text it stands for."""

    drawn: str
    width: int
    length: int


def cells(text: str) -> Iterator[Cell]:
    """The graphemes of `text` (Unicode Standard Annex #29), in order; their lengths add up to `len(text)`."""
    if _PLAIN.fullmatch(text):
        yield from map(_simple, text)
        return
    from wcwidth import iter_graphemes

    for grapheme in iter_graphemes(text):
        yield _simple(grapheme) if len(grapheme) == 1 else _cluster(grapheme)


@lru_cache(maxsize=4096)
def _simple(char: str) -> Cell:
    if char.isspace() or char in "\x1c\x1d\x1e\x1f":
        return Cell(" ", 1, 1)
    if char in _ZERO_WIDTH:
        return Cell("", 0, 1)
    if char < " ":
        return Cell(chr(0x2400 + ord(char)), 1, 1)
    if char == "\x7f":
        return Cell("\u2421", 1, 1)
    if "\x80" <= char <= "\x9f" or "\ud800" <= char <= "\udfff":
        return Cell("\ufffd", 1, 1)
    width = 1 if _PLAIN.fullmatch(char) else _width(char)
    if width < 0:
        return Cell("\ufffd", 1, 1)
    # A combining mark with nothing before it is drawn over a dotted circle, as in dictionaries.
    return Cell(char, width, 1) if width else Cell("\u25cc" + char, 1, 1)


@lru_cache(maxsize=4096)
def _cluster(grapheme: str) -> Cell:
    if grapheme.isspace():  # CR LF is one grapheme
        return Cell(" ", 1, len(grapheme))
    kept = "".join(char for char in grapheme if char not in _ZERO_WIDTH)
    if not kept:
        return Cell("", 0, len(grapheme))
    if any(char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff" for char in kept):
        return Cell("\ufffd", 1, len(grapheme))
    width = _width(kept)
    return Cell(kept, width, len(grapheme)) if width > 0 else Cell("\ufffd", 1, len(grapheme))


def _width(text: str) -> int:
    from wcwidth import wcswidth

    return wcswidth(text)


def cell_width(text: str) -> int:
    """How many terminal cells `text` takes when drawn."""
    return len(text) if EVEN.fullmatch(text) else sum(cell.width for cell in cells(text))


def safe(text: str) -> str:
    """`text` on one line with nothing in it that a terminal would obey: for messages that quote a file."""
    return text if EVEN.fullmatch(text) else "".join(cell.drawn for cell in cells(text))
