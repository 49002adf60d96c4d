"""Which English words a term is rendered by, where links leave no doubt.

What grammar put around a word ("the", "has", "of") may be linked to it and is not its rendering.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reader import text
from reader.model import Span, State, TermMatch, Unit
from reader.terms.englishwords import BE, HAVE, MODALS, PREPOSITIONS
from reader.text import Token


def place(unit: Unit, term: TermMatch, words: Sequence[Token], *, cut: bool) -> tuple[int, int] | None:
    """(first, last) word of the English that only this term is rendered by; with `cut` the first is sure, no more."""
    own, needed = own_words(unit.source, term)
    partners = {link.target for link in unit.links if link.source in own}
    linked = {link.source for link in unit.links}
    if not partners or not (needed & linked if cut else needed <= linked):
        return None
    numbers = sorted(partners)
    found = [place for place, word in enumerate(words) if any(_meets(word, span) for span in term.target)]
    if found and term.state is not State.MISSED:
        if not partners & set(found):
            return None
        numbers = sorted(partners.union(found))
    numbers = _stripped(numbers, words, term)
    if not numbers:
        return None
    first, last = numbers[0], numbers[-1]
    if cut:
        while last > first and not set(range(first, last + 1)) <= set(numbers):
            last -= 1
        return first, last
    pairs = zip(words[first:last], words[first + 1 : last + 1], strict=True)
    together = all(not unit.target[a.end : b.start].strip() for a, b in pairs)
    shared = _shares(unit, own, range(first, last + 1))
    others = (span for other in unit.terms if other is not term for span in other.target)
    taken = any(_meets(word, span) for span in others for word in words[first : last + 1])
    whole = len(numbers) == last - first + 1 and together and not _goes_on(unit, words, last)
    amount = any(letter.isdigit() for word in words[first : last + 1] for letter in word.text)
    return (first, last) if whole and not (shared or taken or amount) else None


def _goes_on(unit: Unit, words: Sequence[Token], last: int) -> bool:
    """Whether the next word is linked to nothing and may belong to the rendering: "bring to | mind"."""
    if last + 1 >= len(words) or unit.target[words[last].end : words[last + 1].start].strip():
        return False
    word = text.folded(words[last + 1].text)
    small = len(word) < 4 or word in DETERMINERS | PREPOSITIONS | MODALS | BE | HAVE
    return not small and all(link.target != last + 1 for link in unit.links)


def _meets(word: Token, span: Span) -> bool:
    return word.start < span.end and span.start < word.end


def own_words(source: str, term: TermMatch) -> tuple[frozenset[int], frozenset[int]]:
    """The term's words, and those of them that the English must answer: not "seg", "å" or "det"."""
    own = {n: word for n, word in enumerate(text.words(source)) if any(_meets(word, span) for span in term.source)}
    needed = {n for n, word in own.items() if text.folded(word.text) not in _EMPTY}
    return frozenset(own), frozenset(needed or own)


_EMPTY: Final = frozenset(
    word
    for line in (
        "å seg meg deg oss dere en ei et den det de er var være vært har hadde ha bli blir ble blitt vil ville skal",
        "skulle kan kunne må måtte som at",
    )
    for word in line.split()
)
"""Norwegian words that English often has no word for, or says in the words of their neighbours."""
ARTICLES: Final = frozenset({"a", "an", "the"})
DETERMINERS: Final = ARTICLES | frozenset(
    word
    for line in ("this that these those my your his her its our their whose every each any some no one",)
    for word in line.split()
)
_LEADS: Final = {
    "noun": DETERMINERS | PREPOSITIONS,
    "propn": DETERMINERS | PREPOSITIONS,
    "verb": BE | HAVE | MODALS | {"i", "you", "he", "she", "it", "we", "they", "who", "that"},
    "adj": ARTICLES | BE,
}
"""What may be linked to a word of the class and yet stays: it is grammar around the rendering."""


def _stripped(numbers: Sequence[int], words: Sequence[Token], term: TermMatch) -> list[int]:
    leads = _LEADS.get({"aux": "verb"}.get(term.entry.pos, term.entry.pos), frozenset[str]())
    keep = term.entry.gloss.partition(" ")[0].lower()
    kept = list(numbers)
    while kept and (word := text.folded(words[kept[0]].text)) in leads and (word != keep or word in ARTICLES):
        kept.pop(0)
    return kept


def _shares(unit: Unit, own: frozenset[int], numbers: range) -> bool:
    """Whether one of the words renders a word outside the term too."""
    sources = {link.source for link in unit.links if link.target in numbers} - own
    words = text.words(unit.source) if sources else ()
    return any(text.folded(words[n].text) not in _EMPTY for n in sources if n < len(words))


def clause_start(words: Sequence[Token], first: int, target: str) -> int:
    """The first word of the clause that a word is in, at most six back."""
    at = first
    while at and at > first - 6 and not target[words[at - 1].end : words[at].start].strip(" \u00a0-"):
        at -= 1
    return at


__all__ = ["ARTICLES", "DETERMINERS", "clause_start", "own_words", "place"]
