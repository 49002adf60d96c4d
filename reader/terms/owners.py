"""Whose: sin and min, seg, and the "one's" of a term, by whom they refer back to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reader.terms.grammar import Grammar, Nominal
from reader.terms.subjects import subject, verb_before

Who = Callable[[Nominal], str]
"""I, you, we, he, she, it, they or one: what English calls a noun phrase."""

OWN: Final = {
    "I": ("my", "mine"), "you": ("your", "yours"), "we": ("our", "ours"), "he": ("his", "his"),
    "she": ("her", "hers"), "it": ("its", "its"), "they": ("their", "theirs"),
    "one": ("one's", "one's"),
}  # fmt: skip
SELF: Final = {
    "I": "myself", "you": "yourself", "we": "ourselves", "he": "himself", "she": "herself", "it": "itself",
    "they": "themselves", "one": "oneself",
}  # fmt: skip
OWNERS: Final = {
    **dict.fromkeys(("min", "mi", "mitt", "mine"), "I"),
    **dict.fromkeys(("din", "di", "ditt", "dine"), "you"),
    **dict.fromkeys(("vår", "vårt", "våre"), "we"),
    **dict.fromkeys(("deres", "deira"), "they"),
    "hennes": "she", "hennar": "she",
}  # fmt: skip
REFLEXIVE: Final = frozenset({"sin", "si", "sitt", "sine"})
POSSESSIVES: Final = REFLEXIVE | frozenset(OWNERS) | {"hans"}


def owner(at: int, grammar: Grammar, who: Who) -> str:
    """Whom sin and seg refer back to."""
    verb = at if grammar.is_finite(at) else verb_before(grammar, at)
    while verb is not None and not grammar.is_finite(verb):
        verb = verb_before(grammar, verb)
    found = subject(grammar, verb) if verb is not None else None
    if found is not None and found.head == at and verb is not None:
        found = None
    return who(found) if found else "he"


def possessive(at: int, whose: str, grammar: Grammar) -> str:
    """my or mine."""
    if whose == "I" and grammar.word(at) == "min" and at and grammar.tokens[at - 1].kind == "number":
        return "min"
    led = grammar.pos(at - 1) in ("noun", "adj", "propn")
    alone = not led and grammar.pos(at + 1) not in ("noun", "adj", "num", "propn")
    return OWN[whose][1 if alone else 0]


def in_person(gloss: str, at: int, grammar: Grammar, who: Who) -> str:
    """A term's gloss with its "oneself" and "one's" turned to whom they refer back to."""
    if "one" not in gloss.replace("'", " ").split() and "oneself" not in gloss:
        return gloss
    whose = owner(at, grammar, who)
    return gloss.replace("oneself", SELF[whose]).replace("one's", OWN[whose][0])
