"""The text being read, as far as it is known without any English: its sentences, headings and places.

A block is made when it is looked at and kept for a while; the same index always gives an equal block, so to everyone
else a book is a value. What is made on the way to the screen is cheap: sentences without terms (0.3 ms a paragraph
where terms cost 2); terms come with `termed`, beside the screen.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from reader import pipeline
from reader.model import Block, Document, Kind, Paragraph, Span, Unit
from reader.render.layout import apart
from reader.session.place import Place

_HELD = 128
"""Blocks kept after they were looked at: about three screens of short dialogue turns on a tall terminal."""
HEADINGS = (Kind.TITLE, Kind.HEADING)


_NOTHING = Block(Paragraph(Span(0, 0), Kind.BODY), ())
"""What stands where there is no paragraph: an empty text has a cursor too."""


class Heading(NamedTuple):
    """A line of the outline."""

    paragraph: int
    title: str
    kind: Kind


class Book:
    """A document and what annotates it."""

    def __init__(self, document: Document, annotator: pipeline.Annotator) -> None:
        self.document = document
        self.annotator = annotator
        self.block = lru_cache(maxsize=_HELD)(self._block)
        self._starts: tuple[int, ...] = ()
        self._lengths: tuple[int, ...] = ()
        self._gaps = b""
        self._headings: tuple[Heading, ...] | None = None

    def __len__(self) -> int:
        return len(self.document.paragraphs)

    def _block(self, paragraph: int) -> Block:
        if not 0 <= paragraph < len(self):
            return _NOTHING
        found = pipeline.segments(self.document, paragraph)
        units = (Unit(one.text, one.span, one.kind, one.paragraph, one.sentence) for one in found)
        return Block(self.document.paragraphs[paragraph], tuple(units))

    def termed(self, paragraph: int) -> Block:
        """The paragraph with its terms, not kept: for work beside the screen."""
        return pipeline.untranslated(self.document, paragraph, self.annotator)

    def with_annotator(self, annotator: pipeline.Annotator) -> Book:
        """The same text with another glossary at work."""
        return Book(self.document, annotator)

    def annotated(self, unit: Unit) -> Unit:
        """The unit with links, terms and findings found afresh."""
        return self.annotator(unit)

    def blank(self, paragraph: int) -> bool:
        """Whether a paragraph is white space only."""
        return not self.lengths()[paragraph]

    def lengths(self) -> tuple[int, ...]:
        """The characters of each paragraph; none for one of white space only."""
        if not self._lengths:
            text = self.document.text
            spans = [paragraph.span for paragraph in self.document.paragraphs]
            blank = (text[start : start + 40].isspace() and text[start:end].isspace() for start, end in spans)
            self._lengths = tuple(
                0 if empty else end - start for (start, end), empty in zip(spans, blank, strict=True)
            )
        return self._lengths

    def gaps(self) -> bytes:
        """For each paragraph, whether an empty line stands after it (1) or not (0)."""
        if not self._gaps:
            kinds = [paragraph.kind for paragraph in self.document.paragraphs]
            found = bytearray(len(kinds))
            after: Kind | None = None
            for index in range(len(kinds) - 1, -1, -1):
                if not self.blank(index):
                    found[index] = after is None or apart(kinds[index], after)
                    after = kinds[index]
            self._gaps = bytes(found)
        return self._gaps

    def headings(self) -> tuple[Heading, ...]:
        """The outline."""
        if self._headings is None:
            text = self.document.text
            self._headings = tuple(
                Heading(index, " ".join(paragraph.span.of(text).split()), paragraph.kind)
                for index, paragraph in enumerate(self.document.paragraphs)
                if paragraph.kind in HEADINGS
            )
        return self._headings

    def paragraph_at(self, offset: int) -> int:
        """The paragraph that holds a character of the document."""
        if not self._starts:
            self._starts = tuple(paragraph.span.start for paragraph in self.document.paragraphs)
        return max(0, bisect_right(self._starts, offset) - 1)

    def around(self, paragraph: int, before: int, after: int) -> range:
        """The paragraph and those that hold so many characters before it and after it."""
        if not len(self):
            return range(0)
        start, end = self.document.paragraphs[min(max(paragraph, 0), len(self) - 1)].span
        return range(self.paragraph_at(start - before), self.paragraph_at(end + after) + 1)

    def place_at(self, offset: int) -> Place:
        """The sentence that holds a character, or the last one before it."""
        paragraph = self.paragraph_at(offset)
        units = self.block(paragraph).units
        return Place(paragraph, max((unit.sentence for unit in units if unit.span.start <= offset), default=0))

    def share(self, paragraph: int) -> float:
        """How much of the text lies before a paragraph, 0–1."""
        total = len(self.document.text)
        return self.document.paragraphs[paragraph].span.start / total if total else 0.0
