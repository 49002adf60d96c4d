"""What a reading screen shows, as one frozen value, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.model import Block, Entry, TermMatch, Unit
from reader.render.layout import Layout
from reader.session import words
from reader.session.book import Book
from reader.session.lists import Familiarity, Lists, Occurrences
from reader.session.moving import Ground
from reader.session.place import Cursor, History, Place
from reader.session.reveal import Reveal
from reader.session.searching import Hit, Search
from reader.terms import WEAK


@dataclass(frozen=True, slots=True)
class State:
    """A text being read, and what can be told from it."""

    book: Book
    blocks: Mapping[int, Block] = field(default_factory=dict)
    """Paragraphs whose English has come."""
    meanwhile: Mapping[int, Block] = field(default_factory=dict)
    """What is shown until it has: paragraphs with their terms alone, or as they were before the glossary changed."""
    seeking: int = 0
    """1 or -1: the next term (or the one before) lies where terms are not known yet, and is being looked for."""
    cursor: Cursor = field(default_factory=Cursor)
    layout: Layout = field(default_factory=lambda: Layout(80))
    """Its width is the screen's business."""
    reveal: Reveal = field(default_factory=Reveal)
    search: Search = field(default_factory=Search)
    lists: Lists = field(default_factory=Lists)
    history: History = field(default_factory=History)
    tag: str = ""
    """Only terms with this tag are highlighted; empty: all."""
    past: tuple[Lists, ...] = ()
    """Lists before each change, for undo."""
    terms: Mapping[str, Occurrences] = field(default_factory=dict)
    """Lemma → where it stands in the whole text, once that was counted."""
    panel: bool = False
    """Whether the entry of the word or term at the cursor is open."""
    said: str = ""
    """What the last action has to tell, in one line."""

    @property
    def place(self) -> Place:
        return self.cursor.place

    @property
    def ground(self) -> Ground:
        return Ground(self.book, self.blocks, self.meanwhile)

    def block(self, paragraph: int) -> Block:
        """A paragraph as it is known now."""
        return self.ground.block(paragraph)

    @property
    def unit(self) -> Unit | None:
        """The unit under the cursor; None in a text without a word."""
        return self.ground.unit(self.place) if len(self.book) else None

    @property
    def term(self) -> TermMatch | None:
        """The term under the word cursor; without one, the sentence's first."""
        unit = self.unit
        if unit is None:
            return None
        if self.cursor.word is not None:
            return words.term_at(unit, self.cursor.side, self.cursor.word)
        return next((match for match in unit.terms if self.marks_term(match)), None)

    @property
    def lemma(self) -> str:
        """The dictionary form at the word cursor, or of the sentence's first term; empty when there is neither."""
        term, unit, cursor = self.term, self.unit, self.cursor
        if term is not None:
            return term.entry.lemma
        if unit is None or cursor.word is None:
            return ""
        found = words.facts(unit, cursor.side, cursor.word, self.book.annotator.glossary, self.book.document.language)
        return found.lemma

    def places_of(self, lemma: str) -> tuple[Place, ...]:
        """Where else the term stands; empty until the text's terms were counted."""
        return self.terms[lemma].places if lemma in self.terms else ()

    def marks_term(self, match: TermMatch) -> bool:
        """Whether a term is highlighted, and stepped through, under the present settings."""
        look = self.layout
        return (
            look.highlight
            and (look.weak or match.confidence >= WEAK)
            and self.lists_entry(match.entry)
            and not self.lists.knows(match.entry.lemma)
        )

    def lists_entry(self, entry: Entry) -> bool:
        """Whether an entry is a term under the present settings, known or not."""
        learning = self.lists.words.get(entry.lemma) is Familiarity.LEARNING
        return (self.layout.words or entry.highlight or learning) and (not self.tag or self.tag in entry.tags)

    def covered(self, unit: Unit) -> bool:
        """Whether the unit's English is hidden."""
        return self.reveal.covered(Place(unit.paragraph, unit.sentence))

    def place_of(self, hit: Hit) -> Place:
        """The sentence that a find stands in."""
        if hit.english:
            return self.ground.snapped(Place(hit.paragraph, hit.sentence))
        units = self.ground.units(hit.paragraph)
        begun = (unit.sentence for unit in units if unit.span.start <= hit.span.start)
        return Place(hit.paragraph, max(begun, default=0))
