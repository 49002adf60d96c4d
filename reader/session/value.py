"""Every action of the reader: a transition of the session to another. None of them touches the disk or the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from reader.model import Block, Origin, Unit
from reader.render.layout import Mode
from reader.session.book import Book
from reader.session.lists import Lists
from reader.session.reveal import Reveal
from reader.session.searching import Manner, Search, searched
from reader.session.steering import Steering


@dataclass(frozen=True, slots=True)
class Session(Steering):
    """A text being read. Transitions are past participles."""

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
        return self.finding(searched(self.book, self.blocks, query, manner))

    def finding(self, search: Search) -> Session:
        """The same, with the hits found already: looking through a book takes longer than a key press should."""
        return replace(self, search=search.with_english(self.blocks))._on_hit(1)

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

    # -- changing ------------------------------------------------------------------------------------------------------

    def changed(self, lists: Lists, said: str = "") -> Session:
        """With the reader's own additions changed, so that it can be undone."""
        if lists == self.lists:
            return self
        return replace(self, lists=lists, past=(*self.past, self.lists)[-100:], said=said)

    def with_glossary(self, before: bytes, after: bytes, said: str) -> Session:
        """After a term went into the reader's own glossary, so that it can be undone: the file before and after."""
        return replace(self, lists=replace(self.lists, own=before)).changed(replace(self.lists, own=after), said)

    def undone(self) -> Session:
        if not self.past:
            return self.told("Nothing to undo.")
        what = self.lists.since(self.past[-1])
        before = replace(self, lists=self.past[-1], past=self.past[:-1], said=f"Undone: {what}")
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
        came = {index: self.own(block) for index, block in blocks.items()}
        meanwhile = {index: block for index, block in self.meanwhile.items() if index not in came}
        search = self.search.with_english(came)
        return replace(self, blocks=self._near({**self.blocks, **came}), meanwhile=meanwhile, search=search)._settled()

    def reannotated(self, book: Book) -> Session:
        """With other terms or another English to come; until it does, what was there is shown."""
        meanwhile = self._near({**self.meanwhile, **self.blocks})
        return replace(self, book=book, blocks={}, meanwhile=meanwhile, terms={})._settled()

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
