"""Finding the glossary's terms in Norwegian: the longest, then the leftmost, none over another.

A term inside a longer one is kept in `inner`, so that a reader can still ask for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader import text
from reader.model import Entry, How, Span, State, TermMatch
from reader.terms.clause import Sentence
from reader.terms.context import decided
from reader.terms.gaps import LIKELY
from reader.terms.index import Compiled
from reader.terms.lexis import Answer, Lexis, Word
from reader.terms.lexis import answer as as_answer
from reader.terms.longtext import LENGTH, pieces, uncollected
from reader.terms.phrases import Found, Phrases
from reader.terms.trie import Trie
from reader.terms.wordclass import UNKNOWN, word_class

_STARTERS = frozenset(".:?!…–—-«“”\"'(;•·*")
"""Signs after which a capital is no name."""
RECENT = 128
"""Segments whose terms are remembered: those of a screen or two."""
_new = tuple.__new__


class Matcher:
    """A glossary at work on one language: what it learned about a spelling stays learned."""

    def __init__(self, entries: Sequence[Entry], index: Compiled, language: str) -> None:
        self._entries = entries
        self._lexis = Lexis(entries, index, Trie(index.patterns), language)
        self._phrases = Phrases(entries, index)
        self._recent: dict[str, list[TermMatch]] = {}

    def matches(self, source: str) -> Sequence[TermMatch]:
        """The terms of a text, in text order."""
        if len(source) <= 2 * LENGTH:
            return self._recently(source)
        found: list[TermMatch] = []
        with uncollected():
            for start, piece in pieces(source):
                found += self._matches(piece, start)
        return found

    def _recently(self, source: str) -> Sequence[TermMatch]:
        """The terms of a segment, which is asked about more than once: for its links, and before its English comes."""
        found = self._recent.get(source)
        if found is None:
            if len(self._recent) >= RECENT:
                self._recent.clear()
            found = self._recent[source] = self._matches(source)
        return found

    def lookup(self, form: str) -> tuple[Entry, ...]:
        """The entries that a form is one of; where it has several words, those of the whole."""
        bare = form.strip()
        tokens = text.tokens(bare)
        if len(tokens) == 1:
            options = (self._lexis.known.get(tokens[0].text) or self._lexis.word(tokens[0])).options
            return tuple(dict.fromkeys(option.entry for option in options))
        whole = (found for found in self._matches(bare) if (found.start, found.end) == (0, len(bare)))
        return tuple(dict.fromkeys(found.entry for found in whole))

    def _matches(self, source: str, offset: int = 0) -> list[TermMatch]:
        """The terms of a piece that begins at `offset` of the whole text, as offsets in that."""
        tokens = text.tokens(source)
        known, new = self._lexis.known, self._lexis.word
        words = [known.get(token[2]) or new(token) for token in tokens]
        sentence = Sentence(tokens, words, {}, offset)
        longer, beaten = self._kept(source, sentence)
        taken = {place for found in longer for place in found.places}
        matches = [self._of_several(sentence, found, beaten) for found in longer]
        append, missed = matches.append, State.MISSED
        for place, word in enumerate(words):
            if not word.options or place in taken:
                continue
            answer = word.settled or self._answer(source, sentence, place)
            if answer is not None:  # inline, since a book has a hundred thousand of them: see `_of_one`
                entry, how, confidence, reason, others = answer
                start, end, _, _ = tokens[place]
                span: Span = _new(Span, (start + offset, end + offset))
                append(TermMatch(entry, (span,), how, (), missed, confidence, reason, others))
        if longer:
            matches.sort(key=_start)
        return matches

    def _kept(self, source: str, sentence: Sentence) -> tuple[list[Found], list[Found]]:
        """(terms of several words that stay, those that lost).

        The longest wins, words together over words apart, then the higher priority, then the first.
        """
        candidates = [
            found
            for found in self._phrases.found(sentence)
            if self._cased(sentence, found) and not _torn(source, sentence, found)
        ]
        if len(candidates) < 2:
            return candidates, []
        priority = {found.entry: self._entries[found.entry].priority for found in candidates}
        candidates.sort(
            key=lambda found: (-_weight(found), found.gapped, -priority[found.entry], found.rank, found.places[0])
        )
        kept: list[Found] = []
        beaten: list[Found] = []
        taken: set[int] = set()
        for found in candidates:
            if not taken.isdisjoint(found.places):
                beaten.append(found)
            else:
                kept.append(found)
                taken.update(found.places)
        return kept, beaten

    def _cased(self, sentence: Sentence, found: Found) -> bool:
        """Whether the capitals are as an entry with `case` has them."""
        entry = self._entries[found.entry]
        if not entry.case:
            return True
        own = entry.lemma.split()
        return all(
            sentence.tokens[place].text[:1].isupper()
            for place, part in zip(found.places, own, strict=False)
            if part[:1].isupper()
        )

    def _of_several(self, sentence: Sentence, found: Found, beaten: Sequence[Found]) -> TermMatch:
        entry, tokens = self._entries[found.entry], sentence.tokens
        by = sentence.offset
        spans = tuple(Span(tokens[first].start + by, tokens[last].end + by) for first, last in _runs(found.places))
        written = " ".join(sentence.words[place].folded for place in found.places)
        reason = "" if written == text.folded(entry.lemma) else f"form of {entry.lemma}"
        if len(spans) > 1:
            reason = f"{reason or entry.lemma}, with words between"
        how = How.SEPARATED if len(spans) > 1 else How.MULTIWORD
        same = (
            self._entries[other.entry]
            for other in beaten
            if other.places == found.places and other.entry != found.entry and other.rank <= found.rank
        )
        inner = self._inner(sentence, found, beaten)
        alternatives = tuple(dict.fromkeys(same))
        return TermMatch(entry, spans, how, (), State.MISSED, found.confidence, reason, alternatives, inner)

    def _inner(self, sentence: Sentence, found: Found, beaten: Sequence[Found]) -> tuple[TermMatch, ...]:
        """What stands inside a longer term: shorter ones of several words, then each word that is left."""
        matches: list[TermMatch] = []
        free = list(found.places)
        for other in beaten:
            if other.entry != found.entry and len(other.places) < len(found.places) and set(other.places) <= set(free):
                matches.append(self._of_several(sentence, other, ()))
                free = [place for place in free if place not in other.places]
        words = (self._of_one("", sentence, place) for place in free)
        return tuple(sorted((*matches, *(match for match in words if match is not None)), key=_start))

    def _of_one(self, source: str, sentence: Sentence, place: int) -> TermMatch | None:
        answer = self._answer(source, sentence, place)
        if answer is None:
            return None
        entry, how, confidence, reason, others = answer
        span = sentence.tokens[place].span.shifted(sentence.offset)
        return TermMatch(entry, (span,), how, (), State.MISSED, confidence, reason, others)

    def _answer(self, source: str, sentence: Sentence, place: int) -> Answer | None:
        """What the word at a place is: asked of its capital, then of its neighbours."""
        word, words = sentence.words[place], sentence.words
        if not word.options or word.settled:
            return word.settled
        if word.capital and place and not _may_open(source, sentence, place):
            return as_answer(word.proper) if word.proper else None
        if not word.open:
            return as_answer(word.options)
        left = words[place - 1].left if place else ""
        if left in _ASKED:
            left = _left(words, place)
        right = words[place + 1].right if place + 1 < len(words) else ""
        if right == UNKNOWN:
            right = _resolved(words[place + 1])
        if right == "N" and left in _OPENING and _is_definite(words[place + 1]):
            right = "B"
        modal = place > 1 and (words[place - 2].left in _MODAL or (place > 2 and words[place - 3].left in _MODAL))
        return decided(word, left, right, modal)


_ASKED = frozenset((UNKNOWN, "p", "n", "L", "."))
"""Letters that need a second look: a word that no entry has, a possessive, a negation, a linking word and a sign."""
_OPENING = frozenset(("", ".", "!"))
_JOINS = frozenset({",", "og", "eller", "men"})
_BARE = frozenset({"Imp", "Inf"})
"""Forms of an imperative; "ha" and "la" have the infinitive's."""
_VERBS = frozenset("hcm")
"""Letters of the verbs that "ikke" does not keep from what they lead one to expect."""
_MODAL = frozenset("må")
"""Letters of `wordclass.signature`: a modal verb, and "å"."""


def _left(words: Sequence[Word], place: int) -> str:
    """What the word before says, at a second look; a possessive after its noun ("broren min") counts as the noun."""
    before = words[place - 1]
    if before.left == UNKNOWN:
        return _resolved(before)
    if before.left in "L.":
        return "!" if before.folded in _JOINS and _is_told(words, place - 1) else before.left
    if before.left == "n":  # "har ikke gift" as "har gift"
        verb = words[place - 2].left if place > 1 else ""
        return verb if verb in _VERBS else "A"
    return "N" if place > 1 and words[place - 2].right in ("N", "E", UNKNOWN) else "r"


def _is_told(words: Sequence[Word], join: int) -> bool:
    """Whether the clause before "og" or a comma opens with an imperative: so may the next: "Skrell og skjær dem"."""
    at = join
    while at and words[at - 1].left == ".":
        at -= 1
    while at and words[at - 1].left != ".":
        at -= 1
    readings = text.analyses(words[at].folded)
    return any(reading.pos == "verb" and not _BARE.isdisjoint(reading.features) for reading in readings)


def _is_definite(word: Word) -> bool:
    readings = text.analyses(word.folded)
    return readings[0].pos == "noun" and "Def" in readings[0].features


def _resolved(word: Word) -> str:
    """The letter of a word that no entry has; what the tables say of one of its sides stays."""
    letter = word_class(word.text)
    word.left = letter if word.left == UNKNOWN else word.left
    word.right = letter if word.right == UNKNOWN else word.right
    return letter


def _weight(found: Found) -> float:
    """How many words a term covers; a doubtful one counts for less."""
    return len(found.places) - (0 if found.confidence >= LIKELY else 1.5)


def _torn(source: str, sentence: Sentence, found: Found) -> bool:
    """Whether an empty line stands between the words."""
    first, last = sentence.tokens[found.places[0]].end, sentence.tokens[found.places[-1]].start
    return "\n" in source[first:last] and bool(re.search(r"\n\s*\n", source[first:last]))


def _may_open(source: str, sentence: Sentence, place: int) -> bool:
    """Whether a capital here need not make a name: at a start, or among capitals."""
    word, before = sentence.words[place], sentence.tokens[place - 1]
    if before.kind in ("punct", "symbol") and before.text[:1] in _STARTERS:
        return True
    if "\n" in source[before.end : sentence.tokens[place].start]:
        return True
    if word.upper:
        after = sentence.words[place + 1] if place + 1 < len(sentence.words) else None
        return sentence.words[place - 1].upper or bool(after and after.upper) or len(word.text) > 4
    return word.options[0].entry.pos in ("pron", "det")


def _start(match: TermMatch) -> int:
    return match.source[0][0]


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of neighbours."""
    first = last = places[0]
    for place in places[1:]:
        if place != last + 1:
            yield first, last
            first = place
        last = place
    yield first, last
