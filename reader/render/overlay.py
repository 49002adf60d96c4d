"""Laying a cursor, a linked word or a search hit over rows that are already cut, without cutting them anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.render.cells import EVEN, cell_width, cells
from reader.render.rows import Role, Run, Side


class Mark(NamedTuple):
    """Characters of one side of a unit, and what they are now."""

    unit: int
    side: Side
    start: int
    end: int
    role: Role


def overlaid(runs: Sequence[Run], marks: Sequence[Mark], text_of: Callable[[int, Side], str]) -> tuple[Run, ...]:
    """The runs, split where a mark begins or ends, with the marks' roles added; widths stay as they are.

    `text_of` gives the text that a unit's offsets count in: needed where what is drawn is not what was written.
    """
    return tuple(piece for run in runs for piece in _marked(run, marks, text_of))


def _marked(run: Run, marks: Sequence[Mark], text_of: Callable[[int, Side], str]) -> Iterator[Run]:
    own = [
        mark
        for mark in marks
        if mark.unit == run.unit and mark.side is run.side and mark.start < run.end and run.start < mark.end
    ]
    if not own:
        yield run
        return
    borders = sorted({run.start, run.end, *(b for m in own for b in (m.start, m.end) if run.start < b < run.end)})
    for piece in _split(run, borders, text_of):
        roles = {mark.role for mark in own if mark.start < piece.end and piece.start < mark.end}
        yield piece._replace(roles=piece.roles | roles) if roles else piece


def _split(run: Run, borders: Sequence[int], text_of: Callable[[int, Side], str]) -> Iterator[Run]:
    if len(run.text) == run.end - run.start == run.width:  # one character, one cell: nearly always
        for start, end in pairwise(borders):
            text = run.text[start - run.start : end - run.start]
            yield run._replace(text=text, width=len(text), start=start, end=end)
        return
    written = text_of(run.unit, run.side)[run.start : run.end]
    place, index = run.start, 1
    drawn, from_ = "", run.start
    for cell in cells(written):
        drawn += cell.drawn
        place += cell.length
        if place >= borders[index]:  # a border inside a cluster moves to its end
            yield run._replace(text=drawn, width=cell_width(drawn), start=from_, end=place)
            drawn, from_ = "", place
            while index < len(borders) - 1 and place >= borders[index]:
                index += 1
    if drawn:
        yield run._replace(text=drawn, width=cell_width(drawn), start=from_, end=place)


_LETTER = re.compile("[^ ]")


def covered(run: Run) -> Run:
    """The run as long as its text is hidden: dots where words are, so that nothing moves when it is shown."""
    if EVEN.fullmatch(run.text):
        dots = _LETTER.sub("·", run.text)
    else:
        dots = "".join(" " if cell.drawn == " " else "·" * cell.width for cell in cells(run.text))
    return run._replace(text=dots, roles=frozenset((Role.HIDDEN,)))
