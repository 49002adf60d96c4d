"""A sentence as its words and what they can be, and what the words around a verb say about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from reader import text
from reader.terms import gaps
from reader.terms.elements import SEG
from reader.terms.lexis import Word
from reader.terms.wordclass import word_class
from reader.text import Token

SUBJECTS: Final = {"meg": ("jeg",), "deg": ("du",), "oss": ("vi",), "dere": ("dere",)}
"""Whose reflexive a pronoun is."""
_FOR_A_VERB: Final = frozenset("sbqfNEP?")
"""What stands before a finite verb that looks like a small word: "vi så på", "hun for hjem"."""
_DIRECTED: Final = frozenset({"på", "etter", "ut", "opp", "ned", "bort", "inn", "fram", "frem", "rundt"})
"""What "så" as a verb has after it: "smilte og så på meg"."""
_TIMES: Final = frozenset(
    word
    for line in (
        "stund tid tiden dag dagen kveld kvelden natt natten natta morgen morgenen uke uka uken måned måneden år året",
        "time timer minutt minutter sekund sekunder hvert tur mandag tirsdag onsdag torsdag fredag lørdag søndag igjen",
        "slutt høsten våren sommeren vinteren ferien andre annen",
    )
    for word in line.split()
)
_FOR_A_NOUN: Final = {"r": 10, "I": 8, "D": 2, "J": 0}
"""What speaks for a noun after it (letters of `wordclass.signature`), in half bits."""


class Sentence(NamedTuple):
    """A row of tokens and what each can be."""

    tokens: Sequence[Token]
    words: Sequence[Word]

    adverbials: dict[int, int]
    """First token → token after the last, of adverbs of several words ("i dag"): one letter to those who ask."""
    offset: int = 0
    """Where its text begins in the whole text."""

    def classes(self, start: int, end: int) -> str:
        """The letters of `wordclass` for a stretch."""
        found = []
        while start < end:
            after = self.adverbials.get(start, end + 1)
            token = self.tokens[start]
            found.append("A" if after <= end else word_class(token.text, token.kind))
            start = after if after <= end else start + 1
        return "".join(found)


def with_subject(sentence: Sentence, verb: int, pronoun: int, subjects: Sequence[str]) -> float:
    """How sure one is that a pronoun is reflexive: its subject stands near, or there is none because of the verb."""
    words = sentence.words
    near = [word.folded for word in words[max(0, verb - 8) : min(len(words), pronoun + 4)]]
    own = words[pronoun].folded in subjects
    if sum(near.count(subject) for subject in subjects) > own:
        return 1.0
    before = words[verb - 1] if verb else None
    if before is not None and before.left == "å":
        return gaps.SURE
    denied = (
        verb
        and words[verb - 1].folded in ("ikke", "ikkje", "aldri", "bare")
        and (verb < 2 or words[verb - 2].left == ".")
    )
    joined = before is not None and before.folded in ("og", "eller") and _addressed(words[pronoun])  # "og legg deg"
    opens = before is None or before.left == "." or denied or joined
    readings = text.analyses(words[verb].folded) if opens else ()
    if _addressed(words[pronoun]):
        return 0.8 if any("Imp" in each.features for each in readings) else gaps.NEVER
    present = any("Pres" in each.features and each.pos == "verb" for each in readings)  # "Gleder meg til helga!"
    return 0.8 if present and not denied and words[pronoun].folded == "meg" else gaps.NEVER


def _addressed(word: Word) -> bool:
    """Whether a pronoun may go with an imperative: "sett deg"."""
    return word.folded in ("deg", "dere")


def is_pair(sentence: Sentence, place: int) -> bool:
    """Whether "og" joins two nouns here: "lommebok og nøkler"."""
    words = sentence.words
    return (
        words[place].folded in ("og", "eller")
        and place + 1 < len(words)
        and words[place - 1].left in "NEO?"
        and word_class(words[place + 1].text) in "MNETDO"
    )


def is_no_verb(sentence: Sentence, place: int) -> bool:
    """Whether a form that may be a verb's is something else here: "på regnet som trommet", "Så på den andre siden"."""
    words = sentence.words
    left = words[place - 1].left if place else ""
    after = words[min(place + 1, len(words) - 1)]
    if after.folded in SEG:
        return False
    readings = text.analyses(words[place].folded)
    if readings[0].pos not in ("verb", "noun", "adj", "propn"):
        if left == "L" and words[place - 1].folded in ("og", "som") and after.folded in _DIRECTED:
            return not _TIMES.isdisjoint(word.folded for word in words[place + 2 : place + 6])
        if place and words[place - 1].capital and (place < 2 or words[place - 2].left == "."):
            subject = text.analyses(words[place - 1].folded)
            if any(each.pos == "noun" and "Def" in each.features and each.weight < 40 for each in subject):
                return False  # "Været så godt ut"
        return left not in _FOR_A_VERB and after.right != "s" and not after.capital
    if left not in _FOR_A_NOUN:
        return False
    noun = min((reading.weight for reading in readings if reading.pos == "noun"), default=99)
    verb = min((reading.weight for reading in readings if reading.pos == "verb"), default=0)
    return noun <= verb + _FOR_A_NOUN[left]


_PLAIN: Final = frozenset(
    word
    for line in (
        "ikke også aldri alltid jo vel nok bare gjerne likevel fortsatt fremdeles nå da heller selv allerede snart",
        "derfor kanskje alle begge dessverre faktisk egentlig",
    )
    for word in line.split()
)
"""Adverbs that change nothing between a copula and its preposition; "litt", "mer" and adjectives do."""


def is_plain(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but the subject and such adverbs stands in a gap."""
    words = sentence.words[start:end]
    return all(word.folded in _PLAIN or word.right == "s" for word in words)


def is_inverted(sentence: Sentence, verb: int) -> bool:
    """Whether the verb opens its clause or follows an adverb, so that its subject comes after it."""
    before = sentence.classes(verb - 1, verb) if verb else ""
    first = before in "SCAX" or sentence.words[verb - 1].folded in ("og", "men")
    readings = text.analyses(sentence.words[verb].folded)
    return first and any({"Pres", "Past"} & set(each.features) and "Part" not in each.features for each in readings)
