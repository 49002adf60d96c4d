"""Word by word: each Norwegian word with its gloss under it, as in a linguist's example.

Leipzig Glossing Rules (2015), rule 1: the gloss stands left-aligned under its word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reader.model import Block, TermMatch, Unit
from reader.render.cells import cell_width, safe
from reader.render.rows import Role, Row, Run, Side


class _Pair(NamedTuple):
    above: str
    below: str
    widths: tuple[int, int]
    """Terminal cells of the two."""
    roles: frozenset[Role]
    unit: int
    start: int
    end: int


def interlinear(
    block: Block, width: int, shown: Callable[[TermMatch], bool], tone: frozenset[Role]
) -> Iterator[Row]:
    """Two rows for each line of words; a blank gloss row is left out."""
    line: list[_Pair] = []
    used = 0
    for index, unit in enumerate(block.units):
        for pair in _pairs(unit, index, shown):
            wide = max(pair.widths)
            if line and used + 1 + wide > width:
                yield from _rows(line, tone)
                line, used = [], 0
            used += wide + (1 if line else 0)
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
    for found in re.finditer(r"\S+", unit.source):
        start, end = found.span()
        inside = " ".join([glosses[position] for position in range(start, end) if position in glosses])
        drawn = safe(found[0])
        roles = _PLAIN if marked.isdisjoint(range(start, end)) else _TERM
        yield _Pair(drawn, inside, (cell_width(drawn), cell_width(inside)), roles, index, start, end)


_PLAIN: frozenset[Role] = frozenset()
_TERM = frozenset((Role.TERM,))
_NOTE = frozenset((Role.NOTE,))


def _rows(line: list[_Pair], tone: frozenset[Role]) -> Iterator[Row]:
    above: list[Run] = []
    below: list[str] = []
    for text, gloss, (upper, lower), roles, unit, start, end in line:
        gap = max(upper, lower) - upper + 1
        above.append(Run(text, upper, tone | roles, Side.SOURCE, unit, start, end))
        above.append(Run(" " * gap, gap))
        below.append(gloss + " " * (upper + gap - lower))
    yield Row((tuple([run for run in above[:-1] if run.text]),))
    if glosses := "".join(below).rstrip():
        yield Row(((Run(glosses, cell_width(glosses), _NOTE),),))
