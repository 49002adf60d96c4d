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
    opens = before is None or before.left == "."
    commands = (
        opens
        and _addressed(words[pronoun])
        and any("Imp" in each.features for each in text.analyses(words[verb].folded))
    )
    return 0.8 if commands else gaps.NEVER


def _addressed(word: Word) -> bool:
    """Whether a pronoun may go with an imperative: "sett deg"."""
    return word.folded in ("deg", "dere")


def is_no_verb(sentence: Sentence, place: int) -> bool:
    """Whether a form that may be a verb's is something else here: "på regnet som trommet", "Så på den andre siden"."""
    words = sentence.words
    left = words[place - 1].left if place else ""
    after = words[min(place + 1, len(words) - 1)]
    if after.folded in SEG:
        return False
    readings = text.analyses(words[place].folded)
    if readings[0].pos not in ("verb", "noun", "adj", "propn"):
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
    return first and any({"Pres", "Past"} & set(each.features) for each in text.analyses(sentence.words[verb].folded))
