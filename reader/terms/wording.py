"""The gloss of one word of a sentence: of its term, by a rule for small words, or of its entry, bent to fit.

What the glossary does not know stays in Norwegian, in ⟨brackets⟩.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from reader import text
from reader.model import Entry, How, TermMatch
from reader.terms import names
from reader.terms.bending import Side, bent, noun
from reader.terms.choosing import adverb, chosen, is_adverbial, is_perfect
from reader.terms.glossary import Glossary
from reader.terms.grammar import Grammar, Nominal
from reader.terms.matching import match
from reader.terms.owners import POSSESSIVES, in_person
from reader.terms.parts import by_parts
from reader.terms.smallwords import is_unsaid, small
from reader.terms.subjects import subject, verb_before

RULED: Final = 0.9
"""Certainty of a gloss that a rule of `smallwords` or `choosing` gave."""
GUESSED: Final = 0.6
"""Certainty of a compound that is glossed by its members."""
_OBJECT_THEN: Final = frozenset({"på", "i", "av", "over", "under", "ved", "fra", "til"})
_VOWEL: Final = re.compile("(?!one|eu|once)[aeiou]")
_PERSONS: Final = {"I": "I", "you": "they", "we": "they", "they": "they"}
_ADDRESS: Final = re.compile(r"@|://|www\.|\w\.\w+/")
_HELPING: Final = frozenset({"bli", "være", "ha", "verte", "vere"})
_GOVERNING: Final = frozenset({"kunne", "skulle", "ville", "måtte", "burde", "få", "la"})
_EVERYONE: Final = frozenset({"alle", "noen", "nokon", "ingen"})
"""Pronouns of many that English has in the singular."""


class Wording:
    """The words of one segment, asked from left to right."""

    def __init__(self, source: str, glossary: Glossary, language: str) -> None:
        self._glossary, self._language = glossary, language
        self.tokens = text.tokens(source)
        self._grammar = Grammar(self.tokens, text.lemmas_in(self.tokens, language))
        self._owners = self._owned(match(source, glossary, language))
        self._verbs()
        self._said, self._determined = "", False
        self._done: dict[int, list[str]] = {}
        self._doing = 0
        """Where a gerund is due."""

    def pause(self) -> None:
        """A sign stands here: a new clause."""
        self._said, self._determined = "", False

    def goes_on(self, place: int) -> bool:
        """Whether a word belongs to the term of the word before."""
        owner = self._owners.get(place)
        return place > 0 and owner is not None and owner is self._owners.get(place - 1)

    def gloss(self, place: int) -> tuple[str, float]:
        """(gloss, certainty) of a word; "" for a later word of a term that has been said."""
        gloss, sure = self._gloss(place)
        if gloss == "a" and _VOWEL.match(self._grammar.word(place + 1) and self._peeked(place + 1)):
            gloss = "an"
        self._said = gloss or self._said
        return gloss, sure

    def _peeked(self, place: int) -> str:
        """The gloss of a word that is not yet its turn."""
        kept = self._said, self._determined, dict(self._done)
        gloss, _ = self._gloss(place) if self.tokens[place].kind == "word" else ("", 0.0)
        self._said, self._determined, self._done = kept
        return gloss

    def _gloss(self, place: int) -> tuple[str, float]:
        grammar, token, owner = self._grammar, self.tokens[place], self._owners.get(place)
        if names.is_name(place, owner, grammar):
            return token.text, 1.0
        if owner is not None and len(owner.source) + owner.entry.lemma.count(" ") > 1:
            return self._of_term(place, owner)
        determined = self._determined
        self._determined = self._goes_on(place)
        if is_unsaid(place, grammar):
            return "", 1.0
        known = owner is not None or self._glossary.lookup(token.text, self._language)
        said = small(place, grammar, self._who) if known else ""
        if said:
            return said, RULED
        beyond = self._owners.get(place + 1)
        within = beyond is not None and id(beyond) in self._done  # "er veldig glad i"
        entry = chosen(place, owner, self._glossary, grammar, self._language) if token.kind == "word" else None
        side = self._side(place, determined)
        if entry is None or (owner is not None and owner.how is How.COMPOUND):
            return self._unlisted(place, entry, side)
        if entry.pos in ("adj", "adv") and grammar.pos(place) == "adj" and (within or is_adverbial(place, grammar)):
            own = next((each for each in owner.alternatives if each.pos == "adv"), entry) if owner else entry
            return (own.gloss if own.pos == "adv" else adverb(own.gloss)), RULED
        if entry.gloss == "to" and token.text.lower() == "å":
            if self._said == "to" or self._said.endswith(" to"):
                return "", 1.0  # "is ready to" + å
            if place and self._governs(place - 1):
                self._doing = place + 1
                return "", RULED
        return self._bent(entry, place, side), owner.confidence if owner else GUESSED

    def _governs(self, place: int) -> bool:
        """Whether a word is a preposition that English has too, with a gerund: "flink til å synge"."""
        if place in self._owners and self.goes_on(place):
            return self._said.endswith((" at", " of", " in", " from", " about", " with", " on"))
        return self._grammar.pos(place) == "adp" and not is_unsaid(place, self._grammar)

    def _bent(self, entry: Entry, place: int, side: Side) -> str:
        gloss = bent(entry, self._grammar.readings[place], side)
        if self._opens_definite(place, side):
            self._determined = True
            return gloss if gloss.startswith("the ") else f"the {gloss}"
        return gloss

    def _opens_definite(self, place: int, side: Side) -> bool:
        """Whether an adjective opens a definite noun phrase without an article: "hele landet"."""
        grammar = self._grammar
        if grammar.pos(place) not in ("adj", "det") or side.determined or not grammar.word(place).endswith("e"):
            return False
        after = place + 1
        bare = grammar.pos(after) == "noun" and grammar.has(after, "Def") and not grammar.has(after, "Gen")
        pointing = grammar.word(place) in ("alle", "begge", "denne", "disse", "dette")
        return bare and not pointing and not self._is_owned(after)

    def _goes_on(self, place: int) -> bool:
        """Whether the next word is inside a noun phrase that a determiner has opened."""
        grammar, word = self._grammar, self._grammar.word(place)
        if word in ("den", "det", "de", "dei"):
            return grammar.is_article(place)
        if word in ("denne", "dette", "disse", "desse") or word in POSSESSIVES or grammar.has(place, "Gen"):
            return True
        return self._determined and grammar.pos(place) in ("adj", "num", "adv", "det")

    def _is_owned(self, place: int) -> bool:
        """Whether a possessive stands after a noun: "boka mi"."""
        return self._grammar.word(place + 1) in POSSESSIVES

    def _side(self, place: int, determined: bool) -> Side:
        grammar, person, governed = self._grammar, "it", False
        if grammar.is_finite(place):
            found = subject(grammar, place)
            person = _PERSONS.get(self._who(found), "it") if found else "it"
            if found is not None and found.head == found.last and grammar.word(found.head) in _EVERYONE:
                person = "it"  # everyone is, someone is
        if grammar.has(place, "Pass"):
            before = verb_before(grammar, place)
            linked = before is None or any(
                grammar.pos(at) == "sconj" or grammar.word(at) in ("før", "der") for at in range(before, place)
            )
            governed = before is not None and not linked and grammar.readings[before].lemma in _GOVERNING
        if grammar.pos(place) == "noun":
            determined = determined or self._is_owned(place)
            return Side(self._said, determined, many=not grammar.has(place, "Def") and grammar.is_plural(place))
        doing = 0 < self._doing <= place <= self._doing + (grammar.pos(place - 1) == "adv")
        moved = is_perfect(place, grammar)
        return Side(self._said, determined, person, moved=moved, governed=governed, doing=doing)

    def _who(self, found: Nominal) -> str:
        return names.called(found, self._grammar, self._glossary, self._language)

    def _unlisted(self, place: int, entry: Entry | None, side: Side) -> tuple[str, float]:
        """A word that no entry has as a whole: a name, a number, a compound, or none of them."""
        token, reading = self.tokens[place], self._grammar.readings[place]
        owned = self._grammar.pos(place + 1) in ("noun", "adj", "num") or not token.text[:-1].endswith("er")
        if entry is None and reading.pos == "propn" and "Gen" in reading.features and owned:
            return f"{reading.lemma}’s", 1.0
        if entry is None and token.text.endswith("-") and (first := self._glossary.lookup(token.text[:-1])):
            return f"{first[0].gloss}-", GUESSED
        written = token.text
        cased = not written.islower() and not written.istitle() and "-" not in written
        strange = cased or _ADDRESS.search(written) or (len(written) == 1 and written not in "iå")
        inside = token.text[:1].isupper() and (not self._opens_clause(place) or self._is_after_initial(place))
        if entry is None and (token.kind == "number" or inside or reading.pos in ("propn", "num") or strange):
            return token.text, 1.0
        parts = by_parts(token.text, self._glossary)
        if parts:
            return noun(" ".join(parts), frozenset(reading.features), side), GUESSED
        if entry is not None and entry.pos == "noun":
            return bent(entry, reading, side), GUESSED
        return f"⟨{token.text}⟩", 0.0

    def _opens_clause(self, place: int) -> bool:
        return not place or self.tokens[place - 1].kind == "punct"

    def _is_after_initial(self, place: int) -> bool:
        """ "A. Brekke"."""
        initial = self._grammar.word(place - 2)
        return place > 1 and len(initial) == 1 and initial.isalpha() and self.tokens[place - 1].text == "."

    def _of_term(self, place: int, owner: TermMatch) -> tuple[str, float]:
        """The gloss of a term of several words with its first; word by word where it has as many, apart, as they."""
        self._determined = False
        left = self._done.get(id(owner))
        if left is None:
            gloss = bent(owner.entry, self._grammar.readings[place], self._side(place, determined=False))
            gloss = in_person(gloss, place, self._grammar, self._who)
            said = gloss.replace(" … ", " ").split()
            apart = owner.how is How.SEPARATED and len(said) == len(owner.entry.lemma.replace(" … ", " ").split())
            left = self._done[id(owner)] = said if apart else [gloss]
        return (left.pop(0) if left else ""), owner.confidence

    def _owned(self, matches: Sequence[TermMatch]) -> dict[int, TermMatch]:
        """Token number → the term that it belongs to."""
        starts = [token.start for token in self.tokens]
        found: dict[int, TermMatch] = {}
        for term in matches:
            places = [
                place
                for span in term.source
                for place in range(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1))
            ]
            if not self._is_chance(term, places):
                found.update(dict.fromkeys(places, term))
        return found

    def _verbs(self) -> None:
        """A term of several words tells that its first is a verb: "kan bli tauet bort"."""
        grammar = self._grammar
        readings = list(grammar.readings)
        for place, term in self._owners.items():
            if term.entry.pos != "verb" or grammar.pos(place) in ("verb", "adp", "adv", "pron"):
                continue
            lemma = term.entry.lemma.split()[0]
            own = [each for each in text.analyses(self.tokens[place].text) if each[:2] == (lemma, "verb")]
            helped = (before := verb_before(grammar, place)) is not None and grammar.readings[before].lemma in _HELPING
            own.sort(key=lambda each: ("Part" in each.features) != helped)
            if own and " " in term.entry.lemma:
                readings[place] = own[0]
        self._grammar = Grammar(self.tokens, readings)

    def _is_chance(self, term: TermMatch, places: Sequence[int]) -> bool:
        """Whether a verb and its particle are two words here: in "la den på bordet" the preposition has a noun."""
        if term.how is not How.SEPARATED or term.entry.pos != "verb" or len(places) != 2:
            return False
        first, last = places
        grammar = self._grammar
        inside = grammar.nominal(first + 1)
        own = subject(grammar, first) if grammar.is_finite(first) else None
        has_object = inside is not None and inside.last < last and inside != own
        return grammar.word(last) in _OBJECT_THEN and has_object and grammar.nominal(last + 1) is not None
