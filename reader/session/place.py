"""Where the reader is: a sentence of a paragraph, perhaps a word of it, on one of the two sides."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from reader.render.rows import Side


class Place(NamedTuple):
    """A sentence; both are counted from 0."""

    paragraph: int = 0
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Cursor:
    """The one cursor."""

    place: Place = field(default_factory=Place)
    word: int | None = None
    """Index in `text.words` of the side's text; None while the cursor is the whole sentence."""
    side: Side = Side.SOURCE

    def at(self, place: Place) -> Cursor:
        """The whole sentence at `place`, Norwegian side."""
        return Cursor(place)

    def on(self, word: int, side: Side) -> Cursor:
        """One word of the same sentence."""
        return replace(self, word=word, side=side)


@dataclass(frozen=True, slots=True)
class History:
    """Where the reader jumped from, as in a browser."""

    back: tuple[Place, ...] = ()
    forward: tuple[Place, ...] = ()

    def left(self, place: Place) -> History:
        """A jump away from `place` was made."""
        if self.back and self.back[-1] == place:
            return History(self.back)
        return History((*self.back, place)[-LONGEST:])

    def returned(self, place: Place) -> tuple[History, Place] | None:
        """One step back from `place`."""
        if not self.back:
            return None
        return History(self.back[:-1], (*self.forward, place)), self.back[-1]

    def advanced(self, place: Place) -> tuple[History, Place] | None:
        """One step forward again from `place`."""
        if not self.forward:
            return None
        return History((*self.back, place), self.forward[:-1]), self.forward[-1]


LONGEST = 200
"""Jumps remembered."""
