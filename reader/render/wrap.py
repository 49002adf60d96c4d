"""Breaking a side of a block into lines of a given width, keeping for every run the offsets it draws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from reader.render.cells import cells
from reader.render.rows import Role, Run, Side


class Piece(NamedTuple):
    """A stretch of a unit's text with the same roles, before it is broken into lines."""

    text: str
    roles: frozenset[Role]
    side: Side
    unit: int
    start: int


class _Glyph(NamedTuple):
    drawn: str
    width: int
    piece: Piece
    start: int
    end: int


def wrapped(pieces: Iterable[Piece], width: int) -> tuple[tuple[Run, ...], ...]:
    """Lines of at most `width` cells, broken at white space, and inside a word only when it is wider than a line.

    The white space at which a line breaks is not drawn; every other character is, once, in order.
    """
    lines = _lines(_words(_glyphs(pieces)), max(2, width))
    return tuple(tuple(_runs(line)) for line in lines)


def _glyphs(pieces: Iterable[Piece]) -> Iterator[_Glyph]:
    for piece in pieces:
        place = piece.start
        for cell in cells(piece.text) if piece.text else ():
            yield _Glyph(cell.drawn, cell.width, piece, place, place + cell.length)
            place += cell.length


def _words(glyphs: Iterable[_Glyph]) -> Iterator[tuple[bool, list[_Glyph]]]:
    """(is white space, glyphs), alternating."""
    for blank, group in groupby(glyphs, key=lambda glyph: glyph.drawn == " "):
        yield blank, list(group)


def _lines(words: Iterable[tuple[bool, list[_Glyph]]], width: int) -> Iterator[list[_Glyph]]:
    line: list[_Glyph] = []
    used = 0
    gap: list[_Glyph] = []
    for blank, word in words:
        if blank:
            gap = word[:1]  # runs of white space in the source are one space on the screen
            continue
        size = sum(glyph.width for glyph in word)
        if line and used + len(gap) + size > width:
            yield line
            line, used, gap = [], 0, []
        if line:
            line += gap
            used += len(gap)
        gap = []
        for glyph in word:
            if used + glyph.width > width and line:
                yield line
                line, used = [], 0
            line.append(glyph)
            used += glyph.width
    if line:
        yield line


def _runs(line: Sequence[_Glyph]) -> Iterator[Run]:
    for piece, group in groupby(line, key=lambda glyph: glyph.piece):
        glyphs = list(group)
        yield Run(
            text="".join(glyph.drawn for glyph in glyphs),
            width=sum(glyph.width for glyph in glyphs),
            roles=piece.roles,
            side=piece.side,
            unit=piece.unit,
            start=glyphs[0].start,
            end=glyphs[-1].end,
        )
