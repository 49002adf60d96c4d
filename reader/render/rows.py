"""Rows of runs: a bitext as it is drawn, before any medium.

A run knows which characters of which unit it draws, so a cursor, a search hit or a linked word can be laid over it
without laying the text out anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    """Whose words a run draws."""

    SOURCE = "source"
    TARGET = "target"
    FRAME = "frame"
    """Neither's: labels, gutters, notes."""


class Role(StrEnum):
    """What a run means; a medium decides how that looks."""

    TITLE = "title"
    HEADING = "heading"
    DATELINE = "dateline"
    TERM = "term"
    WEAK = "weak"
    """A term recognised with less certainty: the last member of a compound."""
    MISSED = "missed"
    """A term whose rendering the English does not hold: its gloss stands in a note."""
    GLOSS = "gloss"
    """English that is a word-by-word help."""
    FUZZY = "fuzzy"
    """English remembered from a similar sentence."""
    LABEL = "label"
    NOTE = "note"
    HIDDEN = "hidden"
    FINDING = "finding"
    UNKNOWN = "unknown"
    """A Norwegian word inside a gloss."""
    # What a screen lays over the rows without cutting them anew:
    CURSOR = "cursor"
    """The sentence being read, on both sides."""
    WORD = "word"
    """The word being looked at."""
    LINKED = "linked"
    """What says the same on the other side."""
    HIT = "hit"
    """Found by a search."""
    HERE = "here"
    """The find that the cursor is on."""
    DIMMED = "dimmed"


class Run(NamedTuple):
    """A stretch of one line that looks the same throughout. (A tuple: a screen is made of hundreds.)"""

    text: str
    """As drawn: no control character, no line end."""
    width: int
    """Terminal cells."""
    roles: frozenset[Role] = frozenset()
    side: Side = Side.FRAME
    unit: int = -1
    """Index of the unit in its block; -1 for the frame."""
    start: int = 0
    end: int = 0
    """Offsets in the unit's source or target; half-open."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the view: one run sequence for each column."""

    columns: tuple[tuple[Run, ...], ...]

    @property
    def text(self) -> str:
        """The columns' texts, for tests and for copying."""
        return " │ ".join("".join(run.text for run in column) for column in self.columns)


def width(runs: tuple[Run, ...]) -> int:
    """Terminal cells that the runs take."""
    return sum(run.width for run in runs)
