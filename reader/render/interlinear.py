"""Word by word: each Norwegian word with its gloss under it, as in a linguist's example.

Leipzig Glossing Rules (2015), rule 1: the gloss stands left-aligned under its word; that of several words together
stands under them all, and a line never ends between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from reader.model import Block, Span, TermMatch, Unit
from reader.render.cells import cell_width, safe
from reader.render.rows import Role, Row, Run, Side


class Under(Protocol):
    """A gloss, and the words that it stands under."""

    @property
    def source(self) -> Span: ...
    @property
    def gloss(self) -> str: ...


Cells = Callable[[Unit], Sequence[Under]]
"""What stands under the words of a unit, in text order."""


class _Chunk(NamedTuple):
    """What stands between two blanks of the source."""

    drawn: str
    roles: frozenset[Role]
    start: int
    end: int


class _Pair(NamedTuple):
    above: tuple[_Chunk, ...]
    below: str
    unit: int

    @property
    def length(self) -> int:
        """The cells of what stands above."""
        return sum(cell_width(chunk.drawn) for chunk in self.above) + len(self.above) - 1

    @property
    def width(self) -> int:
        return max(self.length, cell_width(self.below))


def interlinear(
    block: Block,
    width: int,
    shown: Callable[[TermMatch], bool],
    tone: frozenset[Role],
    under: Cells | None = None,
) -> Iterator[Row]:
    """Two rows for each line of words; a blank gloss row is left out."""
    line: list[_Pair] = []
    used = 0
    for index, unit in enumerate(block.units):
        for pair in _pairs(unit, index, shown, under, width):
            if line and used + 1 + pair.width > width:
                yield from _rows(line, tone)
                line, used = [], 0
            used += pair.width + (1 if line else 0)
            line.append(pair)
    if line:
        yield from _rows(line, tone)


def _pairs(
    unit: Unit, index: int, shown: Callable[[TermMatch], bool], under: Cells | None, width: int
) -> Iterator[_Pair]:
    """The chunks of the source in groups that share a gloss."""
    chunks = list(_chunks(unit, shown))
    glosses = _glosses(unit, under)
    place = 0
    for number, chunk in enumerate(chunks):
        if number < place:
            continue
        place, end, below = number + 1, chunk.end, list[str]()
        while glosses and glosses[0][0].start < end:
            span, gloss = glosses.pop(0)
            if gloss and span.start >= chunk.start:
                below.append(gloss)
                end = max(end, span.end)
            while place < len(chunks) and chunks[place].start < end:
                place += 1
            end = chunks[place - 1].end
        yield from _fitting(_Pair(tuple(chunks[number:place]), " ".join(below), index), width)


def _fitting(pair: _Pair, width: int) -> Iterator[_Pair]:
    """A phrase too long for any line falls apart, its gloss under its first word."""
    if pair.length <= width or len(pair.above) == 1:
        yield pair
        return
    for number, chunk in enumerate(pair.above):
        yield _Pair((chunk,), "" if number else pair.below, pair.unit)


def _glosses(unit: Unit, under: Cells | None) -> list[tuple[Span, str]]:
    """(words, gloss) in text order; a name or a number that is only repeated has none."""
    if under is None:
        return [(match.source[0], match.entry.gloss) for match in unit.terms]
    found = ((cell.source, cell.gloss) for cell in under(unit))
    return [(span, "" if _repeats(span.of(unit.source), gloss) else gloss) for span, gloss in found]


def _repeats(written: str, gloss: str) -> bool:
    return written == gloss and not written.islower()


def _chunks(unit: Unit, shown: Callable[[TermMatch], bool]) -> Iterator[_Chunk]:
    marked = {
        position
        for match in unit.terms
        if shown(match)
        for span in match.source
        for position in range(span.start, span.end)
    }
    for found in re.finditer(r"\S+", unit.source):
        start, end = found.span()
        yield _Chunk(safe(found[0]), _PLAIN if marked.isdisjoint(range(start, end)) else _TERM, start, end)


_PLAIN: frozenset[Role] = frozenset()
_TERM = frozenset((Role.TERM,))
_NOTE = frozenset((Role.NOTE,))


def _rows(line: list[_Pair], tone: frozenset[Role]) -> Iterator[Row]:
    above: list[Run] = []
    below: list[str] = []
    for pair in line:
        if above:
            above.append(Run(" ", 1))
            below.append(" ")
        for number, chunk in enumerate(pair.above):
            if number:
                above.append(Run(" ", 1))
            width = cell_width(chunk.drawn)
            above.append(Run(chunk.drawn, width, tone | chunk.roles, Side.SOURCE, pair.unit, chunk.start, chunk.end))
        pad = pair.width - pair.length
        above.append(Run(" " * pad, pad))
        below.append(pair.below + " " * (pair.width - cell_width(pair.below)))
    yield Row((tuple([run for run in above if run.text]),))
    if glosses := "".join(below).rstrip():
        yield Row(((Run(glosses, cell_width(glosses), _NOTE),),))
