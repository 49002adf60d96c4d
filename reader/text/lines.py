"""Which lines of a text belong together: the spans of its paragraphs, before anyone asks what they are.

A blank line parts paragraphs. A text without blank lines has one paragraph per line, unless its lines look
hard-wrapped. Lines are those of `str.splitlines`: LF, CR, CRLF, FF, VT, NEL, U+2028, U+2029 end them.
"""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reader.model import Span

BLANK = (
    " \t\n\r\f\v\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u202f\u2028\u2029\u205f\u3000\u200b\ufeff"
    + "".join(map(chr, range(0x2000, 0x200B)))  # en quad to hair space
)
"""What a line may hold and still be blank."""
ENDED = re.compile(r"[.?!…:]['\"’”»)\]*_]*$")
"""A line that ends with a stop (and what closes behind it)."""
BULLET = re.compile(r"(?:[•·▪◦‣\u2043*+]|\d{1,3}\)|\(?[a-zæøå]\))\s+\S|\d{1,3}\.\s+(?=[^\W\d_a-zæøå]|[«\"“])")
"""A list item, by its first characters; "17. mai" and "2. verdenskrig" are none."""
DASH = re.compile(r"(?:[–—―]\s*|-\s+)(?=[\w«“\"'(…¿])")
"""A turn of speech, or an item."""
MARKDOWN = re.compile(r"#{1,6}\s+\S")
SHORT = 70
"""Characters of a line that may be a heading."""
NARROW = 50
"""Characters: a block of shorter lines is verse, an address or a list of ingredients; no one wraps prose so narrow."""
WRAPPED = 120
"""The longest line of a hard-wrapped text."""


class Line(NamedTuple):
    """One line: its place with its line end, and its text without surrounding white space."""

    span: Span
    text: str
    indent: int
    """White-space characters before the text."""
    breaks: bool
    """Ends with a form feed or a paragraph separator: the next line starts afresh."""


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Contiguous spans that make up the text; () for the empty text."""
    lines = _lines(text)
    blocks = _blocks(lines)
    if not blocks:
        return (Span(0, len(text)),) if text else ()
    starts = [0]
    for block in blocks:
        by_line = len(blocks) == 1 and len(block) > 1 and not _hard_wrapped(block)
        firsts = block if by_line else _firsts(block)
        starts += [line.span.start for line in firsts]
    starts = [0, *sorted({start for start in starts if start > blocks[0][0].span.start})]
    return tuple(Span(a, b) for a, b in pairwise([*starts, len(text)]))


def _lines(text: str) -> list[Line]:
    lines, at = [], 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip(BLANK)
        indent = len(raw) - len(raw.lstrip(BLANK)) if stripped else 0
        lines.append(Line(Span(at, at + len(raw)), stripped, indent, raw[-1:] in "\f\u2029"))
        at += len(raw)
    return lines


def _blocks(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines that are not blank."""
    blocks: list[list[Line]] = []
    fresh = True
    for line in lines:
        if line.text:
            if fresh:
                blocks.append([])
            blocks[-1].append(line)
        fresh = not line.text or line.breaks
    return blocks


def _hard_wrapped(block: list[Line]) -> bool:
    """Whether line ends are the typist's: lines of like length, most of them in mid-sentence."""
    lengths = [len(line.text) for line in block]
    full = lengths[:-1]
    if max(lengths) > WRAPPED or median(full) < 40:  # no one wraps narrower
        return False
    running = sum(not ENDED.search(line.text) for line in block[:-1])
    alike = sum(length >= 0.7 * max(lengths) for length in full)
    goes_on = sum(line.text[:1].islower() for line in block[1:])
    return running >= 0.5 * len(full) and alike >= 0.6 * len(full) and goes_on >= 0.3 * len(full)


def _firsts(block: list[Line]) -> list[Line]:
    """The lines of a block that open a paragraph."""
    width = max(len(line.text) for line in block)
    if width < NARROW:
        return block
    opening = [block[0]]
    for before, line in pairwise(block):
        if _opens(before, line, width, alone=before is opening[-1]):
            opening.append(line)
    return opening


def _opens(before: Line, line: Line, width: int, *, alone: bool) -> bool:
    """Whether a line opens a paragraph of its own; `alone`: the line before it opened one."""
    if is_item(line.text) or DASH.match(line.text) or MARKDOWN.match(line.text) or MARKDOWN.match(before.text):
        return True
    capital = not line.text[:1].islower()
    if alone and capital and is_title_like(before.text) and len(line.text) > max(SHORT * 0.6, 1.5 * len(before.text)):
        return True
    ended = ENDED.search(before.text) is not None
    if width > WRAPPED:
        return ended or capital
    return capital and ended and (len(before.text) < 0.6 * max(width, 50) or line.indent > before.indent + 1)


def is_item(line: str) -> bool:
    """Whether a line opens with a bullet or a number of a list; dashes are judged by `kinds`."""
    return BULLET.match(line) is not None


def is_title_like(line: str) -> bool:
    """Short, with letters, without a stop, comma or semicolon at its end."""
    return (
        len(line) <= SHORT + 20
        and len(line.split()) <= 12  # headlines of Norwegian papers rarely have more
        and not ENDED.search(line)
        and line[-1:] not in ",;–-"
        and any(char.isalpha() for char in line)
    )
