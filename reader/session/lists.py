"""What the reader adds to a text and takes along: marks, notes, known words, corrections. All of it can be undone."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.model import Entry
from reader.session.place import Place


class Familiarity(StrEnum):
    """How well the reader knows a lemma."""

    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    """No longer highlighted."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The reader's own additions; a changed copy is made for every change, so undo is the copy before."""

    marks: Mapping[str, Place] = field(default_factory=dict)
    """Letter → place."""
    bookmarks: tuple[Place, ...] = ()
    """In text order."""
    notes: Mapping[Place, str] = field(default_factory=dict)
    words: Mapping[str, Familiarity] = field(default_factory=dict)
    """Lemma → how well it is known; follows the reader from text to text."""
    corrections: Mapping[str, str] = field(default_factory=dict)
    """Norwegian segment → the reader's own English, made in this sitting."""
    own: bytes | None = None
    """The reader's own glossary file as this sitting left it (empty: there was none); None: it was not touched."""

    def marked(self, letter: str, place: Place) -> Lists:
        return replace(self, marks={**self.marks, letter: place})

    def bookmarked(self, place: Place) -> Lists:
        """With the bookmark, or without it when it was there."""
        if place in self.bookmarks:
            return replace(self, bookmarks=tuple(other for other in self.bookmarks if other != place))
        return replace(self, bookmarks=tuple(sorted((*self.bookmarks, place))))

    def noted(self, place: Place, note: str) -> Lists:
        """With the note; an empty one removes it."""
        kept = {other: text for other, text in self.notes.items() if other != place}
        return replace(self, notes={**kept, place: note.strip()} if note.strip() else kept)

    def learnt(self, lemma: str, how: Familiarity) -> Lists:
        """With the lemma's familiarity; the same one again makes it new."""
        held = self.words.get(lemma, Familiarity.NEW)
        return replace(self, words={**self.words, lemma: Familiarity.NEW if held is how else how})

    def corrected(self, source: str, target: str) -> Lists:
        return replace(self, corrections={**self.corrections, source: target})

    def knows(self, lemma: str) -> bool:
        return self.words.get(lemma) is Familiarity.KNOWN

    def since(self, before: Lists) -> str:
        """What was changed since `before`, in a few words; of several changes, one."""
        for letter in _differing(self.marks, before.marks):
            return f"mark {letter}"
        for source in _differing(self.corrections, before.corrections):
            line = " ".join(source.split())
            return f"your English for “{line[:40]}{'…' if len(line) > 40 else ''}”"
        for lemma in _differing(self.words, before.words):
            return f"{lemma}: {self.words.get(lemma, Familiarity.NEW)}"
        if self.bookmarks != before.bookmarks:
            return "bookmark" if len(self.bookmarks) > len(before.bookmarks) else "taking a bookmark away"
        if self.notes != before.notes:
            return "note"
        return "a term of your own" if self.own != before.own else ""


def _differing(one: Mapping[str, object], other: Mapping[str, object]) -> Iterator[str]:
    return (key for key in {**one, **other} if one.get(key) != other.get(key))


@dataclass(frozen=True, slots=True)
class Occurrences:
    """A term of the glossary and where it stands in the whole text."""

    entry: Entry
    packed: array[int]
    """Its places, a number each: a tuple for every word of a book would take 50 MB."""

    @property
    def count(self) -> int:
        return len(self.packed)

    @property
    def places(self) -> tuple[Place, ...]:
        """In text order."""
        return tuple(Place(number >> _SENTENCES, number & ((1 << _SENTENCES) - 1)) for number in self.packed)


def packed(place: Place) -> int:
    """A place as a number that sorts as it does."""
    return place.paragraph << _SENTENCES | min(place.sentence, (1 << _SENTENCES) - 1)


_SENTENCES = 20
"""Binary digits for the sentence of a paragraph."""
