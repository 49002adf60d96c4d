"""From one place to another: by sentence, paragraph, heading, word, term or finding. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reader.model import Block, TermMatch, Unit
from reader.render.rows import Side
from reader.session import words
from reader.session.book import Book
from reader.session.place import Place

Wanted = Callable[[TermMatch], bool]


class Found(NamedTuple):
    """A term that a cursor can go to."""

    place: Place
    word: int | None
    """Its first word; None: the terms of this paragraph are not known yet, and the next one may be here."""


class Ground:
    """The text with the English that has come so far: where a cursor can stand."""

    def __init__(self, book: Book, blocks: Mapping[int, Block], meanwhile: Mapping[int, Block]) -> None:
        self._book = book
        self._blocks = blocks
        self._meanwhile = meanwhile

    def block(self, paragraph: int) -> Block:
        """A paragraph as it is known now."""
        return self._blocks.get(paragraph) or self._meanwhile.get(paragraph) or self._book.block(paragraph)

    def units(self, paragraph: int) -> tuple[Unit, ...]:
        """The units of a paragraph; none where there is no paragraph."""
        return self.block(paragraph).units

    def unit(self, place: Place) -> Unit | None:
        """The unit that a sentence belongs to: several sentences may share one."""
        return next((unit for unit in reversed(self.units(place.paragraph)) if unit.sentence <= place.sentence), None)

    def snapped(self, place: Place) -> Place:
        """The nearest place where a unit begins, or the beginning when the text has none."""
        last = len(self._book) - 1
        paragraph = min(max(place.paragraph, 0), max(last, 0))
        for index in (*range(paragraph, last + 1), *range(paragraph - 1, -1, -1)):
            if self._book.blank(index):
                continue
            units = self.units(index)
            if not units:
                continue
            if index != place.paragraph:
                return Place(index, units[0].sentence if index > place.paragraph else units[-1].sentence)
            at = max((unit.sentence for unit in units if unit.sentence <= place.sentence), default=units[0].sentence)
            return Place(index, at)
        return Place()

    def stepped(self, place: Place, count: int) -> Place:
        """`count` units on (or back), stopping at the ends of the text."""
        here = self.snapped(place)
        for _ in range(abs(count)):
            following = next(self._onward(here, 1 if count > 0 else -1), None)
            if following is None:
                break
            here = Place(following.paragraph, following.sentence)
        return here

    def paragraph(self, place: Place, count: int) -> Place:
        """The beginning of a paragraph `count` further; going back, first the beginning of this one."""
        here = self.snapped(place)
        step = 1 if count > 0 else -1
        for number in range(abs(count)):
            first = min((unit.sentence for unit in self.units(here.paragraph)), default=here.sentence)
            if step < 0 and number == 0 and here.sentence > first:
                here = Place(here.paragraph, first)
                continue
            index = here.paragraph + step
            while 0 <= index < len(self._book) and self._book.blank(index):
                index += step
            if not 0 <= index < len(self._book):
                break
            units = self.units(index)
            if units:
                here = Place(index, units[0].sentence)
        return here

    def unit_where(self, place: Place, step: int, wanted: Callable[[Unit], bool]) -> Place | None:
        """The next unit for which `wanted` holds, looking only where English has come."""
        for index in self._indexes(place.paragraph, step):
            for unit in self._blocks[index].units[::step] if index in self._blocks else ():
                here = Place(index, unit.sentence)
                if ((here > place) if step > 0 else (here < place)) and wanted(unit):
                    return here
        return None

    def term(self, place: Place, word: int | None, step: int, wanted: Wanted) -> Found | None:
        """The next term, from a word on: as far as terms are known."""
        for index in self._indexes(place.paragraph, step):
            if index not in self._blocks and index not in self._meanwhile:
                return Found(Place(index), None)
            if found := term_in(self.units(index), place, word, step, wanted):
                return found
        return None

    def _indexes(self, paragraph: int, step: int) -> Iterator[int]:
        """This paragraph and those after (or before) it that have words."""
        count = len(self._book)
        found = range(paragraph, count if step > 0 else -1, step) if count else ()
        return (index for index in found if not self._book.blank(index))

    def _onward(self, place: Place, step: int) -> Iterator[Unit]:
        """The units after (or before) a place, in that order."""
        for index in self._indexes(place.paragraph, step):
            for unit in self.units(index)[::step]:
                here = Place(index, unit.sentence)
                if (here > place) if step > 0 else (here < place):
                    yield unit


def term_in(units: Sequence[Unit], place: Place, word: int | None, step: int, wanted: Wanted) -> Found | None:
    """The first term of a paragraph after a place, or the last before it."""
    for unit in units[::step]:
        here = Place(unit.paragraph, unit.sentence)
        if (here < place) if step > 0 else (here > place):
            continue
        for match in (match for match in unit.terms[::step] if wanted(match)):
            first = words.word_at(unit, Side.SOURCE, match.start)
            if first is None or (here == place and not _beyond(first, word, step)):
                continue
            return Found(here, first)
    return None


def _beyond(first: int, word: int | None, step: int) -> bool:
    """Whether a word of the sentence being read lies ahead: all do on the way on when no word is looked at."""
    if word is None:
        return step > 0
    return first > word if step > 0 else first < word
