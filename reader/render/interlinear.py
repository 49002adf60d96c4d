"""Word by word: each Norwegian word with its gloss under it, as in a linguist's example.

Leipzig Glossing Rules (2015), rule 1: the gloss stands left-aligned under its word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.model import Block, Span, TermMatch, Unit
from reader.render.cells import cell_width, cells
from reader.render.rows import Role, Row, Run, Side


class _Pair(NamedTuple):
    above: str
    below: str
    roles: frozenset[Role]
    unit: int
    start: int
    end: int

    @property
    def width(self) -> int:
        return max(cell_width(self.above), cell_width(self.below))


def interlinear(
    block: Block, width: int, shown: Callable[[TermMatch], bool], tone: frozenset[Role]
) -> Iterator[Row]:
    """Two rows for each line of words; a blank gloss row is left out."""
    line: list[_Pair] = []
    used = 0
    for index, unit in enumerate(block.units):
        for pair in _pairs(unit, index, shown):
            if line and used + 1 + pair.width > width:
                yield from _rows(line, tone)
                line, used = [], 0
            used += pair.width + (1 if line else 0)
            line.append(pair)
    if line:
        yield from _rows(line, tone)


def _pairs(unit: Unit, index: int, shown: Callable[[TermMatch], bool]) -> Iterator[_Pair]:
    """White-space separated chunks of the source; the gloss of a term stands under its first word."""
    glosses: dict[int, str] = {}
    marked: set[int] = set()
    for match in unit.terms:
        glosses.setdefault(match.start, match.entry.gloss)
        if shown(match):
            marked.update(position for span in match.source for position in range(span.start, span.end))
    for chunk in (Span(*found.span()) for found in re.finditer(r"\S+", unit.source)):
        inside = [glosses[position] for position in range(chunk.start, chunk.end) if position in glosses]
        roles = frozenset((Role.TERM,)) if any(p in marked for p in range(chunk.start, chunk.end)) else frozenset()
        drawn = "".join(cell.drawn for cell in cells(chunk.of(unit.source)))
        yield _Pair(drawn, " ".join(inside), roles, index, chunk.start, chunk.end)


def _rows(line: list[_Pair], tone: frozenset[Role]) -> Iterator[Row]:
    above: list[Run] = []
    below: list[Run] = []
    for pair in line:
        if above:
            above.append(Run(" ", 1))
            below.append(Run(" ", 1))
        pad = pair.width - cell_width(pair.above)
        above.append(
            Run(pair.above, pair.width - pad, tone | pair.roles, Side.SOURCE, pair.unit, pair.start, pair.end)
        )
        above.append(Run(" " * pad, pad))
        missing = pair.width - cell_width(pair.below)
        below.append(Run(pair.below + " " * missing, pair.width, frozenset((Role.NOTE,))))
    yield Row((tuple(run for run in above if run.text),))
    if any(pair.below for pair in line):
        yield Row((tuple(below),))
