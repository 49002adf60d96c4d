"""A letter for what each word can be in a clause, so that rules about neighbours read as patterns of letters.

A adverb · C comma · D determiner, number, possessive, genitive · E name · I preposition · J adjective · L linking word
(og, at, som, å …) · N noun · O object pronoun · P subject pronoun · S sign that ends a clause · V verb · X anything else.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reader.text.analysis import analyses
from reader.text.folding import folded

_BY_POS: Final = {
    "adv": "A", "part": "A", "adp": "I", "adj": "J", "noun": "N", "propn": "E", "verb": "V", "det": "D", "num": "D",
    "cconj": "L", "sconj": "L", "intj": "X", "pron": "P",
}  # fmt: skip
_BY_WORD: Final = {
    "å": "L", "og": "L", "eller": "L", "men": "L", "at": "L", "som": "L", "enn": "L", "så": "A", "da": "A",
    "meg": "O", "deg": "O", "ham": "O", "henne": "O", "oss": "O", "dem": "O", "seg": "O", "hverandre": "O",
    "min": "D", "mi": "D", "mitt": "D", "mine": "D", "din": "D", "di": "D", "ditt": "D", "dine": "D", "sin": "D",
    "si": "D", "sitt": "D", "sine": "D", "vår": "D", "vårt": "D", "våre": "D", "hans": "D", "hennes": "D", "deres": "D",
    "dette": "P", "noe": "P", "noen": "D", "ingen": "D", "alt": "P", "selv": "A", "begge": "D", "alle": "D", "mye": "A",
    "litt": "A", "mer": "A", "mest": "A", "helt": "A", "bare": "A", "langt": "A", "opp": "I", "ut": "I", "inn": "I", "ned": "I",
    "fram": "I", "frem": "I", "bort": "I", "hjem": "I", "tilbake": "I", "hva": "L", "hvem": "L", "hvor": "L", "hvordan": "L",
    "hvorfor": "L", "når": "L", "hvis": "L", "fordi": "L", "mens": "L", "-": "S",
}  # fmt: skip
PARTICLES: Final = frozenset(
    "opp ut inn ned fram frem bort hjem tilbake vekk løs fast sammen igjen unna over av på til med fra imot".split()
)
"""What may follow an object: "ta det opp", "slå den av"."""
PURE_PARTICLES: Final = frozenset("opp ut inn ned fram frem bort hjem tilbake vekk løs fast sammen igjen unna".split())
"""Those that take no object of their own."""


@lru_cache(maxsize=65_536)
def word_class(text: str, kind: str = "word") -> str:
    """The letter of a token's text, out of context."""
    if kind == "number":
        return "D"
    if kind in ("punct", "symbol"):
        return "C" if text == "," else "X" if text in "«»\"“”'’‘" else "S"
    word = folded(text)
    if word in _BY_WORD:
        return _BY_WORD[word]
    best = analyses(text)[0]
    if best.pos == "propn" and text[:1].islower():
        return "N"
    if best.pos in ("noun", "adj") and "Gen" in best.features:
        return "D"
    if best.pos == "adj" and "Neut" in best.features:
        return "A"  # "raskt", "godt": as an adverb as often as before a noun
    if best.pos == "verb" and "Part" in best.features and len(analyses(text)) > 1 and analyses(text)[1].pos == "adj":
        return "J"
    return _BY_POS.get(best.pos, "X")
