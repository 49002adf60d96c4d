"""Every action of the reader: a transition of the session to another. None of them touches the disk or the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reader.model import Block, Origin, Unit
from reader.render.layout import Mode
from reader.render.rows import Side
from reader.session import words
from reader.session.book import Book
from reader.session.lists import Lists
from reader.session.place import History, Place
from reader.session.reveal import Reveal
from reader.session.searching import Manner, Search, searched
from reader.session.state import State

KEPT = 240
"""Paragraphs of English kept around the cursor; those further away are let go and asked for again."""


@dataclass(frozen=True, slots=True)
class Session(State):
    """A text being read. Transitions are past participles."""

    # -- moving --------------------------------------------------------------------------------------------------------

    def at(self, place: Place) -> Session:
        """Reading on at `place`, or the nearest one that there is."""
        there = self.ground.snapped(place)
        if there == self.place and self.cursor.word is None:
            return self
        return replace(self, cursor=self.cursor.at(there), reveal=self.reveal.reached(there))

    def jumped(self, place: Place) -> Session:
        """Elsewhere in the text; `returned` leads back."""
        there = self.ground.snapped(place)
        if there == self.place:
            return replace(self, cursor=self.cursor.at(there))
        return replace(self, cursor=self.cursor.at(there), history=self.history.left(self.place))

    def moved(self, count: int) -> Session:
        """`count` sentences on, or back."""
        return self.at(self.ground.stepped(self.place, count))

    def moved_by_paragraph(self, count: int) -> Session:
        return self.at(self.ground.paragraph(self.place, count))

    def moved_by_section(self, step: int) -> Session:
        """The next heading, or the one before."""
        here = self.place.paragraph
        found = [heading.paragraph for heading in self.book.headings()]
        ahead = [p for p in found if p > here] if step > 0 else [p for p in found[::-1] if p < here]
        none = "No heading further on." if step > 0 else "No heading before."
        return self.jumped(Place(ahead[0])) if ahead else self.told(none)

    def moved_by_term(self, step: int) -> Session:
        found = self.ground.term(self.place, self.cursor.word, step, self.marks_term)
        if found is None:
            return self.told("No term further on." if step > 0 else "No term before.")
        place, word = found
        moved = self if place == self.place else self.at(place)
        return replace(moved, cursor=moved.cursor.on(word, Side.SOURCE))

    def moved_by_term_here(self) -> Session:
        """The word cursor on the sentence's first highlighted term, if it has one, or else on its first word."""
        unit, term = self.unit, self.term
        if unit is None:
            return self
        word = words.word_at(unit, Side.SOURCE, term.start if term else 0)
        return self if word is None else replace(self, cursor=self.cursor.on(word, Side.SOURCE))

    def moved_by_finding(self, step: int = 1) -> Session:
        place = self.ground.unit_where(self.place, step, lambda unit: bool(unit.findings))
        return self.jumped(place) if place else self.told("No finding further on, as far as the English has come.")

    def moved_by_word(self, count: int) -> Session:
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

    def on_word(self, place: Place, side: Side, offset: int) -> Session:
        """The word at a character, as when it was clicked."""
        moved = self.at(place)
        unit = moved.unit
        word = words.word_at(unit, side, offset) if unit else None
        return moved if word is None else replace(moved, cursor=moved.cursor.on(word, side))

    def crossed(self) -> Session:
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

    def lifted(self) -> Session:
        """From a word back to the sentence; then the search and the panel are put away."""
        if self.cursor.word is not None:
            return replace(self, cursor=self.cursor.at(self.place))
        return replace(self, panel=False) if self.panel else replace(self, search=Search())

    def returned(self) -> Session:
        step = self.history.returned(self.place)
        return self._gone(step) if step else self.told("Nowhere to go back to.")

    def advanced(self) -> Session:
        step = self.history.advanced(self.place)
        return self._gone(step) if step else self.told("Nowhere to go forward to.")

    def _gone(self, step: tuple[History, Place]) -> Session:
        history, place = step
        return replace(self, cursor=self.cursor.at(self.ground.snapped(place)), history=history)

    # -- looking -------------------------------------------------------------------------------------------------------

    def laid_out(self, mode: Mode) -> Session:
        return replace(self, layout=replace(self.layout, mode=mode))

    def looking(self, **changes: bool | float | int) -> Session:
        """With settings of the layout changed: `looking(weak=False)`."""
        return replace(self, layout=replace(self.layout, **changes))  # type: ignore[arg-type]

    def revealing(self, change: Callable[[Reveal], Reveal]) -> Session:
        return replace(self, reveal=change(self.reveal))

    def searched(self, query: str, manner: Manner = Manner.PLAIN) -> Session:
        """With every hit of the query, standing on the first from here. Raises SearchError."""
        search = searched(self.book, self.blocks, query, manner)
        return replace(self, search=search)._on_hit(1)

    def found(self, step: int) -> Session:
        """On the next hit, or the one before; around the end."""
        return self._on_hit(step) if self.search.query else self.told("Nothing was searched for yet: press /.")

    def _on_hit(self, step: int) -> Session:
        if not self.search.hits:
            return self.told(self.search.status)
        here, unit = self.search.hit, self.unit
        if here is None or self.place_of(here) != self.place:  # the reader has moved on by other ways
            search = self.search.from_(self.place.paragraph, unit.span.start if unit else 0, step)
        else:
            search = self.search.stepped(step)
        hit = search.hits[search.current]
        there = replace(self, search=search).jumped(self.place_of(hit))
        if hit.english and there.reveal.covered(there.place):
            return there.revealing(lambda reveal: reveal.toggled(frozenset((there.place,))))
        return there

    def told(self, line: str) -> Session:
        return replace(self, said=line)

    # -- changing ------------------------------------------------------------------------------------------------------

    def changed(self, lists: Lists, said: str = "") -> Session:
        """With the reader's own additions changed, so that it can be undone."""
        if lists == self.lists:
            return self
        return replace(self, lists=lists, past=(*self.past, self.lists)[-100:], said=said)

    def undone(self) -> Session:
        if not self.past:
            return self.told("Nothing to undo.")
        before = replace(self, lists=self.past[-1], past=self.past[:-1], said="Undone.")
        lost = {source for source in self.lists.corrections if source not in before.lists.corrections}
        # What the machine or the memory said before comes again with the paragraph.
        blocks = {i: block for i, block in self.blocks.items() if not any(u.source in lost for u in block.units)}
        return replace(before, blocks={i: before.own(block) for i, block in blocks.items()})._settled()

    def corrected(self, target: str) -> Session:
        """With the reader's own English for the unit under the cursor, wherever the same sentence stands."""
        unit = self.unit
        if unit is None or not target.strip() or target.strip() == unit.target:
            return self
        after = self.changed(self.lists.corrected(unit.source, target.strip()), "Corrected: kept in your memory.")
        held = {unit.paragraph: self.block(unit.paragraph), **self.blocks}
        return replace(after, blocks={index: after.own(block) for index, block in held.items()})._settled()

    def arrived(self, blocks: Mapping[int, Block]) -> Session:
        """With paragraphs whose English has come; those far from the cursor are let go."""
        merged = {**self.blocks, **{index: self.own(block) for index, block in blocks.items()}}
        if len(merged) > KEPT:
            here = self.place.paragraph
            merged = dict(sorted(merged.items(), key=lambda item: abs(item[0] - here))[:KEPT])
        return replace(self, blocks=merged)._settled()

    def reannotated(self, book: Book) -> Session:
        """With another glossary at work; English comes again with its terms."""
        return replace(self, book=book, blocks={}, terms={})._settled()

    def _settled(self) -> Session:
        """After the text under the cursor changed: on a sentence, and on a word only if it is still there."""
        place, word = self.ground.snapped(self.place), self.cursor.word
        unit = self.ground.unit(place)
        if word is not None and (unit is None or word >= len(words.spans(unit, self.cursor.side))):
            word = None
        side = Side.SOURCE if word is None else self.cursor.side
        cursor = replace(self.cursor, place=place, word=word, side=side)
        return self if cursor == self.cursor else replace(self, cursor=cursor)

    def own(self, block: Block) -> Block:
        """The block with the reader's corrections of this sitting in it."""
        corrections = self.lists.corrections
        if not any(corrections.get(unit.source, unit.target) != unit.target for unit in block.units):
            return block
        return replace(block, units=tuple(self._mended(unit) for unit in block.units))

    def _mended(self, unit: Unit) -> Unit:
        target = self.lists.corrections.get(unit.source, unit.target)
        if target == unit.target:
            return unit
        bare = replace(unit, score=1.0, provenance="", memory_source="", links=(), findings=())
        return self.book.annotated(replace(bare, target=target, origin=Origin.HUMAN))
