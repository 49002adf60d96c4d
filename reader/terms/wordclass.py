"""A letter for what each word can be in a clause, so that rules about neighbours read as patterns of letters.

A adverb · C comma · D determiner (also den and noe, which may be pronouns), number, possessive, genitive · E name
I preposition · J adjective · L linking word (og, at, som, å …) · M noun in the bare singular · N other noun
O object pronoun · P subject pronoun · R seg · S sign that ends a clause · T article · V verb · X anything else
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from reader import text
from reader.text import Analysis

_BY_POS: Final = {
    "adv": "A", "part": "A", "adp": "I", "adj": "J", "noun": "N", "propn": "E", "verb": "V", "aux": "V",
    "det": "D", "num": "D", "cconj": "L", "sconj": "L", "intj": "X", "pron": "P",
}  # fmt: skip
_BY_WORD: Final = {
    word: letter
    for letter, words in {
        "P": "eg ho dei",
        "L": "kva kven kvar korleis kvifor å og eller men at som enn hva hvem hvor hvordan hvorfor når hvis fordi mens",
        "A": "så da selv mye litt mer mest helt bare langt begge alle hver nøye ikkje berre òg heilt mykje "
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "I": "opp ut inn ned fram frem bort hjem tilbake",
        "O": "meg deg ham henne oss dem hverandre",
        "R": "seg",
        "D": "noko nokon nokre inga desse "
        "min mi mitt mine din di ditt dine sin si sitt sine vår vårt våre hans hennes deres noen ingen noe alt "
        "den det de dette denne disse",
        "T": "en et ei",
        "S": "-",
    }.items()
    for word in words.split()
}  # fmt: skip
PARTICLES: Final = frozenset(
    word
    for line in (
        "opp ut inn ned fram frem bort hjem tilbake vekk løs fast sammen igjen unna over av på til med fra imot",
    )
    for word in line.split()
)
"""What may follow an object: "ta det opp", "slå den av"."""
PURE_PARTICLES: Final = frozenset(
    word
    for line in ("opp ut inn ned fram frem bort hjem tilbake vekk løs fast sammen igjen unna",)
    for word in line.split()
)
"""Those that take no object of their own."""


def _has_same_plural(readings: Sequence[Analysis]) -> bool:
    return any(reading.pos == "noun" and "Plur" in reading.features for reading in readings)


@lru_cache(maxsize=65_536)
def word_class(spelling: str, kind: str = "word") -> str:
    """The letter of a token, out of context."""
    if kind == "number":
        return "D"
    if kind in ("punct", "symbol"):
        return "C" if spelling == "," else "X" if spelling in "«»\"“”'’‘" else "S"
    word = text.folded(spelling)
    if word in _BY_WORD:
        return _BY_WORD[word]
    readings = text.analyses(spelling)
    best = readings[0]
    if best.pos in ("noun", "adj", "propn") and "Gen" in best.features:
        return "D"
    if best.pos == "propn" and spelling[:1].islower():
        return "N"
    if best.pos == "adj" and (word.endswith("ig") or (word.endswith("t") and best.lemma != word)):
        return "A"  # "raskt", "godt", "endelig": as an adverb as often as before a noun
    if best.pos == "noun" and set(best.features) == {"Ind", "Sing"} and not _has_same_plural(readings):
        return "M"
    if best.pos == "verb" and "Part" in best.features and any(reading.pos == "adj" for reading in readings):
        return "J"
    return _BY_POS.get(best.pos, "X")


_LEFT: Final = {
    word: letter
    for letter, words in {
        "å": "å",
        "m": "skal skulle vil ville kan kunne må måtte bør burde får fikk la lar lot ber ba bad bedt bes",
        "h": "har hadde ha",
        "c": "er var ble blir bli blitt være vært",
        "n": "ikke ikkje aldri",
        "s": "jeg du han hun vi man dere som hvem",
        "b": "de",
        "r": "en et ei hver hvert ethvert enhver g hg kg mg ml cl dl ts ss",
        "q": "noen ingen denne dette disse alle begge mange flere få",
        "p": "min mitt mine din ditt dine sin sitt sine vår vårt våre hans hennes deres",
        "f": "den det alt",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What a word says to the one after it: å, modal, perfect (h), copula (c), negation (n), subject, both (b: de),
article or measure (r), article or pronoun (q: noen), possessive, definite article (f)."""
_RIGHT: Final = {
    word: letter
    for letter, words in {
        "s": "jeg du han hun vi man",
        "o": "en et ei seg meg deg oss dem ham henne ikke sin sitt sine min mitt at den det",
        "m": "med",
        "å": "å",
        "u": "opp ut inn ned fram frem bort sammen hjem heim tilbake",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What a word says to the one before it: subject, object, med, å, a direction (u)."""


UNKNOWN: Final = "?"


def signature(spelling: str, kind: str, pos: str) -> tuple[str, str]:
    """(what a token says to the next, to the one before), where `pos` is its entry's; cheap on purpose.

    A letter of the tables above, or of the word classes; "." for a sign, "r" for a number; UNKNOWN for a word that
    no entry has, to be looked up when it matters.
    """
    if kind == "number":
        return "r", "N"
    if kind != "word":
        return ".", "."
    word = text.folded(spelling)
    letter = _BY_WORD.get(word) or _BY_POS.get(pos) or ("E" if spelling[:1].isupper() else UNKNOWN)
    return _LEFT.get(word, letter), _RIGHT.get(word, letter)
