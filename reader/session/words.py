"""A word of a unit: which one the cursor is on, what says the same on the other side, and what is known about it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reader import text
from reader.model import Entry, Span, TermMatch, Unit
from reader.render.rows import Side
from reader.terms import Glossary


def spans(unit: Unit, side: Side) -> tuple[Span, ...]:
    """The words of one side, as links count them."""
    return tuple(token.span for token in text.words(unit.source if side is Side.SOURCE else unit.target))


def word_at(unit: Unit, side: Side, offset: int) -> int | None:
    """The word at a character, or the one before it."""
    found = spans(unit, side)
    return max(0, bisect_right([span.start for span in found], offset) - 1) if found else None


def linked(unit: Unit, side: Side, word: int) -> tuple[int, ...]:
    """The words of the other side that say the same."""
    if side is Side.SOURCE:
        return tuple(link.target for link in unit.links if link.source == word)
    return tuple(link.source for link in unit.links if link.target == word)


def partners(unit: Unit, side: Side, word: int) -> tuple[Span, ...]:
    """Where the other side says the same: by word links, and by the term that the word belongs to."""
    other = Side.TARGET if side is Side.SOURCE else Side.SOURCE
    places = spans(unit, other)
    found = {places[index] for index in linked(unit, side, word) if index < len(places)}
    if match := term_at(unit, side, word):
        found |= set(match.target if side is Side.SOURCE else match.source)
    # A word inside a longer rendering is said with it, not twice.
    within = {a for a in found for b in found if a != b and b.start <= a.start and a.end <= b.end}
    return tuple(sorted(found - within))


def term_at(unit: Unit, side: Side, word: int) -> TermMatch | None:
    """The term that the word is part of."""
    own = spans(unit, side)
    if word >= len(own):
        return None
    here = own[word]
    for match in unit.terms:
        for span in match.source if side is Side.SOURCE else match.target:
            if span.start < here.end and here.start < span.end:
                return match
    return None


@dataclass(frozen=True, slots=True)
class WordFacts:
    """What the panel says about a word that is no term of the glossary, or in addition to its term."""

    form: str
    lemma: str = ""
    pos: str = ""
    entries: tuple[Entry, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    """Of a compound: (part, its gloss), in order; a gloss may be empty."""
    partner: str = ""
    """The words that say the same on the other side."""


def facts(unit: Unit, side: Side, word: int, glossary: Glossary, language: str) -> WordFacts:
    """Norwegian: lemma, class, gloss and compound parts; English: the Norwegian behind it."""
    own = spans(unit, side)
    if word >= len(own):
        return WordFacts("")
    source_side = side is Side.SOURCE
    form = own[word].of(unit.source if source_side else unit.target)
    other = unit.target if source_side else unit.source
    partner = " … ".join(span.of(other) for span in partners(unit, side, word))
    if not source_side:
        return WordFacts(form, partner=partner)
    from reader.text.analysis import analyses

    reading = analyses(form, language)[0]
    entries = glossary.lookup(form)
    parts = () if entries else tuple((part, _gloss(part, glossary)) for part in _members(form, language))
    return WordFacts(form, reading.lemma or form, reading.pos, entries, parts, partner)


def _members(form: str, language: str) -> tuple[str, ...]:
    from reader.text.compounds import compound

    return tuple(part.lemma for part in compound(form, even_known=True)) if language in ("nb", "nn") else ()


def _gloss(part: str, glossary: Glossary) -> str:
    found = glossary.lookup(part)
    return found[0].gloss if found else ""
