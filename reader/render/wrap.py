"""Breaking a side of a block into lines of a given width, keeping for every run the offsets it draws."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reader.render.cells import EVENLY, cells
from reader.render.rows import Role, Run, Side


class Piece(NamedTuple):
    """A stretch of a unit's text with the same roles, before it is broken into lines."""

    text: str
    roles: frozenset[Role]
    side: Side
    unit: int
    start: int


class _Part(NamedTuple):
    """White space, or what stands between white space, as far as one piece goes."""

    drawn: str
    width: int
    piece: Piece
    start: int
    end: int


_PLAIN = re.compile(rf"[\s{EVENLY}]*")
"""Text whose characters are drawn as they are, one cell each, with white space of any kind."""
_SPACE = re.compile(r"\s")
_GAP = re.compile(r"\s\s")
_PARTS = re.compile(r"(\s+)|\S+")


def wrapped(pieces: Iterable[Piece], width: int) -> tuple[tuple[Run, ...], ...]:
    """Lines of at most `width` cells, broken at white space, and inside a word only when it is wider than a line.

    The white space at which a line breaks is not drawn; every other character is, once, in order.
    """
    given, width = [piece for piece in pieces if piece.text], max(2, width)
    whole = "".join([piece.text for piece in given])
    if _PLAIN.fullmatch(whole) and not _GAP.search(whole):
        return tuple(_even(given, _SPACE.sub(" ", whole), width))
    return general(given, width)


def general(pieces: Iterable[Piece], width: int) -> tuple[tuple[Run, ...], ...]:
    """The same for any text, part by part."""
    return tuple(tuple(_runs(line)) for line in _lines(_words(part for p in pieces for part in _parts(p)), width))


def _even(pieces: Sequence[Piece], whole: str, width: int) -> Iterator[tuple[Run, ...]]:
    """The same, five times faster, where every character is one cell and every white space is single."""
    place, size = len(whole) - len(whole.lstrip()), len(whole.rstrip())
    number, begun = 0, 0  # the piece at `place`, and where it begins
    while place < size:
        end = size
        if size - place > width:
            gap = whole.rfind(" ", place, place + width + 1)
            end = gap if gap > place else place + width
        line: list[Run] = []
        at = place
        while at < end:
            piece = pieces[number]
            after = begun + len(piece.text)
            if after <= at:
                number, begun = number + 1, after
                continue
            to, by = min(after, end), piece.start - begun
            line.append(Run(whole[at:to], to - at, piece.roles, piece.side, piece.unit, at + by, to + by))
            at = to
        yield tuple(line)
        place = end + (whole[end : end + 1] == " ")


def _parts(piece: Piece) -> Iterator[_Part]:
    if not _PLAIN.fullmatch(piece.text):
        yield from _glyphs(piece)
        return
    start = piece.start
    for found in _PARTS.finditer(piece.text):
        begin, end = found.span()
        if found[1]:
            yield _Part(" ", 1, piece, start + begin, start + begin + 1)
        else:
            yield _Part(found[0], end - begin, piece, start + begin, start + end)


def _glyphs(piece: Piece) -> Iterator[_Part]:
    """One part for each grapheme."""
    place = piece.start
    for cell in cells(piece.text):
        yield _Part(cell.drawn, cell.width, piece, place, place + cell.length)
        place += cell.length


def _words(parts: Iterable[_Part]) -> Iterator[tuple[_Part | None, list[_Part]]]:
    """(the white space before it, a word): its parts may lie in several pieces."""
    gap: _Part | None = None
    word: list[_Part] = []
    for part in parts:
        if part.drawn != " ":
            word.append(part)
            continue
        if word:
            yield gap, word
            gap, word = None, []
        gap = gap or part  # runs of white space in the source are one space on the screen
    if word:
        yield gap, word


def _lines(words: Iterable[tuple[_Part | None, list[_Part]]], width: int) -> Iterator[list[_Part]]:
    line: list[_Part] = []
    used = 0
    for gap, word in words:
        size = sum([part.width for part in word])
        if line and used + (gap is not None) + size > width:
            yield line
            line, used = [], 0
        elif line and gap is not None:
            line.append(gap)
            used += 1
        if used + size <= width:
            line += word
            used += size
            continue
        for glyph in (glyph for part in word for glyph in _exploded(part)):
            if used + glyph.width > width and line:
                yield line
                line, used = [], 0
            line.append(glyph)
            used += glyph.width
    if line:
        yield line


def _exploded(part: _Part) -> Iterator[_Part]:
    """A part of several graphemes, one by one; only plain text has such parts."""
    if part.end - part.start == 1 or not _PLAIN.fullmatch(part.drawn):
        yield part
        return
    for place, char in enumerate(part.drawn, part.start):
        yield _Part(char, 1, part.piece, place, place + 1)


def _runs(line: Sequence[_Part]) -> Iterator[Run]:
    """Neighbours of the same piece as one run."""
    first = 0
    for index in range(1, len(line) + 1):
        if index == len(line) or line[index].piece is not line[first].piece:
            parts = line[first:index]
            piece = parts[0].piece
            yield Run(
                "".join([part.drawn for part in parts]),
                sum([part.width for part in parts]),
                piece.roles,
                piece.side,
                piece.unit,
                parts[0].start,
                parts[-1].end,
            )
            first = index
