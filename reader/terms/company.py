"""What the words beside a term say against it: "kom til slutt" is no komme til, "i år 2000" no i år.

Each rule looks at a term that was found and at what stands after it, before it or inside it. An objection is a ceiling
for the confidence; 0 forbids the term.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from reader import text
from reader.model import Entry
from reader.terms import gaps
from reader.terms.clause import Sentence, is_inverted
from reader.terms.companions import (
    ABSOLUTE,
    BARE,
    DIRECTIONS,
    INTRANSITIVE,
    NO_OBJECT,
    NOT_AFTER,
    NOT_BEFORE,
    NOUNS_WITH_INFINITIVE,
    NUMERALS,
    QUANTIFIERS,
    SEASONS,
    TIMES,
    UNDIVIDED,
)
from reader.terms.elements import COPULAS, OPEN
from reader.terms.wordclass import word_class

FREE: Final = 1.0
"""No objection."""
_COMPARED: Final = frozenset({"lenger", "mer", "mindre", "bedre", "flere", "færre", "før"})
_NUMBERED: Final = frozenset({"over", "under", "rundt", "på", "til", "i"})
_OPENING: Final = frozenset({"", ".", "L", "å"})
_THINGS: Final = frozenset({"den", "det", "dem"})
_OBJECTS: Final = frozenset({"den", "det", "dem", "meg", "deg", "ham", "henne", "oss", "noe"})
_BEFORE_IMPERATIVE: Final = frozenset({"ikke", "bare", "så", "nå", "heller"})


class Beside:
    """A term in its sentence, asked about its neighbours."""

    def __init__(self, sentence: Sentence, entry: Entry, places: Sequence[int], verb: int) -> None:
        self._sentence, self._entry, self._places, self._verb = sentence, entry, places, verb
        words = sentence.words
        self._parts = text.folded(entry.lemma).split()
        self._last = self._parts[-1]
        at = places[-1] + 1
        self._at = at
        self._next = words[at].folded if at < len(words) else "."
        self._before = words[places[0] - 1].folded if places[0] else "."

    def ceiling(self, fixed: Mapping[int, int]) -> float:
        """How sure one may be of the term at most; `fixed`: where other fixed phrases begin and end."""
        places = self._places
        if self._is_barred():
            return gaps.NEVER
        if self._verb < 0:
            return FREE
        if places[-1] != places[self._verb] and not self._parts[-1].isdigit():
            end = fixed.get(places[-1], 0)
            if end > places[-1] + 1 and end - 1 not in places and not self._has_noun():
                return gaps.NEVER  # "kom til | slutt"
        if self._is_stray_imperative() or self._is_figure() or self._is_purpose():
            return gaps.NEVER
        if places[-1] - places[0] >= len(places):
            return min(self._inside(), self._absolute(fixed))
        return self._absolute(fixed)

    def _has_noun(self) -> bool:
        """Whether a noun before the last word asks for it: "har lyst på | is"."""
        return len(self._parts) > 2 and word_class(self._parts[-2]) in "MN"

    def _letter(self, at: int) -> str:
        tokens = self._sentence.tokens
        return word_class(tokens[at].text, tokens[at].kind) if at < len(tokens) else "S"

    def _is_barred(self) -> bool:
        """Whether the term never stands before or after such a word."""
        lemma, after = self._entry.lemma, self._next
        if after in NOT_BEFORE.get(lemma, ()) and self._at not in self._sentence.adverbials:
            return True
        if self._before in NOT_AFTER.get(lemma, ()) and not (lemma in QUANTIFIERS and self._letter(self._at) in "NMJD"):
            return True
        if self._last in _COMPARED and after == "enn" and len(self._parts) > 1 and self._parts[-2] != "enn":
            return True
        letter = self._letter(self._at)
        if lemma in SEASONS:
            number = self._at < len(self._sentence.tokens) and self._sentence.tokens[self._at].kind == "number"
            return number or after == "etter" or (lemma == "i vår" and letter in "MNJ")
        if lemma in BARE:
            return letter in BARE[lemma] or (letter == "A" and "J" in BARE[lemma] and self._letter(self._at + 1) == "I")
        if self._last in ("det", "den") and self._entry.pos not in ("det", "pron") and OPEN not in lemma:
            return letter in "JNM"
        if lemma == "med mindre":
            return letter in "MJ" or (letter == "N" and self._is_indefinite() and self._letter(self._at + 1) != "V")
        if self._parts[0] == "jo" and OPEN in lemma:
            return not all(self._is_comparative(place + 1) for place in self._places)
        return False

    def _is_indefinite(self) -> bool:
        return "Ind" in text.analyses(self._next)[0].features

    def _is_comparative(self, at: int) -> bool:
        words = self._sentence.words
        return at < len(words) and any("Cmp" in each.features for each in text.analyses(words[at].folded))

    def _is_stray_imperative(self) -> bool:
        """Whether the form can only be the verb's imperative where none can stand: "blir sett på" is of se."""
        words, place = self._sentence.words, self._places[self._verb]
        left = words[place - 1].left if place else ""
        if left in _OPENING:
            return False
        if words[place - 1].folded in _BEFORE_IMPERATIVE and (place < 2 or words[place - 2].left in _OPENING):
            return False  # "Ikke sett på noe", but not "har ikke sett på noe"
        lemma = self._parts[self._verb]
        own = [each for each in text.analyses(words[place].folded) if each.lemma == lemma and each.pos == "verb"]
        return bool(own) and all("Imp" in each.features for each in own)

    def _is_figure(self) -> bool:
        """Whether a number follows that the preposition belongs to: "tok over hundre bilder", "sett ovnen på 210"."""
        if self._last not in _NUMBERED or self._at >= len(self._sentence.tokens) or len(self._places) > 2:
            return False
        apart = self._places[-1] - self._places[0] >= len(self._places)
        if self._last not in ("over", "under", "rundt") and not apart:
            return False
        token = self._sentence.tokens[self._at]
        return token.kind == "number" or self._next in NUMERALS

    def _is_purpose(self) -> bool:
        """Whether "for" begins another phrase: "gikk opp hit for å gyte", "gikk opp for tredje dag på rad"."""
        if self._last != "for" or len(self._places) < 2:
            return False
        after = self._letter(self._at + 1)
        words = self._sentence.words
        if self._next == "å":
            apart = self._places[-1] > self._places[-2] + 1 and self._parts[-2] in DIRECTIONS
            return apart or self._entry.lemma == "gå opp for"
        if self._next == "så" and self._at + 1 < len(words) and words[self._at + 1].folded == "å":
            return True
        ordinal = self._next in ("første", "siste", "andre", "tredje", "fjerde", "femte") or self._next == "hver"
        return ordinal and after in "NM"

    def _inside(self) -> float:
        """What the words between the parts say."""
        places, sentence = self._places, self._sentence
        first, lemma = self._parts[self._verb], self._entry.lemma
        if OPEN in lemma:
            taken = self._last == "å" and self._noun_before(places[-2]) in NOUNS_WITH_INFINITIVE
            return gaps.NEVER if taken else FREE  # "fikk god tid til å"
        if self._last == "til" and len(places) == 2 and self._noun_before(places[1]) in NOUNS_WITH_INFINITIVE:
            return gaps.NEVER  # "få god tid til"
        between = [at for one, other in pairwise(places) for at in range(one + 1, other)]
        letters = "".join(sentence.classes(one + 1, other) for one, other in pairwise(places))
        if sentence.words[places[0]].folded in COPULAS and len(places) == 2 and self._has_participle(between):
            return gaps.NEVER
        if len(places) == 2 and self._letter(places[1]) in "MN" and sentence.words[places[1] - 1].folded in _ARTICLES:
            return gaps.NEVER  # "fant ikke noe sted"
        placed = self._last in ("på", "i") and len(places) == 2 and self._letter(self._at) in "NMTDJE"
        if placed and not _THINGS.isdisjoint(self._folded(between)):
            return gaps.NEVER  # "legg den på bordet"
        if lemma in UNDIVIDED and (set(letters) & set("NMTEJ") or not _OBJECTS.isdisjoint(self._folded(between))):
            return gaps.NEVER
        if lemma not in NO_OBJECT and (first not in INTRANSITIVE or not self._is_particle_verb()):
            return FREE
        if lemma in NO_OBJECT and any(text.analyses(sentence.words[at].folded)[0].pos == "adj" for at in between):
            return gaps.NEVER if lemma != "se ut" else FREE
        if not set(letters) & set("NMT"):
            return FREE
        if is_inverted(sentence, places[0]) and "T" not in letters:
            return FREE
        return 0.6 if first in INTRANSITIVE else gaps.NEVER

    def _is_particle_verb(self) -> bool:
        """Whether nothing but small words follows the verb, which may stand there by accident."""
        return all(word_class(part) in "IA" for part in self._parts[self._verb + 1 :])

    def _folded(self, places: Sequence[int]) -> Iterator[str]:
        return (self._sentence.words[place].folded for place in places)

    def _noun_before(self, place: int) -> str:
        """The noun before a place, as its dictionary form; "" for another word."""
        reading = text.analyses(self._sentence.words[place - 1].folded)[0]
        return reading.lemma if reading.pos == "noun" else ""

    def _has_participle(self, between: Sequence[int]) -> bool:
        words = self._sentence.words
        return any(
            words[at].folded not in COPULAS and "Part" in text.analyses(words[at].folded)[0].features for at in between
        )

    def _absolute(self, fixed: Mapping[int, int]) -> float:
        """A particle that takes nothing after it: "sa fra" before "talerstolen" is another preposition."""
        kinds = ABSOLUTE.get(self._entry.lemma)
        if kinds is None or self._at in fixed or self._letter(self._at) not in kinds or self._next in TIMES:
            return FREE
        return gaps.NEVER


_ARTICLES: Final = frozenset({"noe", "et", "en", "ei", "hvert", "hver", "annet", "ethvert"})
