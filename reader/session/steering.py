"""Getting about in a text: by sentence, paragraph, heading, word, term or finding, and back again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from reader.model import Block
from reader.render.rows import Side
from reader.session import words
from reader.session.moving import Found, term_in
from reader.session.place import History, Place
from reader.session.searching import Search
from reader.session.state import State

KEPT = 40_000
"""Characters of the text before the cursor, and after it, whose paragraphs are kept; those further away are let go and
asked for again. (Terms and links take some 80 bytes a character.)"""


@dataclass(frozen=True, slots=True)
class Steering(State):
    """A state, and where one can go from it."""

    def at(self, place: Place) -> Self:
        """Reading on at `place`, or the nearest one that there is."""
        there = self.ground.snapped(place)
        if there == self.place and self.cursor.word is None:
            return self
        return replace(self, cursor=self.cursor.at(there), reveal=self.reveal.reached(there))

    def jumped(self, place: Place) -> Self:
        """Elsewhere in the text; `returned` leads back."""
        there = self.ground.snapped(place)
        if there == self.place:
            return replace(self, cursor=self.cursor.at(there))
        return replace(self, cursor=self.cursor.at(there), history=self.history.left(self.place))

    def moved(self, count: int) -> Self:
        """`count` sentences on, or back."""
        return self.at(self.ground.stepped(self.place, count))

    def moved_by_paragraph(self, count: int) -> Self:
        return self.at(self.ground.paragraph(self.place, count))

    def moved_by_section(self, step: int) -> Self:
        """The next heading, or the one before."""
        here = self.place.paragraph
        found = [heading.paragraph for heading in self.book.headings()]
        ahead = [p for p in found if p > here] if step > 0 else [p for p in found[::-1] if p < here]
        none = "No heading further on." if step > 0 else "No heading before."
        return self.jumped(Place(ahead[0])) if ahead else self.told(none)

    def moved_by_term(self, step: int) -> Self:
        """The next term; where terms are not known yet, it is to be looked for (`jobs.term`)."""
        found = self.ground.term(self.place, self.cursor.word, step, self.marks_term)
        if found is not None and found.word is None:
            return replace(self, seeking=step, said="Looking for the next term …")
        return self._on_term(found, step)

    def sought(self, block: Block | None, step: int) -> Self:
        """On the next term, which was found in a paragraph elsewhere; None: there is none."""
        units = block.units if block else ()
        found = term_in(units, self.place, self.cursor.word, step, self.marks_term)
        known = self.termed({units[0].paragraph: block}) if block and units else self
        return known._on_term(found, step)

    def _on_term(self, found: Found | None, step: int) -> Self:
        if found is None or found.word is None:
            return self.told("No term further on." if step > 0 else "No term before.")
        moved = self if found.place == self.place else self.at(found.place)
        return replace(moved, cursor=moved.cursor.on(found.word, Side.SOURCE), seeking=0)

    def moved_by_term_here(self) -> Self:
        """The word cursor on the sentence's first highlighted term, if it has one, or else on its first word."""
        unit, term = self.unit, self.term
        if unit is None:
            return self
        word = words.word_at(unit, Side.SOURCE, term.start if term else 0)
        return self if word is None else replace(self, cursor=self.cursor.on(word, Side.SOURCE))

    def moved_by_finding(self, step: int = 1) -> Self:
        place = self.ground.unit_where(self.place, step, lambda unit: bool(unit.findings))
        return self.jumped(place) if place else self.told("No finding further on, as far as the English has come.")

    def moved_by_word(self, count: int) -> Self:
        """The word cursor, across sentences when it comes to an end."""
        unit = self.unit
        if unit is None:
            return self
        side, last = self.cursor.side, len(words.spans(unit, self.cursor.side)) - 1
        here = self.cursor.word
        there = (0 if count > 0 else last) if here is None else here + count
        if 0 <= there <= last:
            return replace(self, cursor=self.cursor.on(there, side))
        further = self.moved(1 if count > 0 else -1)
        if further.place == self.place or further.unit is None:
            return self
        end = 0 if count > 0 else max(0, len(words.spans(further.unit, side)) - 1)
        return replace(further, cursor=further.cursor.on(end, side))

    def on_word(self, place: Place, side: Side, offset: int) -> Self:
        """The word at a character, as when it was clicked."""
        moved = self.at(place)
        unit = moved.unit
        word = words.word_at(unit, side, offset) if unit else None
        return moved if word is None else replace(moved, cursor=moved.cursor.on(word, side))

    def crossed(self) -> Self:
        """The word cursor on the other side, on the words that say the same."""
        unit = self.unit
        if unit is None:
            return self
        other = Side.TARGET if self.cursor.side is Side.SOURCE else Side.SOURCE
        if not words.spans(unit, other):
            return self.told("There is no English here yet.")
        found = words.partners(unit, self.cursor.side, self.cursor.word or 0)
        word = words.word_at(unit, other, found[0].start) if found else 0
        return replace(self, cursor=self.cursor.on(word or 0, other))

    def lifted(self) -> Self:
        """From a word back to the sentence; then the search and the panel are put away."""
        if self.cursor.word is not None:
            return replace(self, cursor=self.cursor.at(self.place))
        return replace(self, panel=False) if self.panel else replace(self, search=Search())

    def returned(self) -> Self:
        step = self.history.returned(self.place)
        return self._gone(step) if step else self.told("Nowhere to go back to.")

    def advanced(self) -> Self:
        step = self.history.advanced(self.place)
        return self._gone(step) if step else self.told("Nowhere to go forward to.")

    def _gone(self, step: tuple[History, Place]) -> Self:
        history, place = step
        return replace(self, cursor=self.cursor.at(self.ground.snapped(place)), history=history)

    def termed(self, blocks: Mapping[int, Block]) -> Self:
        """With the terms of paragraphs whose English has not come yet."""
        known = {index: block for index, block in blocks.items() if index not in self.blocks}
        return replace(self, meanwhile=self._near({**known, **self.meanwhile}))._settled()

    def _near(self, blocks: Mapping[int, Block]) -> Mapping[int, Block]:
        kept = self.book.around(self.place.paragraph, KEPT, KEPT)
        return {index: block for index, block in blocks.items() if index in kept}

    def told(self, line: str) -> Self:
        """With a line to the reader."""
        return replace(self, said=line)

    def _settled(self) -> Self:
        """After the text under the cursor changed: on a sentence, and on a word only if it is still there."""
        place, word = self.ground.snapped(self.place), self.cursor.word
        unit = self.ground.unit(place)
        if word is not None and (unit is None or word >= len(words.spans(unit, self.cursor.side))):
            word = None
        side = Side.SOURCE if word is None else self.cursor.side
        cursor = replace(self.cursor, place=place, word=word, side=side)
        return self if cursor == self.cursor else replace(self, cursor=cursor)
