"""Finding words in either column: plain, by pattern, or by lemma."""

from __future__ import annotations

import re
import time
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby, islice
from typing import NamedTuple

from reader.errors import ReaderError
from reader.model import Block, Span
from reader.render.rows import Side
from reader.session.book import Book

Finder = Callable[[str], Iterator[Span]]
"""The finds in a text, in order, none of them empty."""


class Manner(StrEnum):
    """How a query is understood."""

    PLAIN = "plain"
    REGEX = "regex"
    LEMMA = "lemma"
    """Every form of the word: "fornuft" finds "fornuften"."""


class SearchError(ReaderError):
    """A pattern that cannot be searched for."""


class Hit(NamedTuple):
    """One find. Ordered as they are stepped through: by paragraph, its Norwegian first."""

    paragraph: int
    english: bool
    sentence: int
    """Of the English; of the Norwegian, nought: which sentence it is in is found when the reader goes there."""
    span: Span
    """Norwegian: offsets in the document; English: in the unit's target."""

    @property
    def side(self) -> Side:
        return Side.TARGET if self.english else Side.SOURCE


@dataclass(frozen=True, slots=True)
class Search:
    """A query and what it found."""

    query: str = ""
    manner: Manner = Manner.PLAIN
    hits: tuple[Hit, ...] = ()
    current: int = -1
    by_paragraph: Mapping[int, tuple[Hit, ...]] | None = None
    """The same hits, for drawing."""
    clipped: bool = False
    """There are more than MOST."""
    english: frozenset[int] = frozenset()
    """Paragraphs whose English was looked through: it comes while one reads."""
    of: int = 0
    """How many paragraphs there are to look through."""
    find: Finder | None = field(default=None, compare=False, repr=False)

    @property
    def hit(self) -> Hit | None:
        """The find that the reader is on."""
        return self.hits[self.current] if 0 <= self.current < len(self.hits) else None

    def in_paragraph(self, paragraph: int) -> tuple[Hit, ...]:
        return self.by_paragraph.get(paragraph, ()) if self.by_paragraph else ()

    def stepped(self, step: int) -> Search:
        """The next hit, or the one before; around the end."""
        return replace(self, current=(self.current + step) % len(self.hits)) if self.hits else self

    def from_(self, paragraph: int, offset: int, step: int) -> Search:
        """The next hit (or the one before) from a character of the document, where the reader is now."""
        after = bisect_left(self.hits, Hit(paragraph, False, 0, Span(offset, offset)))
        return replace(self, current=after - 1 if step > 0 else after).stepped(step)

    @property
    def status(self) -> str:
        """ "3/14 fornuft" """
        if not self.query:
            return ""
        if not self.hits:
            return f"nothing found: {self.query}{self._so_far}"
        return f"{self.current + 1}/{len(self.hits)}{'+' if self.clipped else ''} {self.query}{self._so_far}"

    @property
    def _so_far(self) -> str:
        """What of the English was not looked through, because it has not come yet."""
        return f" (English of {len(self.english)} of {self.of} §)" if len(self.english) < self.of else ""

    def with_english(self, blocks: Mapping[int, Block]) -> Search:
        """With the hits in English that has come since; the find that the reader is on stays."""
        fresh = {index: block for index, block in blocks.items() if index not in self.english}
        if self.find is None or not fresh:
            return self
        looked = replace(self, english=self.english | set(fresh))
        try:
            more = [] if self.clipped else list(_english(fresh, self.find))
        except TimeoutError:  # a pattern that was quick in the Norwegian
            return replace(looked, find=None)
        if not more:
            return looked
        hits = tuple(sorted((*self.hits, *more)))
        current = hits.index(self.hit) if self.hit else -1
        return replace(looked, hits=hits, current=current, by_paragraph=_grouped(hits))


MOST = 20_000
"""Hits kept: nobody steps through more."""
PATIENCE = 0.5
"""Seconds that a pattern may take: "(a+)+b" would otherwise never end."""


def searched(book: Book, blocks: Mapping[int, Block], query: str, manner: Manner) -> Search:
    """The hits of a query in the Norwegian of the whole text and in the English that has come so far.

    Capitals count only when the query has one. Raises SearchError for a broken or endless pattern.
    """
    if not query:
        return Search()
    find = _finder(book, query, manner)
    try:
        found = sorted((*_norwegian(book, find), *_english(blocks, find)))
    except TimeoutError as error:
        raise SearchError(f"'{query}' takes too long to search for.", hint="Use a simpler pattern.") from error
    hits = tuple(found[:MOST])
    words = len(book) - book.lengths().count(0)
    return Search(query, manner, hits, -1, _grouped(hits), len(found) >= MOST, frozenset(blocks), words, find)


def _grouped(hits: Iterable[Hit]) -> Mapping[int, tuple[Hit, ...]]:
    return {paragraph: tuple(group) for paragraph, group in groupby(hits, key=lambda hit: hit.paragraph)}


def _finder(book: Book, query: str, manner: Manner) -> Finder:
    match manner:
        case Manner.PLAIN:
            source = r"\s+".join(re.escape(word) for word in query.split()) or re.escape(query)
        case Manner.REGEX:
            return _patient(query)
        case Manner.LEMMA:
            forms = sorted(forms_of(book, query), key=len, reverse=True)
            source = rf"\b(?:{'|'.join(re.escape(form) for form in forms)})\b"
    pattern = re.compile(source, re.IGNORECASE if manner is Manner.LEMMA or query == query.lower() else re.NOFLAG)
    return lambda text: (Span(*match.span()) for match in pattern.finditer(text))


def _patient(query: str) -> Finder:
    """A pattern as the reader typed it, given up after PATIENCE: `re` cannot be interrupted, `regex` can."""
    import regex  # type: ignore[import-untyped]

    try:
        pattern = regex.compile(query, regex.IGNORECASE if query == query.lower() else 0)
    except regex.error as error:
        raise SearchError(f"'{query}' is no pattern: {error.msg}.", hint="Look for it as plain text.") from error

    def find(text: str) -> Iterator[Span]:
        end = time.monotonic() + PATIENCE
        for match in pattern.finditer(text, timeout=max(0.001, end - time.monotonic())):
            if match.end() > match.start():
                yield Span(*match.span())

    return find


def forms_of(book: Book, query: str) -> frozenset[str]:
    """The words of the text that share a lemma with the query, folded."""
    from reader.text.analysis import analyses

    language = book.document.language
    wanted = {reading.lemma for reading in analyses(query, language)} | {query.lower()}
    # An inflected form keeps its first letter; only those of the text's words that do are looked up.
    present = {word.lower() for word in re.findall(rf"(?i)\b[{re.escape(query[:1])}]\w*", book.document.text)}
    kin = {word for word in present if wanted & {reading.lemma for reading in analyses(word, language)}}
    return frozenset(kin | {query.lower()})


def _norwegian(book: Book, find: Finder) -> Iterator[Hit]:
    paragraph, end = 0, 0
    for span in islice(find(book.document.text), MOST):
        if span.start >= end:
            paragraph = book.paragraph_at(span.start)
            end = book.document.paragraphs[paragraph].span.end
        yield Hit(paragraph, False, 0, span)


def _english(blocks: Mapping[int, Block], find: Finder) -> Iterator[Hit]:
    for index, block in blocks.items():
        for unit in block.units:
            for span in find(unit.target):
                yield Hit(index, True, unit.sentence, span)
