"""From one place to another: by sentence, paragraph, heading, word, term or finding. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reader.model import Block, TermMatch, Unit
from reader.render.rows import Side
from reader.session import words
from reader.session.book import Book
from reader.session.place import Place

FAR = 2_000
"""Paragraphs looked through for the next term before giving up: a key press must not read a whole book."""


class Ground:
    """The text with the English that has come so far: where a cursor can stand."""

    def __init__(self, book: Book, blocks: Mapping[int, Block]) -> None:
        self._book = book
        self._blocks = blocks

    def units(self, paragraph: int) -> tuple[Unit, ...]:
        """The units of a paragraph; none where there is no paragraph."""
        return (self._blocks.get(paragraph) or self._book.block(paragraph)).units

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
        for unit in self._onward(place, step, known=True):
            if wanted(unit):
                return Place(unit.paragraph, unit.sentence)
        return None

    def term(
        self, place: Place, word: int | None, step: int, wanted: Callable[[TermMatch], bool]
    ) -> tuple[Place, int] | None:
        """The next term and its first word, from a word on."""
        unit = self.unit(place)
        if unit is None:
            return None
        for match in _in_order(unit, step, wanted):
            first = words.word_at(unit, Side.SOURCE, match.start)
            if first is None:
                continue
            if word is None and step > 0:
                return place, first
            if word is not None and (first > word if step > 0 else first < word):
                return place, first
        for other in self._onward(place, step):
            for match in _in_order(other, step, wanted):
                first = words.word_at(other, Side.SOURCE, match.start)
                if first is not None:
                    return Place(other.paragraph, other.sentence), first
        return None

    def _onward(self, place: Place, step: int, *, known: bool = False) -> Iterator[Unit]:
        """The units after (or before) a place, in that order, not further than FAR paragraphs."""
        if not len(self._book):
            return
        end = len(self._book) if step > 0 else -1
        for index in range(place.paragraph, end, step)[: FAR if not known else None]:
            if self._book.blank(index) or (known and index not in self._blocks):
                continue
            for unit in self.units(index)[::step]:
                here = Place(index, unit.sentence)
                if (here > place) if step > 0 else (here < place):
                    yield unit


def _in_order(unit: Unit, step: int, wanted: Callable[[TermMatch], bool]) -> list[TermMatch]:
    return [match for match in unit.terms[::step] if wanted(match)]
